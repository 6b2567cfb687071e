/** The type {@code object}: what every Python object can do. */
package org.jabiru.builtins.object;
