/** The module {@code _tokenize}. */
package org.jabiru.modules.tokenize;
