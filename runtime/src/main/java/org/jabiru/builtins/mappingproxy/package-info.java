/** The type {@code types.MappingProxyType}: a read-only view of a mapping. */
package org.jabiru.builtins.mappingproxy;
