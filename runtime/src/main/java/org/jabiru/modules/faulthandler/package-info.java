/** The module {@code faulthandler}. */
package org.jabiru.modules.faulthandler;
