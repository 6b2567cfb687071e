/** The module math. */
package org.jabiru.modules.math;
