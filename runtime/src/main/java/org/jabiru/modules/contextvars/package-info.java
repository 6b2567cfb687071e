/** The module {@code _contextvars} (PEP 567). */
package org.jabiru.modules.contextvars;
