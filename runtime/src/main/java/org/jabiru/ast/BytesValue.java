package org.jabiru.ast;

import java.util.Arrays;

/** The value of a bytes literal: immutable, compared by content. */
public final class BytesValue {
    /** {@code b''}. */
    public static final BytesValue EMPTY = new BytesValue(new byte[0]);

    private final byte[] bytes;

    private BytesValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies {@code bytes}. */
    public static BytesValue of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new BytesValue(bytes.clone());
    }

    /** A copy of the content. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** Their number. */
    public int length() {
        return bytes.length;
    }

    /** The byte at {@code index}, 0 to 255. */
    public int get(int index) {
        return bytes[index] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BytesValue b && Arrays.equals(bytes, b.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Arrays.toString(bytes);
    }
}
