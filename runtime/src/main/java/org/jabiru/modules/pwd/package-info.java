/** The module {@code pwd}. */
package org.jabiru.modules.pwd;
