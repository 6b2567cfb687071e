package org.jabiru.capi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.TreeMap;
import org.jabiru.capi.generated.UpcallNames;

/**
 * How often C called which function of Java's. Only where the environment asks for it: the stubs of
 * other runs are made without the counter.
 */
final class UpcallCounts {
    private final long[][] counts = new long[UpcallNames.NAMES.length][];

    private UpcallCounts() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new long[UpcallNames.NAMES[i].length];
        }
    }

    /** The counter, or null when nobody asked. */
    static UpcallCounts orNull() {
        return System.getenv("JABIRU_COUNT_UPCALLS") == null ? null : new UpcallCounts();
    }

    /** The method of a shape, counting. */
    MethodHandle counting(int shape, MethodHandle target) {
        try {
            MethodHandle count =
                    MethodHandles.lookup()
                            .findStatic(
                                    UpcallCounts.class,
                                    "count",
                                    MethodType.methodType(void.class, long[].class, int.class));
            return MethodHandles.foldArguments(target, count.bindTo(counts[shape]));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void count(long[] counts, int index) {
        counts[index]++;
    }

    /** The counts that are not 0, by the functions' names. */
    Map<String, Long> byName() {
        Map<String, Long> out = new TreeMap<>();
        for (int shape = 0; shape < counts.length; shape++) {
            for (int i = 0; i < counts[shape].length; i++) {
                if (counts[shape][i] != 0) {
                    out.put(UpcallNames.NAMES[shape][i], counts[shape][i]);
                }
            }
        }
        return out;
    }
}
