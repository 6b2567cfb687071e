/** The module {@code itertools}. */
package org.jabiru.modules.itertools;
