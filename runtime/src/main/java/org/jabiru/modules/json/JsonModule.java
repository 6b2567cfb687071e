package org.jabiru.modules.json;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** The module {@code _json}. */
@BuiltinModule("_json")
public final class JsonModule {
    private JsonModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        module.dict.put("make_scanner", ScannerType.TYPE);
        module.dict.put("make_encoder", EncoderType.TYPE);
    }

    private static TruffleString text(Object o) {
        TruffleString s = Str.valueOrNull(o);
        if (s == null) {
            throw Errors.typeError(
                    "first argument must be a string, not %s", Types.of(o).fullName());
        }
        return s;
    }

    @Builtin(value = "encode_basestring(object, /)", doc = "A str as JSON, in quotes.")
    static TruffleString encode(Object o) {
        return StringEncoder.encode(text(o), false);
    }

    @Builtin(
            value = "encode_basestring_ascii(object, /)",
            doc = "A str as JSON in ASCII, in quotes.")
    static TruffleString encodeAscii(Object o) {
        return StringEncoder.encode(text(o), true);
    }

    @Builtin(
            value = "scanstring(string, end, strict=True, /)",
            shown = "none",
            doc = "The string whose opening quote is just before end, and where it ends.")
    static Object scanString(Object string, long end, boolean strict) {
        TruffleString document = text(string);
        StringScanner scanner = new StringScanner(document, CodePoints.of(document), strict);
        TruffleString value = scanner.read(end);
        return new PyTuple(value, (long) scanner.end);
    }
}
