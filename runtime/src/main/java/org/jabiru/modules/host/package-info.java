/** The modules {@code java}, with Java's packages below it, and {@code polyglot}. */
package org.jabiru.modules.host;
