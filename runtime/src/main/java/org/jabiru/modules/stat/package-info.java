/** The module {@code _stat}: the parts of a file mode. */
package org.jabiru.modules.stat;
