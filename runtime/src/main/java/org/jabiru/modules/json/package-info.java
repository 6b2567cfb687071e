/** The module {@code _json}: the parts of Lib/json that must be quick. */
package org.jabiru.modules.json;
