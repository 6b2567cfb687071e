/**
 * The module {@code _sha2} of subinterpreters, for {@code random} and {@code tempfile}: they can
 * load no extension modules. The main interpreter has CPython's own.
 */
package org.jabiru.modules.sha2;
