package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** The methods of BaseExceptionGroup (PEP 654). */
@BuiltinType(value = "BaseExceptionGroup", doc = "Several exceptions that are raised together.")
final class BaseExceptionGroupType {
    private BaseExceptionGroupType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (args.length != 2) {
            throw Errors.typeError(
                    "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)",
                    args.length);
        }
        if (Str.valueOrNull(args[0]) == null) {
            throw Errors.typeError(
                    "BaseExceptionGroup.__new__() argument 1 must be str, not %s",
                    Types.nameForMessage(args[0]));
        }
        PyTuple exceptions = exceptions(args[1]);
        boolean nestsBase = false;
        for (int i = 0; i < exceptions.size(); i++) {
            Object e = exceptions.get(i);
            if (!(e instanceof PyBaseException)) {
                throw Errors.valueError(
                        "Item %d of second argument (exceptions) is not an exception", i);
            }
            nestsBase |= !Types.isInstance(e, ExceptionTypes.Exception);
        }
        PyType type = cls;
        if (cls == ExceptionTypes.BaseExceptionGroup) {
            type = nestsBase ? cls : ExceptionTypes.ExceptionGroup;
        } else if (nestsBase && cls == ExceptionTypes.ExceptionGroup) {
            throw Errors.typeError("Cannot nest BaseExceptions in an ExceptionGroup");
        } else if (nestsBase && cls.isSubtype(ExceptionTypes.Exception)) {
            throw Errors.typeError("Cannot nest BaseExceptions in '%s'", cls.name());
        }
        PyExceptionGroup group = (PyExceptionGroup) type.factory.make(type);
        group.args = PyTuple.of(args);
        group.message = args[0];
        group.exceptions = exceptions;
        return group;
    }

    private static PyTuple exceptions(Object given) {
        if (given instanceof PyDict || Types.of(given).special().getItem == null) {
            throw Errors.typeError("second argument (exceptions) must be a sequence");
        }
        PyTuple exceptions = PyTuple.of(Iteration.toArray(given));
        if (exceptions.size() == 0) {
            throw Errors.valueError("second argument (exceptions) must be a non-empty sequence");
        }
        return exceptions;
    }

    @Builtin("__init__(self, /, *args, **kwargs)")
    static void init(PyExceptionGroup self, Object[] args, PyDict keywords) {
        self.initialize(args, keywords);
        self.args = PyTuple.of(args);
    }

    @Builtin(value = "__str__(self, /)", doc = "Return str(self).")
    static TruffleString str(PyExceptionGroup self) {
        int n = self.exceptions.size();
        return Str.of(
                Str.java(Repr.str(self.message))
                        + " ("
                        + n
                        + " sub-exception"
                        + (n == 1 ? ")" : "s)"));
    }

    @Builtin("derive(self, excs, /)")
    static Object derive(PyExceptionGroup self, Object exceptions) {
        return Call.call(ExceptionTypes.BaseExceptionGroup, self.message, exceptions);
    }

    @Builtin("split(self, matcher_value, /)")
    static Object split(PyExceptionGroup self, Object condition) {
        GroupSplit parts = GroupSplit.of(self, GroupSplit.matcher(condition), true);
        return new PyTuple(orNone(parts.match()), orNone(parts.rest()));
    }

    @Builtin("subgroup(self, matcher_value, /)")
    static Object subgroup(PyExceptionGroup self, Object condition) {
        return orNone(GroupSplit.of(self, GroupSplit.matcher(condition), false).match());
    }

    private static Object orNone(Object value) {
        return value == null ? Singleton.NONE : value;
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "See PEP 585")
    static Object classGetItem(Object cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @Builtin(value = "message", kind = BuiltinKind.FIELD, doc = "exception message")
    static Object message(PyExceptionGroup self) {
        return self.message == null ? Singleton.NONE : self.message;
    }

    @Builtin(value = "exceptions", kind = BuiltinKind.FIELD, doc = "nested exceptions")
    static Object exceptions(PyExceptionGroup self) {
        return self.exceptions;
    }

    static PyList list(Iterable<PyBaseException> items) {
        PyList out = new PyList();
        items.forEach(out::append);
        return out;
    }
}
