package org.jabiru.builtins.iterator;

import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.protocol.Iteration;

/** The check of {@code zip(strict=True)} and {@code map(strict=True)}. */
final class StrictEnd {
    private StrictEnd() {}

    /** Called when the iterator at an index ended first: ValueError unless all others end too. */
    static void check(String function, Object[] iterators, int ended) {
        if (ended > 0) {
            throw differs(function, ended + 1, "shorter");
        }
        for (int i = 1; i < iterators.length; i++) {
            if (Iteration.next(iterators[i]) != null) {
                throw differs(function, i + 1, "longer");
            }
        }
    }

    private static PyException differs(String function, int position, String how) {
        return Errors.valueError(
                position == 2
                        ? "%s() argument %d is %s than argument 1"
                        : "%s() argument %d is %s than arguments 1-" + (position - 1),
                function,
                position,
                how);
    }
}
