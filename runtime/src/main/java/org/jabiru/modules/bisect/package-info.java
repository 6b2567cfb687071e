/** The module {@code _bisect}. */
package org.jabiru.modules.bisect;
