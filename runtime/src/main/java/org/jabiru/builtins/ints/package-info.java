/** The builtin type int: its methods, arithmetic on plain values, conversion from and to text. */
package org.jabiru.builtins.ints;
