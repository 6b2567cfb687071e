package org.jabiru.parser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Source in the one form the tokenizer reads: UTF-8, lines ended by {@code \n}, the last one too,
 * then a zero byte.
 */
public final class SourceText {
    private final String filename;
    private final byte[] bytes;
    private final int length;
    private final boolean newlineAdded;
    private int[] lineStarts;

    private SourceText(String filename, byte[] bytes, int length, boolean newlineAdded) {
        this.filename = filename;
        this.bytes = bytes;
        this.length = length;
        this.newlineAdded = newlineAdded;
    }

    /**
     * Source from a file or a bytes object: finds its encoding by BOM and cookie (PEP 263).
     *
     * @throws PythonSyntaxException for an unknown encoding or undecodable bytes
     */
    public static SourceText ofBytes(byte[] raw, String filename) {
        return normalise(SourceDecoder.toUtf8(raw, filename), filename);
    }

    /** The encoding that the cookie in the bytes of source names (PEP 263), or null. */
    public static String declaredEncoding(byte[] raw) {
        return SourceDecoder.declared(raw);
    }

    /**
     * Source from a str, which holds no lone surrogates.
     *
     * @throws PythonSyntaxException for a null character
     */
    public static SourceText ofString(String source, String filename) {
        return normalise(source.getBytes(StandardCharsets.UTF_8), filename);
    }

    private static SourceText normalise(byte[] utf8, String filename) {
        byte[] out = new byte[utf8.length + 2];
        int n = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if (b == '\r') {
                b = '\n';
                if (i + 1 < utf8.length && utf8[i + 1] == '\n') {
                    i++;
                }
            } else if (b == 0) {
                throw PythonSyntaxException.withoutPlace(
                        "source code string cannot contain null bytes", filename);
            }
            out[n++] = b;
        }
        boolean add = n > 0 && out[n - 1] != '\n';
        if (add) {
            out[n++] = '\n';
        }
        return new SourceText(filename, out, n, add);
    }

    /** The name given to it. */
    public String filename() {
        return filename;
    }

    /** The bytes, followed by at least one zero. */
    byte[] bytes() {
        return bytes;
    }

    /** Their number without the zero. */
    int length() {
        return length;
    }

    /** Whether the last newline is not the author's. */
    boolean newlineAdded() {
        return newlineAdded;
    }

    /** The whole text. */
    public String text() {
        return text(0, newlineAdded ? length - 1 : length);
    }

    /** Where {@code line} (from 1) begins; the end for lines past the last. */
    int lineStart(int line) {
        if (lineStarts == null) {
            int[] starts = new int[16];
            int count = 1;
            for (int i = 0; i < length; i++) {
                if (bytes[i] == '\n') {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, count * 2);
                    }
                    starts[count++] = i + 1;
                }
            }
            lineStarts = Arrays.copyOf(starts, count);
        }
        return line > lineStarts.length ? length : lineStarts[Math.max(line, 1) - 1];
    }

    /** The end of the line that begins at {@code start}, its newline excluded. */
    int lineEnd(int start) {
        int end = start;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    /** A line without its newline. */
    public String line(int line) {
        int start = lineStart(line);
        return text(start, lineEnd(start));
    }

    /**
     * The text of an error on {@code line} found while {@code current} is the last line read:
     * CPython keeps the newline of that one only.
     */
    String errorText(int line, int current, boolean addedNewline) {
        int start = lineStart(line);
        int end = lineEnd(start);
        if (line >= current
                && end < length
                && (addedNewline || !newlineAdded || end < length - 1)) {
            end++;
        }
        return text(start, end);
    }

    /** The source between two offsets. */
    String text(int start, int end) {
        return new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }

    /** Characters in the first {@code byteCount} bytes from {@code start}; a cut one counts. */
    int characters(int start, int byteCount) {
        int n = 0;
        int end = Math.min(start + byteCount, bytes.length);
        for (int i = start; i < end; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                n++;
            }
        }
        return n;
    }
}
