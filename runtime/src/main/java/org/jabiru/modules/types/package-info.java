/** The module {@code _types}: what {@code types} has from the interpreter. */
package org.jabiru.modules.types;
