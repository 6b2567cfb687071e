/** The module _struct. */
package org.jabiru.modules.struct;
