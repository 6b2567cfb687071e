/** The module {@code _operator}: the operators as functions. */
package org.jabiru.modules.operator;
