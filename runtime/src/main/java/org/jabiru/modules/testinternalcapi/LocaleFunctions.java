package org.jabiru.modules.testinternalcapi;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.codecs.Codecs;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;

/** The locale's encoding, which is UTF-8 here, as CPython's tests call it. */
@BuiltinModule("_testinternalcapi")
final class LocaleFunctions {
    private static final TruffleString UTF_8 = Str.name("utf-8");

    private LocaleFunctions() {}

    private static TruffleString handler(TruffleString errors) {
        String name = errors == null ? "strict" : Str.java(errors);
        if (!name.equals("strict") && !name.equals("surrogateescape")) {
            throw Errors.valueError("unsupported error handler");
        }
        return Str.name(name);
    }

    @Builtin("EncodeLocaleEx(text, current_locale=0, errors='strict', /)")
    static Object encode(TruffleString text, Object current, TruffleString errors) {
        TruffleString handler = handler(errors);
        try {
            return new PyBytes(Codecs.encode(text, UTF_8, handler));
        } catch (PyException e) {
            throw problem(e, ExceptionTypes.UnicodeEncodeError, "encode error");
        }
    }

    @Builtin("DecodeLocaleEx(bytes, current_locale=0, errors='strict', /)")
    static Object decode(PyBytes bytes, Object current, TruffleString errors) {
        TruffleString handler = handler(errors);
        try {
            return Codecs.decode(bytes.value, UTF_8, handler);
        } catch (PyException e) {
            throw problem(e, ExceptionTypes.UnicodeDecodeError, "decode error");
        }
    }

    private static PyException problem(PyException e, PyType kind, String what) {
        if (!e.is(kind)) {
            return e;
        }
        Object start = Attributes.get(e.exception(), "start");
        String reason = Str.java(Repr.str(Attributes.get(e.exception(), "reason")));
        return Errors.runtimeError(
                "%s: pos=%s, reason=%s", what, Str.java(Repr.str(start)), reason);
    }
}
