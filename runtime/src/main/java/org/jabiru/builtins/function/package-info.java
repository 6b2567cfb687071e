/** Functions, methods, cells, and the descriptors of builtin methods. */
package org.jabiru.builtins.function;
