/** The module {@code sys}. */
package org.jabiru.modules.sys;
