package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** The methods of BaseException. */
@BuiltinType(value = "BaseException", doc = "Common base class of all exceptions.")
public final class BaseExceptionType {
    private BaseExceptionType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        PyBaseException e = (PyBaseException) cls.factory.make(cls);
        e.args = PyTuple.of(args);
        return e;
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyBaseException self, Object[] args, PyDict keywords) {
        self.rejectKeywords(keywords);
        self.args = PyTuple.of(args);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyBaseException self) {
        String name = self.type().shortName();
        return self.args.size() == 1
                ? name + "(" + Str.java(Repr.repr(self.args.get(0))) + ")"
                : name + Str.java(Repr.repr(self.args));
    }

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static TruffleString str(PyBaseException self) {
        return switch (self.args.size()) {
            case 0 -> Str.EMPTY;
            case 1 -> Repr.str(self.args.get(0));
            default -> Repr.str(self.args);
        };
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyBaseException self) {
        return reduce(self, self.args);
    }

    /** {@code (type, args)}, with the instance dict when there is something in it. */
    static Object reduce(PyBaseException self, PyTuple args) {
        PyDict dict = Attributes.instanceDict(self);
        return dict.size() == 0
                ? new PyTuple(self.type(), args)
                : new PyTuple(self.type(), args, dict);
    }

    @Builtin("__setstate__(self, state, /)")
    static void setState(PyBaseException self, Object state) {
        if (state == Singleton.NONE) {
            return;
        }
        if (!(state instanceof PyDict dict)) {
            throw Errors.typeError("state is not a dictionary");
        }
        for (int i = dict.first(); i >= 0; i = dict.next(i)) {
            Attributes.set(self, Str.valueOrNull(dict.keyAt(i)), dict.valueAt(i));
        }
    }

    @Builtin(
            value = "with_traceback(self, object, /)",
            shown = "($self, tb, /)",
            doc = "Set self.__traceback__ to tb and return self.")
    static Object withTraceback(PyBaseException self, Object traceback) {
        setTraceback(self, traceback);
        return self;
    }

    @Builtin(value = "add_note(self, note, /)", doc = "Add a note to the exception")
    static void addNote(PyBaseException self, TruffleString note) {
        ExceptionNotes.add(self, note);
    }

    @Builtin(value = "args", kind = BuiltinKind.GETTER)
    static Object args(PyBaseException self) {
        return self.args;
    }

    @Builtin(value = "args", kind = BuiltinKind.SETTER)
    static void setArgs(PyBaseException self, Object value) {
        if (value == null) {
            throw Errors.typeError("args may not be deleted");
        }
        self.args = PyTuple.of(Iteration.toArray(value));
    }

    @Builtin(value = "__traceback__", kind = BuiltinKind.GETTER)
    static Object traceback(PyBaseException self) {
        return self.traceback == null ? Singleton.NONE : self.traceback;
    }

    @Builtin(value = "__traceback__", kind = BuiltinKind.SETTER)
    static void setTraceback(PyBaseException self, Object value) {
        if (value == null) {
            throw Errors.typeError("__traceback__ may not be deleted");
        }
        if (value != Singleton.NONE && !Types.of(value).name().equals("traceback")) {
            throw Errors.typeError("__traceback__ must be a traceback or None");
        }
        self.traceback = value == Singleton.NONE ? null : value;
    }

    @Builtin(value = "__context__", kind = BuiltinKind.GETTER)
    static Object context(PyBaseException self) {
        return self.context == null ? Singleton.NONE : self.context;
    }

    @Builtin(value = "__context__", kind = BuiltinKind.SETTER)
    static void setContext(PyBaseException self, Object value) {
        self.context = exceptionOrNull(value, "__context__", "context");
    }

    @Builtin(value = "__cause__", kind = BuiltinKind.GETTER)
    static Object cause(PyBaseException self) {
        return self.cause == null ? Singleton.NONE : self.cause;
    }

    @Builtin(value = "__cause__", kind = BuiltinKind.SETTER)
    static void setCause(PyBaseException self, Object value) {
        self.cause = exceptionOrNull(value, "__cause__", "cause");
        self.suppressContext = true;
    }

    private static PyObject exceptionOrNull(Object value, String attribute, String what) {
        if (value == null) {
            throw Errors.typeError("%s may not be deleted", attribute);
        }
        if (value == Singleton.NONE) {
            return null;
        }
        if (value instanceof PyBaseException e) {
            return e;
        }
        throw Errors.typeError("exception %s must be None or derive from BaseException", what);
    }

    @Builtin(value = "__suppress_context__", kind = BuiltinKind.FIELD)
    static boolean suppressContext(PyBaseException self) {
        return self.suppressContext;
    }

    @Builtin(value = "__suppress_context__", kind = BuiltinKind.SETTER)
    static void setSuppressContext(PyBaseException self, Object value) {
        if (!(value instanceof Boolean b)) {
            throw Errors.typeError(
                    value == null
                            ? "can't delete numeric/char attribute"
                            : "attribute value type must be bool");
        }
        self.suppressContext = b;
    }
}
