/** The type {@code super}. */
package org.jabiru.builtins.supertype;
