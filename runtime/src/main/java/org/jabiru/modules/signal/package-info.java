/** The module {@code _signal}. */
package org.jabiru.modules.signal;
