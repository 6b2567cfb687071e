/** The module {@code _abc}: what {@code abc.ABCMeta} is made of. */
package org.jabiru.modules.abc;
