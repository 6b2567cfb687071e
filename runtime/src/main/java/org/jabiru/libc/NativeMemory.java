package org.jabiru.libc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Objects;
import sun.misc.Unsafe;

/**
 * Native memory for the length of one call of the C library: use with try-with-resources.
 *
 * <p>Memory is read and written through Unsafe: each access of a MemorySegment is thirty methods
 * deep, and its first makes classes.
 */
@SuppressWarnings({"deprecation", "removal"})
public final class NativeMemory implements AutoCloseable {
    /** For whoever reads and writes memory by address. */
    public static final Unsafe UNSAFE = unsafe();

    private long[] blocks = new long[2];
    private int count;

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no access to native memory", e);
        }
    }

    /** Zeroed memory of at least one byte. */
    public MemorySegment allocate(long size) {
        return MemorySegment.ofAddress(zeroed(size)).reinterpret(Math.max(size, 1));
    }

    /** The address of zeroed memory of at least one byte. */
    public long zeroed(long size) {
        long address = block(size);
        UNSAFE.setMemory(address, Math.max(size, 1), (byte) 0);
        return address;
    }

    /** The address of memory of at least one byte, with anything in it. */
    public long block(long size) {
        if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, count * 2);
        }
        long address = UNSAFE.allocateMemory(Math.max(size, 1));
        blocks[count++] = address;
        return address;
    }

    /** A copy of the bytes, with a zero after them. */
    public long string(byte[] bytes) {
        long address = block(bytes.length + 1L);
        UNSAFE.copyMemory(bytes, Unsafe.ARRAY_BYTE_BASE_OFFSET, null, address, bytes.length);
        UNSAFE.putByte(address + bytes.length, (byte) 0);
        return address;
    }

    /** The address of a number of 64 bits. */
    public long number(long value) {
        long address = block(Long.BYTES);
        UNSAFE.putLong(address, value);
        return address;
    }

    /** An array of C strings that ends with NULL. */
    public long strings(byte[][] strings) {
        long table = zeroed((strings.length + 1) * 8L);
        for (int i = 0; i < strings.length; i++) {
            UNSAFE.putLong(table + i * 8L, string(strings[i]));
        }
        return table;
    }

    /** A copy of native memory. */
    public static byte[] read(MemorySegment s, int count) {
        byte[] out = new byte[count];
        MemorySegment.copy(s, ValueLayout.JAVA_BYTE, 0, out, 0, count);
        return out;
    }

    /** Copies native memory into a part of an array. */
    public static void copy(long address, byte[] into, int from, int count) {
        Objects.checkFromIndexSize(from, count, into.length);
        UNSAFE.copyMemory(null, address, into, Unsafe.ARRAY_BYTE_BASE_OFFSET + (long) from, count);
    }

    /** Copies a part of an array to native memory. */
    public static void copy(byte[] from, int start, long address, int count) {
        Objects.checkFromIndexSize(start, count, from.length);
        UNSAFE.copyMemory(from, Unsafe.ARRAY_BYTE_BASE_OFFSET + (long) start, null, address, count);
    }

    /** The bytes of a C string. */
    public static byte[] stringAt(long address) {
        byte[] out = new byte[length(address)];
        UNSAFE.copyMemory(null, address, out, Unsafe.ARRAY_BYTE_BASE_OFFSET, out.length);
        return out;
    }

    private static int length(long address) {
        if (NativeCalls.AVAILABLE) {
            return NativeCalls.length(address);
        }
        int length = 0;
        while (UNSAFE.getByte(address + length) != 0) {
            length++;
        }
        return length;
    }

    /** The pointer at an address. */
    public static long pointerAt(long address) {
        return UNSAFE.getLong(address);
    }

    /** The 64 bits at an address. */
    public static long longAt(long address) {
        return UNSAFE.getLong(address);
    }

    /** The 32 bits at an address. */
    public static int intAt(long address) {
        return UNSAFE.getInt(address);
    }

    /** The byte at an address. */
    public static byte byteAt(long address) {
        return UNSAFE.getByte(address);
    }

    /** Replaces the 32 bits at an address, as no other thread can come between; the old ones. */
    public static int getAndSetInt(long address, int value) {
        return UNSAFE.getAndSetInt(null, address, value);
    }

    /** The 16 bits at an address. */
    public static short shortAt(long address) {
        return UNSAFE.getShort(address);
    }

    @Override
    public void close() {
        while (count > 0) {
            UNSAFE.freeMemory(blocks[--count]);
        }
    }
}
