/**
 * From the syntax tree to code objects: {@link org.jabiru.compiler.Scope scopes} first (which name
 * means which variable), then one bytecode root for each scope that is code.
 */
package org.jabiru.compiler;
