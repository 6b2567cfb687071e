package org.jabiru.builtins.exceptions;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;

/** A UnicodeDecodeError, UnicodeEncodeError or UnicodeTranslateError. */
public final class PyUnicodeError extends PyBaseException {
    /** {@code encoding}; null in a UnicodeTranslateError. */
    public Object encoding;

    /** What could not be converted: bytes, or a str. */
    public Object object;

    public long start;
    public long end;
    public Object reason;

    public PyUnicodeError(PyType type) {
        super(type);
    }

    @Override
    public void initialize(Object[] given, PyDict keywords) {
        rejectKeywords(keywords);
        boolean translate = type().isSubtype(ExceptionTypes.UnicodeTranslateError);
        boolean decode = type().isSubtype(ExceptionTypes.UnicodeDecodeError);
        int wanted = translate ? 4 : 5;
        if (given.length != wanted) {
            throw Errors.typeError(
                    "function takes exactly %d arguments (%d given)", wanted, given.length);
        }
        int at = 0;
        if (!translate) {
            encoding = str(given, at++);
        }
        object = decode ? bytes(given, at++) : str(given, at++);
        start = Args.toLong(given[at++]);
        end = Args.toLong(given[at++]);
        reason = str(given, at);
    }

    private static Object str(Object[] given, int index) {
        if (Str.valueOrNull(given[index]) == null) {
            throw wrong(given, index, "str");
        }
        return given[index];
    }

    private static Object bytes(Object[] given, int index) {
        Object value = given[index];
        for (PyType t : Types.of(value).mro()) {
            if (!t.isHeapType() && t.name().equals("bytes")) {
                return value;
            }
        }
        if (Types.of(value).lookup("__buffer__") == null) {
            throw Errors.typeError(
                    "a bytes-like object is required, not '%s'", Types.of(value).name());
        }
        return Call.call(Modules.attribute("builtins", "bytes"), value);
    }

    private static PyException wrong(Object[] given, int index, String wanted) {
        return Errors.typeError(
                "argument %d must be %s, not %s",
                index + 1, wanted, Types.nameForMessage(given[index]));
    }
}
