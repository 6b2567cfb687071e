package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** The methods of SyntaxError. */
@BuiltinType("SyntaxError")
final class SyntaxErrorType {
    private SyntaxErrorType() {}

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PySyntaxError self, Object[] args, PyDict keywords) {
        self.args = PyTuple.of(args);
        self.initialize(args, keywords);
    }

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static TruffleString str(PySyntaxError self) {
        TruffleString file = Str.valueOrNull(self.filename);
        String message = Str.java(Repr.str(orNone(self.message)));
        String name = file == null ? null : Str.java(file);
        if (name != null) {
            name = name.substring(name.lastIndexOf('/') + 1);
        }
        boolean line = self.lineno instanceof Long;
        if (name == null && !line) {
            return Repr.str(orNone(self.message));
        }
        if (name == null) {
            return Str.of(message + " (line " + self.lineno + ")");
        }
        return Str.of(message + " (" + name + (line ? ", line " + self.lineno : "") + ")");
    }

    private static Object orNone(Object value) {
        return value == null ? Singleton.NONE : value;
    }

    @Builtin(value = "msg", kind = BuiltinKind.FIELD, doc = "exception msg")
    static Object message(PySyntaxError self) {
        return orNone(self.message);
    }

    @Builtin(value = "msg", kind = BuiltinKind.SETTER)
    static void setMessage(PySyntaxError self, Object value) {
        self.message = value;
    }

    @Builtin(value = "filename", kind = BuiltinKind.FIELD, doc = "exception filename")
    static Object filename(PySyntaxError self) {
        return orNone(self.filename);
    }

    @Builtin(value = "filename", kind = BuiltinKind.SETTER)
    static void setFilename(PySyntaxError self, Object value) {
        self.filename = value;
    }

    @Builtin(value = "lineno", kind = BuiltinKind.FIELD, doc = "exception lineno")
    static Object lineno(PySyntaxError self) {
        return orNone(self.lineno);
    }

    @Builtin(value = "lineno", kind = BuiltinKind.SETTER)
    static void setLineno(PySyntaxError self, Object value) {
        self.lineno = value;
    }

    @Builtin(value = "offset", kind = BuiltinKind.FIELD, doc = "exception offset")
    static Object offset(PySyntaxError self) {
        return orNone(self.offset);
    }

    @Builtin(value = "offset", kind = BuiltinKind.SETTER)
    static void setOffset(PySyntaxError self, Object value) {
        self.offset = value;
    }

    @Builtin(value = "text", kind = BuiltinKind.FIELD, doc = "exception text")
    static Object text(PySyntaxError self) {
        return orNone(self.text);
    }

    @Builtin(value = "text", kind = BuiltinKind.SETTER)
    static void setText(PySyntaxError self, Object value) {
        self.text = value;
    }

    @Builtin(value = "end_lineno", kind = BuiltinKind.FIELD, doc = "exception end lineno")
    static Object endLineno(PySyntaxError self) {
        return orNone(self.endLineno);
    }

    @Builtin(value = "end_lineno", kind = BuiltinKind.SETTER)
    static void setEndLineno(PySyntaxError self, Object value) {
        self.endLineno = value;
    }

    @Builtin(value = "end_offset", kind = BuiltinKind.FIELD, doc = "exception end offset")
    static Object endOffset(PySyntaxError self) {
        return orNone(self.endOffset);
    }

    @Builtin(value = "end_offset", kind = BuiltinKind.SETTER)
    static void setEndOffset(PySyntaxError self, Object value) {
        self.endOffset = value;
    }

    @Builtin(
            value = "print_file_and_line",
            kind = BuiltinKind.FIELD,
            doc = "exception print_file_and_line")
    static Object printFileAndLine(PySyntaxError self) {
        return orNone(self.printFileAndLine);
    }

    @Builtin(value = "print_file_and_line", kind = BuiltinKind.SETTER)
    static void setPrintFileAndLine(PySyntaxError self, Object value) {
        self.printFileAndLine = value;
    }

    @Builtin(value = "_metadata", kind = BuiltinKind.FIELD, doc = "exception private metadata")
    static Object metadata(PySyntaxError self) {
        return orNone(self.metadata);
    }

    @Builtin(value = "_metadata", kind = BuiltinKind.SETTER)
    static void setMetadata(PySyntaxError self, Object value) {
        self.metadata = value;
    }
}
