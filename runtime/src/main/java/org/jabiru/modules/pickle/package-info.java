/** The module {@code _pickle}: pickling and unpickling (PEP 307, 3154, 574) in Java. */
package org.jabiru.modules.pickle;
