/** The builtin type float: its methods, arithmetic on plain values, conversion from and to text. */
package org.jabiru.builtins.floats;
