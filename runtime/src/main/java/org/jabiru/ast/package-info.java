/**
 * The abstract syntax tree of Python 3.14: one record for every node of the manual's {@code ast}
 * chapter, immutable, each positioned one with a {@link org.jabiru.ast.Span}.
 */
package org.jabiru.ast;
