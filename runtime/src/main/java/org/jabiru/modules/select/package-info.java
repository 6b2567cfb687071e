/**
 * The module {@code select} of subinterpreters, for {@code subprocess} and {@code selectors}: they
 * can load no extension modules. The main interpreter has CPython's own.
 */
package org.jabiru.modules.select;
