/** The type {@code types.GenericAlias}: {@code list[int]} (PEP 585). */
package org.jabiru.builtins.genericalias;
