/** The module _string. */
package org.jabiru.modules.string;
