/** The type {@code property}. */
package org.jabiru.builtins.property;
