/** The types of the singletons None, NotImplemented and Ellipsis. */
package org.jabiru.builtins.none;
