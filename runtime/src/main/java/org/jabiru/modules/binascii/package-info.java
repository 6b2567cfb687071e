/** The module binascii. */
package org.jabiru.modules.binascii;
