/** The module {@code _locale}. */
package org.jabiru.modules.locale;
