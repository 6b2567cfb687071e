/** Code objects. */
package org.jabiru.builtins.code;
