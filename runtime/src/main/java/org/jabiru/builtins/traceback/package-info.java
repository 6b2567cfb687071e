/** Traceback objects. */
package org.jabiru.builtins.traceback;
