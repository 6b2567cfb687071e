/** The module {@code _weakref}. */
package org.jabiru.modules.weakref;
