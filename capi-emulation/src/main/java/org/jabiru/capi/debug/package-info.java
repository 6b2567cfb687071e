/**
 * The options --capi-trace and --capi-debug: every crossing between Java and C, shown and checked.
 */
package org.jabiru.capi.debug;
