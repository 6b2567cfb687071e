/** Classes of annotations, and what has the JDK use them. */
package org.jabiru.annotations;
