/**
 * From source text to tree: encodings, tokens and the grammar of Python 3.14. The parser runs once
 * for speed; only when that fails it runs again to find the best message for the error.
 */
package org.jabiru.parser;
