/** The builtin type complex. */
package org.jabiru.builtins.complex;
