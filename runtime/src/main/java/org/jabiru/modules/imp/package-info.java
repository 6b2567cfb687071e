/** The module {@code _imp}: what importlib asks of the interpreter. */
package org.jabiru.modules.imp;
