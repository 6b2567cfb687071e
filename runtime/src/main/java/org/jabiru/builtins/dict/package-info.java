/** The dict type, its views and iterators. */
package org.jabiru.builtins.dict;
