/** Raw memory, the state shared with the C library, and the layouts of objects. */
package org.jabiru.capi.memory;
