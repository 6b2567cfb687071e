/** The builtin type bool. */
package org.jabiru.builtins.bool;
