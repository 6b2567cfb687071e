/** The types set and frozenset. */
package org.jabiru.builtins.set;
