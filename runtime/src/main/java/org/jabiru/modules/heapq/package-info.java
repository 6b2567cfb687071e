/** The module {@code _heapq}. */
package org.jabiru.modules.heapq;
