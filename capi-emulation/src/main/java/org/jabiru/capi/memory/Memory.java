package org.jabiru.capi.memory;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Reads and writes memory by address. */
public final class Memory {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private Memory() {}

    @TruffleBoundary(allowInlining = true)
    public static long getLong(long address) {
        return ALL.get(LONG, address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putLong(long address, long value) {
        ALL.set(LONG, address, value);
    }

    @TruffleBoundary(allowInlining = true)
    public static int getInt(long address) {
        return ALL.get(INT, address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putInt(long address, int value) {
        ALL.set(INT, address, value);
    }

    @TruffleBoundary(allowInlining = true)
    public static short getShort(long address) {
        return ALL.get(SHORT, address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putShort(long address, short value) {
        ALL.set(SHORT, address, value);
    }

    @TruffleBoundary(allowInlining = true)
    public static byte getByte(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putByte(long address, byte value) {
        ALL.set(ValueLayout.JAVA_BYTE, address, value);
    }

    @TruffleBoundary(allowInlining = true)
    public static double getDouble(long address) {
        return ALL.get(DOUBLE, address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putDouble(long address, double value) {
        ALL.set(DOUBLE, address, value);
    }

    /** A copy of {@code length} bytes. */
    @TruffleBoundary
    public static byte[] getBytes(long address, long length) {
        byte[] out = new byte[Math.toIntExact(length)];
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, out, 0, out.length);
        return out;
    }

    @TruffleBoundary
    public static void putBytes(long address, byte[] bytes, int from, int length) {
        MemorySegment.copy(bytes, from, ALL, ValueLayout.JAVA_BYTE, address, length);
    }

    @TruffleBoundary
    public static void fill(long address, long length, byte value) {
        ALL.asSlice(address, length).fill(value);
    }

    /** Memory as a segment, for code that works on segments. */
    public static MemorySegment segment(long address, long length) {
        return ALL.asSlice(address, length);
    }

    /** The length of a NUL-terminated C string. */
    @TruffleBoundary
    public static long stringLength(long address) {
        long end = address;
        while (getByte(end) != 0) {
            end++;
        }
        return end - address;
    }

    /** A NUL-terminated C string in UTF-8. */
    @TruffleBoundary
    public static String string(long address) {
        return new String(getBytes(address, stringLength(address)), StandardCharsets.UTF_8);
    }
}
