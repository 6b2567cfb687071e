package org.jabiru.builtins.code;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jabiru.object.Str;

/**
 * Serialised code in the making; {@link CodeInput} reads it. Every str stands once in it, in a
 * table at its end.
 */
final class CodeOutput {
    private byte[] data = new byte[1024];
    private int size = Integer.BYTES;
    private final Map<TruffleString, Integer> strings;

    CodeOutput() {
        this(new LinkedHashMap<>());
    }

    private CodeOutput(Map<TruffleString, Integer> strings) {
        this.strings = strings;
    }

    /** A part that {@link #putNested} adds, after its size; it has the same table. */
    CodeOutput nested() {
        CodeOutput part = new CodeOutput(strings);
        part.size = 0;
        return part;
    }

    void putNested(CodeOutput part) {
        putBytes(Arrays.copyOf(part.data, part.size));
    }

    void putByte(int b) {
        room(1);
        data[size++] = (byte) b;
    }

    /** Seven bits a byte, the lowest first. */
    void putInt(int i) {
        room(5);
        while ((i & ~0x7F) != 0) {
            data[size++] = (byte) (i | 0x80);
            i >>>= 7;
        }
        data[size++] = (byte) i;
    }

    void putLong(long l) {
        room(Long.BYTES);
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putLong(size, l);
        size += Long.BYTES;
    }

    void putBytes(byte[] bytes) {
        putInt(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, data, size, bytes.length);
        size += bytes.length;
    }

    void putInts(int[] ints) {
        putInt(ints.length);
        room(ints.length * Integer.BYTES);
        ByteBuffer out = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        for (int i : ints) {
            out.putInt(size, i);
            size += Integer.BYTES;
        }
    }

    /** A str; null is the number 0. */
    void putString(TruffleString s) {
        if (s == null) {
            putInt(0);
            return;
        }
        Integer known = strings.get(s);
        if (known == null) {
            known = strings.size();
            strings.put(s, known);
        }
        putInt(known + 1);
    }

    void putStrings(TruffleString[] all) {
        putInt(all.length);
        for (TruffleString s : all) {
            putString(s);
        }
    }

    /** What was written: where the table is, the rest, the table. */
    byte[] toByteArray() {
        int table = size;
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        int[] starts = new int[strings.size() + 1];
        int n = 0;
        for (TruffleString s : strings.keySet()) {
            starts[n++] = texts.size();
            texts.writeBytes(bytes(s));
        }
        starts[n] = texts.size();
        putInts(starts);
        room(texts.size());
        System.arraycopy(texts.toByteArray(), 0, data, size, texts.size());
        ByteBuffer out = ByteBuffer.allocate(size + texts.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.put(data, 0, size + texts.size()).putInt(0, table);
        return out.array();
    }

    /** The number of bytes of a code point, 1 or 4, then all of them. */
    private static byte[] bytes(TruffleString s) {
        int[] points = Str.codePoints(s);
        int all = 0;
        for (int c : points) {
            all |= c;
        }
        int width = all < 0x100 ? 1 : Integer.BYTES;
        ByteBuffer out = ByteBuffer.allocate(1 + points.length * width);
        out.order(ByteOrder.LITTLE_ENDIAN).put((byte) width);
        for (int c : points) {
            if (width == 1) {
                out.put((byte) c);
            } else {
                out.putInt(c);
            }
        }
        return out.array();
    }

    private void room(int bytes) {
        if (size + bytes > data.length) {
            data = Arrays.copyOf(data, Math.max(size + bytes, data.length * 2));
        }
    }
}
