/** The range type, for bounds of any size. */
package org.jabiru.builtins.range;
