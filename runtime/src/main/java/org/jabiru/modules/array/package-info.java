/** The module {@code array}. */
package org.jabiru.modules.array;
