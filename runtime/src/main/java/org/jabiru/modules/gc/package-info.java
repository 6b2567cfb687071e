/** The module {@code gc}: a view of the JVM's collector. */
package org.jabiru.modules.gc;
