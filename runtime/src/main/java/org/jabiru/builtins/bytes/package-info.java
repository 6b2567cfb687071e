/** The builtin types bytes and bytearray: their methods, and the algorithms they share. */
package org.jabiru.builtins.bytes;
