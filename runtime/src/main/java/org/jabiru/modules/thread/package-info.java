/** The module {@code _thread}: threads, locks, data of a thread. */
package org.jabiru.modules.thread;
