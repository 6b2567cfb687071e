/** The module {@code posix}: the operating system's interface, on the C library. */
package org.jabiru.modules.posix;
