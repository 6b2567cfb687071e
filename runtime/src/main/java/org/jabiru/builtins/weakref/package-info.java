/** Weak references and proxies (Library Reference, weakref). */
package org.jabiru.builtins.weakref;
