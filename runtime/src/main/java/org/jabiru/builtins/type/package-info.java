/** The type {@code type}: how classes are made, and what they show of themselves. */
package org.jabiru.builtins.type;
