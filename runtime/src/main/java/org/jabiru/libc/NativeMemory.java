package org.jabiru.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Native memory for the length of one call of the C library: use with try-with-resources. */
public final class NativeMemory implements AutoCloseable {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private final Arena arena = Arena.ofConfined();

    /** Zeroed memory of at least one byte. */
    public MemorySegment allocate(long size) {
        return arena.allocate(Math.max(size, 1), 16);
    }

    /** A copy of the bytes, with a zero after them. */
    public long string(byte[] bytes) {
        MemorySegment s = arena.allocate(bytes.length + 1L, 1);
        MemorySegment.copy(bytes, 0, s, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return s.address();
    }

    /** An array of C strings that ends with NULL. */
    public long strings(byte[][] strings) {
        MemorySegment table = arena.allocate((strings.length + 1) * 8L, 8);
        for (int i = 0; i < strings.length; i++) {
            table.set(ValueLayout.JAVA_LONG, i * 8L, string(strings[i]));
        }
        return table.address();
    }

    /** A copy of native memory. */
    public static byte[] read(MemorySegment s, int count) {
        byte[] out = new byte[count];
        MemorySegment.copy(s, ValueLayout.JAVA_BYTE, 0, out, 0, count);
        return out;
    }

    /** The bytes of a C string. */
    public static byte[] stringAt(long address) {
        long end = address;
        while (ALL.get(ValueLayout.JAVA_BYTE, end) != 0) {
            end++;
        }
        byte[] out = new byte[(int) (end - address)];
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, out, 0, out.length);
        return out;
    }

    /** The pointer at an address. */
    public static long pointerAt(long address) {
        return ALL.get(ValueLayout.JAVA_LONG, address);
    }

    @Override
    public void close() {
        arena.close();
    }
}
