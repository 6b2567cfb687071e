/** The module {@code errno}. */
package org.jabiru.modules.errno;
