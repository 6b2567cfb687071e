/** The module {@code _io}: files, buffers, text. */
package org.jabiru.modules.io;
