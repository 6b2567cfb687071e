package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** The methods of OSError. */
@BuiltinType("OSError")
final class OSErrorType {
    private OSErrorType() {}

    /** The subclass of OSError for an error number of Linux (PEP 3151), or OSError itself. */
    static PyType typeForErrno(Object errno) {
        int number =
                Numbers.intOrNull(errno) instanceof Long n && n == n.intValue() ? n.intValue() : 0;
        return switch (number) {
            case 11, 114, 115 -> ExceptionTypes.BlockingIOError;
            case 10 -> ExceptionTypes.ChildProcessError;
            case 32, 108 -> ExceptionTypes.BrokenPipeError;
            case 103 -> ExceptionTypes.ConnectionAbortedError;
            case 111 -> ExceptionTypes.ConnectionRefusedError;
            case 104 -> ExceptionTypes.ConnectionResetError;
            case 17 -> ExceptionTypes.FileExistsError;
            case 2 -> ExceptionTypes.FileNotFoundError;
            case 4 -> ExceptionTypes.InterruptedError;
            case 21 -> ExceptionTypes.IsADirectoryError;
            case 20 -> ExceptionTypes.NotADirectoryError;
            case 1, 13 -> ExceptionTypes.PermissionError;
            case 3 -> ExceptionTypes.ProcessLookupError;
            case 110 -> ExceptionTypes.TimeoutError;
            default -> ExceptionTypes.OSError;
        };
    }

    /**
     * Whether the arguments are read by {@code __init__}: so it is in a subclass that overrides
     * {@code __init__} alone and passes other arguments on.
     */
    private static boolean initReadsArguments(PyType cls) {
        return cls.lookup("__init__") != ExceptionTypes.OSError.lookup("__init__")
                && cls.special().make == ExceptionTypes.OSError.special().make;
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (initReadsArguments(cls)) {
            return cls.factory.make(cls);
        }
        PyType type = cls;
        if (cls == ExceptionTypes.OSError && args.length >= 2 && args.length <= 5) {
            type = typeForErrno(args[0]);
        }
        PyOSError e = (PyOSError) type.factory.make(type);
        if (keywords.size() != 0) {
            throw Errors.typeError("%s() takes no keyword arguments", cls.name());
        }
        e.initialize(args, keywords);
        return e;
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyOSError self, Object[] args, PyDict keywords) {
        if (initReadsArguments(self.type())) {
            self.initialize(args, keywords);
        }
    }

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static TruffleString str(PyOSError self) {
        if (self.filename != null) {
            String files =
                    text(self.filename)
                            + (self.filename2 == null ? "" : " -> " + text(self.filename2));
            return Str.of(number(self) + ": " + files);
        }
        if (self.errno != null && self.strerror != null) {
            return Str.of(number(self));
        }
        return BaseExceptionType.str(self);
    }

    private static String number(PyOSError self) {
        return "[Errno "
                + Str.java(Repr.str(orNone(self.errno)))
                + "] "
                + Str.java(Repr.str(orNone(self.strerror)));
    }

    private static String text(Object file) {
        return Str.java(Repr.repr(file));
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyOSError self) {
        PyTuple args = self.args;
        if (args.size() == 2 && self.filename != null) {
            args =
                    self.filename2 == null
                            ? new PyTuple(args.get(0), args.get(1), self.filename)
                            : new PyTuple(
                                    args.get(0),
                                    args.get(1),
                                    self.filename,
                                    Singleton.NONE,
                                    self.filename2);
        }
        return BaseExceptionType.reduce(self, args);
    }

    private static Object orNone(Object value) {
        return value == null ? Singleton.NONE : value;
    }

    @Builtin(value = "errno", kind = BuiltinKind.FIELD, doc = "POSIX exception code")
    static Object errno(PyOSError self) {
        return orNone(self.errno);
    }

    @Builtin(value = "errno", kind = BuiltinKind.SETTER)
    static void setErrno(PyOSError self, Object value) {
        self.errno = value;
    }

    @Builtin(value = "strerror", kind = BuiltinKind.FIELD, doc = "exception strerror")
    static Object strerror(PyOSError self) {
        return orNone(self.strerror);
    }

    @Builtin(value = "strerror", kind = BuiltinKind.SETTER)
    static void setStrerror(PyOSError self, Object value) {
        self.strerror = value;
    }

    @Builtin(value = "filename", kind = BuiltinKind.FIELD, doc = "exception filename")
    static Object filename(PyOSError self) {
        return orNone(self.filename);
    }

    @Builtin(value = "filename", kind = BuiltinKind.SETTER)
    static void setFilename(PyOSError self, Object value) {
        self.filename = value;
    }

    @Builtin(value = "filename2", kind = BuiltinKind.FIELD, doc = "second exception filename")
    static Object filename2(PyOSError self) {
        return orNone(self.filename2);
    }

    @Builtin(value = "filename2", kind = BuiltinKind.SETTER)
    static void setFilename2(PyOSError self, Object value) {
        self.filename2 = value;
    }

    @Builtin(value = "characters_written", kind = BuiltinKind.GETTER)
    static long charactersWritten(PyOSError self) {
        if (self.written < 0) {
            throw Errors.attributeError("characters_written");
        }
        return self.written;
    }

    @Builtin(value = "characters_written", kind = BuiltinKind.SETTER)
    static void setCharactersWritten(PyOSError self, Object value) {
        if (value == null) {
            if (self.written < 0) {
                throw Errors.attributeError("characters_written");
            }
            self.written = -1;
            return;
        }
        self.written = Args.toLong(value);
    }
}
