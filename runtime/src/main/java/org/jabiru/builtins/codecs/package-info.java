/** Encoding and decoding of text: the codecs written in Java, and the registry of all codecs. */
package org.jabiru.builtins.codecs;
