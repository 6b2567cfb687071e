/** The module {@code atexit}. */
package org.jabiru.modules.atexit;
