package org.jabiru.builtins.foreign;

import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;

/**
 * {@code in} for collections: compares as Python does, so that 1 is in a list of Java's Integers.
 */
final class Containment {
    private Containment() {}

    static boolean contains(Object item, Object iterator) {
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (Comparison.sameOrEqual(x, item)) {
                return true;
            }
        }
        return false;
    }
}
