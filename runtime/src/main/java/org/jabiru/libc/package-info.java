/** Calls of the C library through the foreign-function API: functions, errno, native memory. */
package org.jabiru.libc;
