/** Calling C functions from Python: methods, functions and slots. */
package org.jabiru.capi.functions;
