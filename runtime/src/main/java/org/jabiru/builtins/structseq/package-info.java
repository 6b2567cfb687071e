/** Struct sequences: tuples with named fields, such as {@code os.stat_result}. */
package org.jabiru.builtins.structseq;
