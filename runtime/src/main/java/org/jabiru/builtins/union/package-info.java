/** The type {@code types.UnionType}, which is {@code typing.Union}: {@code int | str}. */
package org.jabiru.builtins.union;
