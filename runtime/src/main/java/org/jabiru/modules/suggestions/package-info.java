/** The module {@code _suggestions}: "did you mean" for the traceback module. */
package org.jabiru.modules.suggestions;
