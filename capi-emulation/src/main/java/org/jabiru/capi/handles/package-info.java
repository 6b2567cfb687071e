/** Which Java object stands for which address, and who keeps whom alive. */
package org.jabiru.capi.handles;
