/** What CPython's tests ask about the interpreter that runs them. */
package org.jabiru.modules.testinternalcapi;
