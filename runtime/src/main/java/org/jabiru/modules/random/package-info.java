/** The module {@code _random}: the Mersenne Twister. */
package org.jabiru.modules.random;
