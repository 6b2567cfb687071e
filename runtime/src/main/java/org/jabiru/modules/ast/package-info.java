/** The module {@code _ast}: Python objects for the nodes of syntax trees. */
package org.jabiru.modules.ast;
