/** The module {@code _sysconfig}. */
package org.jabiru.modules.sysconfig;
