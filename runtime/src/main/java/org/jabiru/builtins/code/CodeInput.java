package org.jabiru.builtins.code;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jabiru.bytecode.PositionTable;
import org.jabiru.object.Str;

/**
 * Reads serialised code. It runs when no Java code is compiled yet, thousands of times in a start,
 * so it takes the bytes from the array itself.
 */
final class CodeInput {
    /** Shorter strs are shared by all code, as CPython interns names. */
    private static final int LONGEST_SHARED = 40;

    private final byte[] data;
    private final Texts texts;
    private int at;

    /** The strs of all code objects of one serialisation, made when they are first read. */
    private static final class Texts {
        final int[] starts;
        final int base;
        final TruffleString[] made;

        Texts(int[] starts, int base) {
            this.starts = starts;
            this.base = base;
            this.made = new TruffleString[starts.length - 1];
        }
    }

    private CodeInput(byte[] data, Texts texts, int at) {
        this.data = data;
        this.texts = texts;
        this.at = at;
    }

    /** What {@link CodeOutput#toByteArray} gave, in a part of an array. */
    static CodeInput of(byte[] data, int from, int size) throws IOException {
        try {
            CodeInput table = new CodeInput(data, null, from);
            table.at = from + ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(from);
            int[] starts = table.readInts();
            return new CodeInput(data, new Texts(starts, table.at), from + Integer.BYTES);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IOException("bad code of " + size + " bytes", e);
        }
    }

    /** A reader that goes on here, for later. */
    CodeInput mark() {
        return new CodeInput(data, texts, at);
    }

    void skip(int bytes) {
        at += bytes;
    }

    int readByte() {
        return data[at++];
    }

    int readInt() {
        int b = data[at++];
        if (b >= 0) {
            return b;
        }
        int value = b & 0x7F;
        int shift = 7;
        while ((b = data[at++]) < 0) {
            value |= (b & 0x7F) << shift;
            shift += 7;
        }
        return value | b << shift;
    }

    long readLong() {
        long l = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
        at += Long.BYTES;
        return l;
    }

    byte[] readBytes() {
        int length = readInt();
        byte[] bytes = new byte[length];
        System.arraycopy(data, at, bytes, 0, length);
        at += length;
        return bytes;
    }

    int[] readInts() {
        int length = readInt();
        int[] ints = new int[length];
        if (length > 0) {
            ByteBuffer.wrap(data, at, length * Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .get(ints);
            at += length * Integer.BYTES;
        }
        return ints;
    }

    /** Positions; they are read when someone asks for one. */
    PositionTable readPositions() {
        int length = readInt();
        PositionTable table = new PositionTable(data, at, length);
        at += length * Integer.BYTES;
        return table;
    }

    TruffleString readString() {
        int index = readInt() - 1;
        if (index < 0) {
            return null;
        }
        TruffleString made = texts.made[index];
        if (made == null) {
            made = make(texts.base + texts.starts[index], texts.base + texts.starts[index + 1]);
            texts.made[index] = made;
        }
        return made;
    }

    TruffleString[] readStrings() {
        TruffleString[] all = new TruffleString[readInt()];
        for (int i = 0; i < all.length; i++) {
            all[i] = readString();
        }
        return all;
    }

    private TruffleString make(int from, int to) {
        int length = to - from - 1;
        if (data[from] == 1) {
            String text = new String(data, from + 1, length, StandardCharsets.ISO_8859_1);
            return length <= LONGEST_SHARED ? Str.name(text) : Str.of(text);
        }
        int[] codePoints = new int[length / Integer.BYTES];
        ByteBuffer.wrap(data, from + 1, length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(codePoints);
        return Str.ofCodePoints(codePoints, 0, codePoints.length);
    }
}
