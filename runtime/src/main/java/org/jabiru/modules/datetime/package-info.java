/** The module {@code _datetime}: dates, times, durations and time zones. */
package org.jabiru.modules.datetime;
