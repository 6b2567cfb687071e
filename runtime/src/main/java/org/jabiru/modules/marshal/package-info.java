/** The module {@code marshal}. */
package org.jabiru.modules.marshal;
