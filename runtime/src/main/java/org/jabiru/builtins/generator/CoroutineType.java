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

/** The methods of {@link PyCoroutine}. */
@BuiltinType(value = "coroutine", doc = "The body of an async function.")
public final class CoroutineType {
    public static final PyType TYPE =
            PyType.builtin("coroutine", CoroutineTypeTable::new, null)
                    .sealed()
                    .withWeakReferences();

    private CoroutineType() {}

    @Builtin(value = "__await__(self, /)", doc = "Return an iterator to be used in await.")
    static Object await(PyCoroutine self) {
        return new PyCoroutineWrapper(self);
    }

    @Builtin(
            value = "send(self, value, /)",
            shown = "($self, object, /)",
            doc = "Send a value into coroutine, resume it, and return what it yields.")
    static Object send(PyCoroutine self, Object value) {
        return self.sendOrStop(value);
    }

    @Builtin(
            value = "throw(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)",
            shown = "none",
            doc = "Raise an exception in coroutine, where its body is suspended.")
    static Object throwInto(PyCoroutine self, Object type, Object value, Object traceback) {
        return self.orStop(self.throwInto(Throwing.exception(type, value, traceback)));
    }

    @Builtin(
            value = "close(self, /)",
            doc = "Raise GeneratorExit inside coroutine, where its body is suspended.")
    static Object close(PyCoroutine self) {
        return self.close();
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyCoroutine self) {
        return "<coroutine object "
                + Str.java(self.qualifiedName)
                + " at "
                + Identity.address(self)
                + ">";
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER, doc = "name of the coroutine")
    static Object name(PyCoroutine self) {
        return self.name;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.SETTER)
    static void setName(PyCoroutine self, Object value) {
        self.name = string(value, "__name__");
    }

    @Builtin(
            value = "__qualname__",
            kind = BuiltinKind.GETTER,
            doc = "qualified name of the coroutine")
    static Object qualifiedName(PyCoroutine self) {
        return self.qualifiedName;
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.SETTER)
    static void setQualifiedName(PyCoroutine self, Object value) {
        self.qualifiedName = string(value, "__qualname__");
    }

    private static TruffleString string(Object value, String attribute) {
        TruffleString s = value == null ? null : Str.valueOrNull(value);
        if (s == null) {
            throw Errors.typeError("%s must be set to a string object", attribute);
        }
        return s;
    }

    @Builtin(value = "cr_code", kind = BuiltinKind.GETTER)
    static Object code(PyCoroutine self) {
        return self.code;
    }

    @Builtin(value = "cr_frame", kind = BuiltinKind.GETTER)
    static Object frame(PyCoroutine self) {
        Object frame = self.frameOrNull();
        return frame == null ? Singleton.NONE : frame;
    }

    @Builtin(value = "cr_running", kind = BuiltinKind.GETTER)
    static Object running(PyCoroutine self) {
        return self.running;
    }

    @Builtin(value = "cr_suspended", kind = BuiltinKind.GETTER)
    static Object suspended(PyCoroutine self) {
        return self.started && !self.running && !self.finished;
    }

    @Builtin(value = "cr_await", kind = BuiltinKind.GETTER)
    static Object delegate(PyCoroutine self) {
        return self.delegate == null || self.running ? Singleton.NONE : self.delegate;
    }

    @Builtin(value = "cr_origin", kind = BuiltinKind.FIELD)
    static Object origin(PyCoroutine self) {
        return self.origin;
    }

    @Builtin("__del__(self, /)")
    static void finalizer(PyCoroutine self) {
        self.warnWhenUnawaited();
        self.closeAtDeath();
    }

    @Builtin(
            value = "__class_getitem__(cls, item, /)",
            shown = "($type, object, /)",
            kind = BuiltinKind.CLASS)
    static Object classGetItem(PyType cls, Object item) {
        return Call.call(GenericAliases.type(), cls, item);
    }
}
