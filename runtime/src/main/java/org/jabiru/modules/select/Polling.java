package org.jabiru.modules.select;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.signal.Signals;

/** The system call poll(2). */
final class Polling {
    static final int IN = 1;
    static final int PRI = 2;
    static final int OUT = 4;
    static final int ERR = 8;
    static final int HUP = 16;
    static final int NVAL = 32;

    /** The size of struct pollfd, and where its fields are. */
    private static final int SIZE = 8, EVENTS = 4, REVENTS = 6;

    private Polling() {}

    /**
     * Waits until something happens to one of the descriptors; what happened to each.
     *
     * @param nanos how long at most; -1 for ever
     */
    static int[] poll(int[] descriptors, int[] events, long nanos) {
        try (NativeMemory memory = new NativeMemory()) {
            MemorySegment all = memory.allocate((long) SIZE * descriptors.length);
            for (int i = 0; i < descriptors.length; i++) {
                all.set(ValueLayout.JAVA_INT, (long) SIZE * i, descriptors[i]);
                all.set(ValueLayout.JAVA_SHORT, (long) SIZE * i + EVENTS, (short) events[i]);
            }
            long end = System.nanoTime() + nanos;
            long left = nanos;
            while (true) {
                long millis = nanos < 0 ? -1 : Math.min((left + 999_999) / 1_000_000, 1 << 30);
                int ready =
                        (int) Libc.blocking("poll", all.address(), descriptors.length, millis, 0);
                left = end - System.nanoTime();
                if (ready < 0 && Libc.errno() != OsErrors.EINTR) {
                    throw OsErrors.last();
                }
                if (ready < 0) {
                    Signals.poll();
                } else if (ready > 0 || nanos >= 0 && left <= 0) {
                    break;
                }
                left = Math.max(left, 0);
            }
            int[] out = new int[descriptors.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = all.get(ValueLayout.JAVA_SHORT, (long) SIZE * i + REVENTS) & 0xFFFF;
            }
            return out;
        }
    }
}
