/**
 * Values that cross between Python and Java or other languages: what these see of Python's objects
 * (Truffle's interop messages), and how their values become Python's.
 */
package org.jabiru.interop;
