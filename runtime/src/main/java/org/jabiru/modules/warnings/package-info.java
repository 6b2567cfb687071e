/** The module {@code _warnings}. */
package org.jabiru.modules.warnings;
