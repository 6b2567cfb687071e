/** Garbage that refers to itself through C: Java's half of its collection. */
package org.jabiru.capi.cycles;
