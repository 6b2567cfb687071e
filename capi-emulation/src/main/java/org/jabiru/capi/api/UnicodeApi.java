package org.jabiru.capi.api;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** Unicode Objects and Codecs. */
public final class UnicodeApi {
    private UnicodeApi() {}

    private static TruffleString str(Object o) {
        TruffleString s = Str.valueOrNull(o);
        if (s == null) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        return s;
    }

    private static Object textOr(String text, String otherwise) {
        return Str.of(text == null ? otherwise : text);
    }

    public static Object PyUnicode_AsEncodedString(
            CapiContext context, Object unicode, String encoding, String errors) {
        return Call.method(
                str(unicode), "encode", textOr(encoding, "utf-8"), textOr(errors, "strict"));
    }

    /** What C does not do itself: text that is not valid UTF-8. */
    public static Object PyUnicode_DecodeUTF8(
            CapiContext context, long string, long length, long errors) {
        PyBytes bytes = new PyBytes(Memory.getBytes(string, length));
        return Call.method(
                bytes,
                "decode",
                Str.name("utf-8"),
                textOr(errors == 0 ? null : Memory.string(errors), "strict"));
    }
}
