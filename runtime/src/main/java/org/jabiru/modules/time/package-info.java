/** The module {@code time}. */
package org.jabiru.modules.time;
