/** The import system: CPython's own importlib, started and served from here; cached code. */
package org.jabiru.imports;
