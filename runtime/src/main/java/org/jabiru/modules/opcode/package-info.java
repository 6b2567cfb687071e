/** The module {@code _opcode}. */
package org.jabiru.modules.opcode;
