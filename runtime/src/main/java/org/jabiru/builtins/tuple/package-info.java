/** The tuple type. */
package org.jabiru.builtins.tuple;
