/** The module {@code _symtable}: the compiler's scopes, for {@code Lib/symtable.py}. */
package org.jabiru.modules.symtable;
