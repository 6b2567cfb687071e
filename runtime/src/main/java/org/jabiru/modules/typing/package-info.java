/** The module {@code _typing}: type variables, type aliases and {@code Generic}. */
package org.jabiru.modules.typing;
