package org.jabiru.modules.sre;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.bytes.BytesType;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.ByteArguments;

/** What a pattern is matched against: the characters of a str or the bytes of a buffer. */
final class Subject {
    /** The object as it was given. */
    final Object object;

    /** The str, or null for bytes. */
    private final TruffleString text;

    final int length;

    /** One of both is null. */
    private final byte[] bytes;

    private final CodePoints points;

    private Subject(Object object, TruffleString text, byte[] bytes) {
        this.object = object;
        this.text = text;
        this.bytes = bytes;
        this.points = text == null ? null : CodePoints.of(text);
        this.length = text == null ? bytes.length : points.length();
    }

    /** Reads an object; TypeError when it is neither str nor bytes-like. */
    static Subject of(Object o) {
        TruffleString s = Str.valueOrNull(o);
        if (s != null) {
            return new Subject(o, s, null);
        }
        if (!ByteArguments.isBytesLike(o)) {
            throw Errors.typeError(
                    "expected string or bytes-like object, got '%s'", Types.of(o).fullName());
        }
        return new Subject(o, null, ByteArguments.read(o));
    }

    boolean isBytes() {
        return text == null;
    }

    int at(int index) {
        return bytes != null ? bytes[index] & 0xff : points.at(index);
    }

    /** The part from one index up to another, as str or bytes. */
    Object slice(int from, int to) {
        if (text == null) {
            boolean fixed = ByteArguments.bytesOrNull(object) != null;
            if (fixed && from == 0 && to == length && Types.of(object) == BytesType.TYPE) {
                return object;
            }
            // Other objects may have changed since the match.
            byte[] now = fixed ? bytes : ByteArguments.read(object);
            int last = Math.min(to, now.length);
            return ByteArguments.bytes(Arrays.copyOfRange(now, Math.min(from, last), last));
        }
        return from == 0 && to == length ? text : Str.substring(text, from, to);
    }

    /** The first index from one up to another where the character is, or -1. */
    int indexOf(int c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (at(i) == c) {
                return i;
            }
        }
        return -1;
    }
}
