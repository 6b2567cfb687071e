/** Values crossing the border: ints, floats, strings and bytes are copied, objects get proxies. */
package org.jabiru.capi.convert;
