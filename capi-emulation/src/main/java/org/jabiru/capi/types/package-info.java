/** Types on both sides: mirrors of Java's types, and Python classes for types made in C. */
package org.jabiru.capi.types;
