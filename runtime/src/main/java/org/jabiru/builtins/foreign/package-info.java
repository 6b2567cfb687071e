/**
 * Objects of Java and of other languages in Python: a type for each kind (sequences, mappings,
 * iterators, classes, functions, exceptions), which answers Python's protocols by interop messages.
 */
package org.jabiru.builtins.foreign;
