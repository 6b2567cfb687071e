/** Module objects. */
package org.jabiru.builtins.module;
