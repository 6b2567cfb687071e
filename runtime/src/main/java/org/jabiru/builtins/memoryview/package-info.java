/** The builtin type memoryview. */
package org.jabiru.builtins.memoryview;
