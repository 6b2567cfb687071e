/** The module {@code builtins} (Library Reference, Built-in Functions). */
package org.jabiru.modules.builtins;
