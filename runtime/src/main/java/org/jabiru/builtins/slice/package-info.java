/** Slice objects. */
package org.jabiru.builtins.slice;
