package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.ByteBuilder;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** Codecs given by a mapping between bytes and characters (codecs, charmap_encode). */
public final class Charmap {
    private static final String NAME = "charmap";
    private static final String UNDEFINED = "character maps to <undefined>";

    private Charmap() {}

    /** {@code charmap_build}: from a table of 256 characters, character to byte. */
    public static PyDict build(TruffleString table) {
        CodePoints points = CodePoints.of(table);
        PyDict out = new PyDict();
        for (int i = 0; i < points.length(); i++) {
            if (points.at(i) != 0xfffe) {
                out.put((long) points.at(i), (long) i);
            }
        }
        return out;
    }

    private static Object lookupOrNull(Object mapping, long key) {
        if (mapping instanceof PyDict d && d.type() == DictType.TYPE) {
            return d.get(key);
        }
        try {
            return Sequences.getItem(mapping, key);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.LookupError)) {
                return null;
            }
            throw e;
        }
    }

    /** Encodes; the mapping gives ints, bytes or None. */
    public static byte[] encode(TruffleString text, String handler, Object mapping) {
        CodecErrors.EncodeTarget target =
                (c, out) -> {
                    Object to = lookupOrNull(mapping, c);
                    if (to == null || to == Singleton.NONE) {
                        return false;
                    }
                    if (to instanceof PyBytes b) {
                        out.append(b.value, 0, b.value.length);
                        return true;
                    }
                    Object code = Numbers.intOrNull(to);
                    if (code == null) {
                        throw Errors.typeError(
                                "character mapping must return integer, bytes or None, not %s",
                                Types.of(to).name());
                    }
                    if (!(code instanceof Long l) || l < 0 || l > 255) {
                        throw Errors.typeError("character mapping must be in range(256)");
                    }
                    out.append(l.intValue());
                    return true;
                };
        return CodecErrors.encodeAll(
                NAME, text, UNDEFINED, handler, true, target, new ByteBuilder(Str.length(text)));
    }

    /** Decodes; the mapping is a str, or gives ints, str or None. */
    public static TruffleString decode(byte[] in, String handler, Object mapping) {
        TruffleString table = Str.valueOrNull(mapping);
        CodePoints points = table == null ? null : CodePoints.of(table);
        StrBuilder out = new StrBuilder(in.length);
        int i = 0;
        while (i < in.length) {
            int b = in[i] & 0xff;
            boolean found =
                    points != null ? append(points, b, out) : append(lookupOrNull(mapping, b), out);
            i = found ? i + 1 : CodecErrors.decode(NAME, in, i, i + 1, UNDEFINED, handler, out);
        }
        return out.toStr();
    }

    private static boolean append(CodePoints table, int b, StrBuilder out) {
        if (b >= table.length() || table.at(b) == 0xfffe) {
            return false;
        }
        out.append(table.at(b));
        return true;
    }

    private static boolean append(Object to, StrBuilder out) {
        if (to == null || to == Singleton.NONE) {
            return false;
        }
        TruffleString text = Str.valueOrNull(to);
        if (text != null) {
            if (Str.length(text) == 1 && Str.codePointAt(text, 0) == 0xfffe) {
                return false;
            }
            out.append(text);
            return true;
        }
        Object code = Numbers.intOrNull(to);
        if (code == null) {
            throw Errors.typeError("character mapping must return integer, None or str");
        }
        if (code.equals(0xfffeL)) {
            return false;
        }
        if (!(code instanceof Long l) || l < 0 || l > 0x10ffff) {
            throw Errors.typeError("character mapping must be in range(0x%x)", 0x110000);
        }
        out.append(l.intValue());
        return true;
    }
}
