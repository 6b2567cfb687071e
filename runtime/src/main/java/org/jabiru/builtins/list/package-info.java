/** The list type. */
package org.jabiru.builtins.list;
