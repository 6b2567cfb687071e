package org.jabiru.builtins.bytes;

import java.util.Arrays;

/** A growing array of bytes. */
public final class ByteBuilder {
    private byte[] data;
    private int size;

    public ByteBuilder(int capacity) {
        data = new byte[Math.max(capacity, 16)];
    }

    private void reserve(int more) {
        if (size + more > data.length) {
            int wanted = ByteStrings.checkedLength((long) size + more);
            data = Arrays.copyOf(data, Math.max(wanted, size + (size >> 1)));
        }
    }

    public int size() {
        return size;
    }

    /** Appends the low eight bits. */
    public ByteBuilder append(int b) {
        reserve(1);
        data[size++] = (byte) b;
        return this;
    }

    /** Appends a range of an array. */
    public ByteBuilder append(byte[] bytes, int from, int to) {
        reserve(to - from);
        System.arraycopy(bytes, from, data, size, to - from);
        size += to - from;
        return this;
    }

    /** Appends ASCII text. */
    public ByteBuilder append(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            append(ascii.charAt(i));
        }
        return this;
    }

    /** The last byte, or -1 when there is none. */
    public int last() {
        return size == 0 ? -1 : data[size - 1];
    }

    /** Takes the last byte away. */
    public void removeLast() {
        size--;
    }

    public byte[] toByteArray() {
        return size == data.length ? data : Arrays.copyOf(data, size);
    }
}
