/** Formatting: the mini-language of {@code format()}, {@code str.format} and the % operator. */
package org.jabiru.builtins.format;
