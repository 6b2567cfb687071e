package org.jabiru.modules.contextvars;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.PythonContext;
import org.jabiru.ThreadState;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Watch;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** The methods of {@code contextvars.Context}. */
@BuiltinType(value = "_contextvars.Context", signature = "none")
public final class ContextType {
    public static final PyType TYPE =
            PyType.builtin("_contextvars.Context", ContextTypeTable::new, null)
                    .sealed()
                    .withWeakReferences();

    private ContextType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (args.length > 0 || keywords.size() > 0) {
            throw Errors.typeError("Context() does not accept any arguments");
        }
        return PyContext.empty();
    }

    private static PyContextVar key(Object key) {
        if (key instanceof PyContextVar v) {
            return v;
        }
        throw Errors.typeError("a ContextVar key was expected, got %s", Str.java(Repr.repr(key)));
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyContext self, Object key) {
        Object value = self.values.get(key(key));
        if (value == null) {
            throw Errors.keyError(key);
        }
        return value;
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyContext self, Object key) {
        return self.values.get(key(key)) != null;
    }

    @Builtin("get(self, key, default=None, /)")
    static Object get(PyContext self, Object key, Object missing) {
        Object value = self.values.get(key(key));
        return value == null ? missing : value;
    }

    @Builtin("__len__(self, /)")
    static long len(PyContext self) {
        return self.values.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyContext self) {
        List<Object> keys = new ArrayList<>();
        self.values.forEach((k, v) -> keys.add(k));
        return Iteration.iter(new PyList(keys));
    }

    @Builtin("keys(self, /)")
    static Object keys(PyContext self) {
        return iter(self);
    }

    @Builtin("values(self, /)")
    static Object values(PyContext self) {
        List<Object> values = new ArrayList<>();
        self.values.forEach((k, v) -> values.add(v));
        return Iteration.iter(new PyList(values));
    }

    @Builtin("items(self, /)")
    static Object items(PyContext self) {
        List<Object> items = new ArrayList<>();
        self.values.forEach((k, v) -> items.add(PyTuple.of(k, v)));
        return Iteration.iter(new PyList(items));
    }

    @Builtin("copy(self, /)")
    static Object copy(PyContext self) {
        return self.copy();
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyContext self, Object other) {
        if (!(other instanceof PyContext o)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return self.values.sameAs(o.values);
    }

    @Builtin(value = "run(self, /, *args, **kwargs)", shown = "none")
    static Object run(PyContext self, Object[] args, PyDict keywords) {
        if (args.length == 0) {
            throw Errors.typeError("run() missing 1 required positional argument");
        }
        ThreadState thread = PythonContext.get().threadState();
        enter(self, thread);
        try {
            Object[] all = new Object[args.length - 1 + keywords.size()];
            System.arraycopy(args, 1, all, 0, args.length - 1);
            TruffleString[] names = new TruffleString[keywords.size()];
            int n = 0;
            for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
                names[n] = (TruffleString) keywords.keyAt(i);
                all[args.length - 1 + n++] = keywords.valueAt(i);
            }
            return Call.call(args[0], all, n == 0 ? null : names);
        } finally {
            leave(self, thread);
        }
    }

    /** Makes it the thread's context (PyContext_Enter). */
    public static void enter(PyContext self, ThreadState thread) {
        if (self.entered) {
            throw Errors.runtimeError(
                    "cannot enter context: %s is already entered", Str.java(Repr.repr(self)));
        }
        self.previous = thread.contextVariables;
        self.entered = true;
        thread.contextVariables = self;
        PythonContext.announce(self, Watch.CONTEXT_SWITCHED, null);
    }

    /** Goes back to the context before (PyContext_Exit). */
    public static void leave(PyContext self, ThreadState thread) {
        if (!self.entered) {
            throw Errors.runtimeError(
                    "cannot exit context: %s has not been entered", Str.java(Repr.repr(self)));
        }
        if (thread.contextVariables != self) {
            throw Errors.runtimeError(
                    "cannot exit context: thread state references a different context object");
        }
        thread.contextVariables = self.previous;
        self.previous = null;
        self.entered = false;
        PyContext now = thread.contextVariables;
        PythonContext.announce(now == null ? Singleton.NONE : now, Watch.CONTEXT_SWITCHED, null);
    }
}
