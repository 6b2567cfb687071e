/** The values of template strings (PEP 750): {@code string.templatelib}. */
package org.jabiru.builtins.template;
