/** The module {@code _tracemalloc}: importable, but nothing is traced. */
package org.jabiru.modules.tracemalloc;
