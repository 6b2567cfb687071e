/**
 * Builtin iterators over any iterable: enumerate, zip, map, filter, reversed, and those that iter()
 * makes.
 */
package org.jabiru.builtins.iterator;
