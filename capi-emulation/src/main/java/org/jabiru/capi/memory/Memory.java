package org.jabiru.capi.memory;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jabiru.libc.NativeMemory;
import sun.misc.Unsafe;

/**
 * Reads and writes memory by address.
 *
 * <p>Through Unsafe: an access of a MemorySegment is thirty methods deep, and those that a call
 * into C needs together exceed what the JIT inlines into one method.
 */
@SuppressWarnings("removal")
public final class Memory {
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    private static final Unsafe UNSAFE = NativeMemory.UNSAFE;

    private Memory() {}

    @TruffleBoundary(allowInlining = true)
    public static long getLong(long address) {
        return UNSAFE.getLong(address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putLong(long address, long value) {
        UNSAFE.putLong(address, value);
    }

    @TruffleBoundary(allowInlining = true)
    public static int getInt(long address) {
        return UNSAFE.getInt(address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putInt(long address, int value) {
        UNSAFE.putInt(address, value);
    }

    @TruffleBoundary(allowInlining = true)
    public static short getShort(long address) {
        return UNSAFE.getShort(address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putShort(long address, short value) {
        UNSAFE.putShort(address, value);
    }

    @TruffleBoundary(allowInlining = true)
    public static byte getByte(long address) {
        return UNSAFE.getByte(address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putByte(long address, byte value) {
        UNSAFE.putByte(address, value);
    }

    @TruffleBoundary(allowInlining = true)
    public static double getDouble(long address) {
        return UNSAFE.getDouble(address);
    }

    @TruffleBoundary(allowInlining = true)
    public static void putDouble(long address, double value) {
        UNSAFE.putDouble(address, value);
    }

    /** A copy of {@code length} bytes. */
    @TruffleBoundary
    public static byte[] getBytes(long address, long length) {
        byte[] out = new byte[Math.toIntExact(length)];
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, out, 0, out.length);
        return out;
    }

    /** Fills an array. */
    @TruffleBoundary
    public static void copyBytes(long address, byte[] out) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, out, 0, out.length);
    }

    /** Whether memory and array hold the same bytes. */
    @TruffleBoundary
    public static boolean equal(long address, byte[] bytes) {
        return segment(address, bytes.length).mismatch(MemorySegment.ofArray(bytes)) < 0;
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
