/** The modules that are written in Java: a package for each, and the registry of their names. */
package org.jabiru.modules;
