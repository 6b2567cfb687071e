/** The module {@code _datetime}. */
package org.jabiru.modules.datetime;
