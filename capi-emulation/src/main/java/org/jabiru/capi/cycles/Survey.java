package org.jabiru.capi.cycles;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;

/**
 * What C found out about the objects with {@code tp_traverse} ({@code jabiru_gc_survey}).
 *
 * @param garbage the addresses of what nothing keeps
 * @param suspects what only Java may keep: the address, and those of what it refers to
 */
record Survey(List<Long> garbage, Map<Long, long[]> suspects) {
    private static final int GARBAGE = -1;

    static Survey take(NativeState state) {
        long[] words = words(out -> state.functions.jabiru_gc_survey(out), state);
        List<Long> garbage = new ArrayList<>();
        Map<Long, long[]> suspects = new LinkedHashMap<>();
        for (int at = 0; at < words.length; at += 2) {
            int count = (int) words[at + 1];
            if (count == GARBAGE) {
                garbage.add(words[at]);
            } else {
                suspects.put(words[at], Arrays.copyOfRange(words, at + 2, at + 2 + count));
                at += count;
            }
        }
        return new Survey(garbage, suspects);
    }

    /** What {@code tp_traverse} tells of an object. */
    static long[] referents(NativeState state, long object) {
        return words(out -> state.functions.jabiru_gc_referents(object, out), state);
    }

    private interface Question {
        long ask(long out);
    }

    private static long[] words(Question question, NativeState state) {
        try (Arena arena = Arena.ofConfined()) {
            long out = arena.allocate(8, 8).address();
            int count = Math.toIntExact(question.ask(out));
            if (count < 0) {
                // There is no memory for it now; perhaps next time.
                return new long[0];
            }
            long at = Memory.getLong(out);
            long[] words = new long[count];
            for (int i = 0; i < count; i++) {
                words[i] = Memory.getLong(at + 8L * i);
            }
            if (at != 0) {
                state.functions.PyMem_Free(at);
            }
            return words;
        }
    }
}
