/** The builtin type str: its methods by topic, and what Unicode says about characters. */
package org.jabiru.builtins.str;
