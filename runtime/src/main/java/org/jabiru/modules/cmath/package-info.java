/** The module cmath. */
package org.jabiru.modules.cmath;
