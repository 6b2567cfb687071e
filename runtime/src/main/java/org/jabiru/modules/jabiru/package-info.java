/** The module {@code _jabiru}: what only this implementation of Python can tell. */
package org.jabiru.modules.jabiru;
