/** The module {@code _queue}. */
package org.jabiru.modules.queue;
