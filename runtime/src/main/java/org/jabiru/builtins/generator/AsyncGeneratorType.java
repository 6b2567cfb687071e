package org.jabiru.builtins.generator;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.object.Identity;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** The methods of {@link PyAsyncGenerator}. */
@BuiltinType(value = "async_generator", doc = "The body of an async function that yields.")
public final class AsyncGeneratorType {
    public static final PyType TYPE =
            PyType.builtin("async_generator", AsyncGeneratorTypeTable::new, null)
                    .sealed()
                    .withWeakReferences();

    private AsyncGeneratorType() {}

    @Builtin(value = "__aiter__(self, /)", doc = "Return an awaitable iterator.")
    static Object aiter(PyAsyncGenerator self) {
        return self;
    }

    @Builtin(value = "__anext__(self, /)", doc = "Return a value or raise StopAsyncIteration.")
    static Object anext(PyAsyncGenerator self) {
        self.callFirstIterationHook();
        return new PyAsyncSend(self, Singleton.NONE);
    }

    @Builtin(value = "asend(self, value, /)", shown = "($self, object, /)", doc = "Send a value.")
    static Object asend(PyAsyncGenerator self, Object value) {
        self.callFirstIterationHook();
        return new PyAsyncSend(self, value);
    }

    @Builtin(
            value = "athrow(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)",
            shown = "none",
            doc = "Raise an exception.")
    static Object athrow(PyAsyncGenerator self, Object type, Object value, Object traceback) {
        if (value != null) {
            Throwing.warnOfSignature("athrow");
        }
        self.callFirstIterationHook();
        return new PyAsyncThrow(self, new Object[] {type, value, traceback});
    }

    @Builtin(value = "aclose(self, /)", doc = "Raise GeneratorExit.")
    static Object aclose(PyAsyncGenerator self) {
        self.callFirstIterationHook();
        return new PyAsyncThrow(self, null);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyAsyncGenerator self) {
        return "<async_generator object "
                + Str.java(self.qualifiedName)
                + " at "
                + Identity.address(self)
                + ">";
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyAsyncGenerator self) {
        return self.name;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.SETTER)
    static void setName(PyAsyncGenerator self, Object value) {
        self.name = string(value, "__name__");
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyAsyncGenerator self) {
        return self.qualifiedName;
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.SETTER)
    static void setQualifiedName(PyAsyncGenerator self, Object value) {
        self.qualifiedName = string(value, "__qualname__");
    }

    private static TruffleString string(Object value, String attribute) {
        TruffleString s = value == null ? null : Str.valueOrNull(value);
        if (s == null) {
            throw Errors.typeError("%s must be set to a string object", attribute);
        }
        return s;
    }

    @Builtin("__del__(self, /)")
    static void finalizer(PyAsyncGenerator self) {
        self.callFinalizerHook();
    }

    @Builtin(value = "ag_code", kind = BuiltinKind.GETTER)
    static Object code(PyAsyncGenerator self) {
        return self.code;
    }

    @Builtin(value = "ag_frame", kind = BuiltinKind.GETTER)
    static Object frame(PyAsyncGenerator self) {
        Object frame = self.frameOrNull();
        return frame == null ? Singleton.NONE : frame;
    }

    @Builtin(value = "ag_running", kind = BuiltinKind.FIELD)
    static Object running(PyAsyncGenerator self) {
        return self.operationRunning;
    }

    @Builtin(value = "ag_suspended", kind = BuiltinKind.GETTER)
    static Object suspended(PyAsyncGenerator self) {
        return self.started && !self.running && !self.finished;
    }

    @Builtin(value = "ag_await", kind = BuiltinKind.GETTER)
    static Object delegate(PyAsyncGenerator self) {
        return self.delegate == null || self.running ? Singleton.NONE : self.delegate;
    }

    @Builtin(
            value = "__class_getitem__(cls, item, /)",
            shown = "($type, object, /)",
            kind = BuiltinKind.CLASS)
    static Object classGetItem(PyType cls, Object item) {
        return Call.call(GenericAliases.type(), cls, item);
    }
}
