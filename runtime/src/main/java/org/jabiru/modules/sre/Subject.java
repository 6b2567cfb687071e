package org.jabiru.modules.sre;

import com.oracle.truffle.api.strings.InternalByteArray;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.modules.ByteArguments;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** What a pattern is matched against: the characters of a str or the bytes of a buffer. */
final class Subject {
    /** The object as it was given. */
    final Object object;

    /** The str, or null for bytes. */
    final TruffleString text;

    final int length;

    /** The characters when none is above 255, from an offset on; else null. */
    private final byte[] narrow;

    private final int offset;
    private final int[] wide;

    private Subject(
            Object object, TruffleString text, byte[] narrow, int offset, int[] wide, int length) {
        this.object = object;
        this.text = text;
        this.narrow = narrow;
        this.offset = offset;
        this.wide = wide;
        this.length = length;
    }

    /** Reads an object; TypeError when it is neither str nor bytes-like. */
    static Subject of(Object o) {
        TruffleString s = Str.valueOrNull(o);
        if (s == null) {
            if (!ByteArguments.isBytesLike(o)) {
                throw Errors.typeError(
                        "expected string or bytes-like object, got '%s'", Types.of(o).fullName());
            }
            byte[] bytes = ByteArguments.read(o);
            return new Subject(o, null, bytes, 0, null, bytes.length);
        }
        if (s.getCodeRangeUncached(Str.UTF_32).isSubsetOf(TruffleString.CodeRange.LATIN_1)) {
            InternalByteArray bytes =
                    s.switchEncodingUncached(TruffleString.Encoding.ISO_8859_1)
                            .getInternalByteArrayUncached(TruffleString.Encoding.ISO_8859_1);
            return new Subject(
                    o, s, bytes.getArray(), bytes.getOffset(), null, bytes.getLength());
        }
        // Tokenizers match the same long str again and again: it is decoded once.
        ThreadState thread = PythonContext.get().threadState();
        if (thread.decodedText != s) {
            thread.decodedCodePoints = Str.codePoints(s);
            thread.decodedText = s;
        }
        int[] points = thread.decodedCodePoints;
        return new Subject(o, s, null, 0, points, points.length);
    }

    boolean isBytes() {
        return text == null;
    }

    int at(int index) {
        return narrow != null ? narrow[offset + index] & 0xff : wide[index];
    }

    /** The part from one index up to another, as str or bytes. */
    Object slice(int from, int to) {
        if (text == null) {
            return from == 0 && to == length && ByteArguments.bytesOrNull(object) != null
                    ? object
                    : ByteArguments.bytes(java.util.Arrays.copyOfRange(narrow, from, to));
        }
        return from == 0 && to == length ? text : Str.substring(text, from, to);
    }

    /** The first index from one up to another where the character is, or -1. */
    int indexOf(int c, int from, int to) {
        if (narrow != null) {
            if (c > 255) {
                return -1;
            }
            byte b = (byte) c;
            for (int i = from; i < to; i++) {
                if (narrow[offset + i] == b) {
                    return i;
                }
            }
            return -1;
        }
        for (int i = from; i < to; i++) {
            if (wide[i] == c) {
                return i;
            }
        }
        return -1;
    }
}
