/** {@code types.SimpleNamespace}. */
package org.jabiru.builtins.namespace;
