/** The builtin exceptions (Library Reference, Built-in Exceptions). */
package org.jabiru.builtins.exceptions;
