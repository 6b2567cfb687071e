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

/** The methods of {@link PyGenerator}. */
@BuiltinType(value = "generator", doc = "A function's body that is suspended where it yields.")
public final class GeneratorType {
    public static final PyType TYPE =
            PyType.builtin("generator", GeneratorTypeTable::new, null)
                    .sealed()
                    .withWeakReferences();

    private GeneratorType() {}

    @Builtin(value = "__iter__(self, /)", doc = "Implement iter(self).")
    static Object iter(PyGenerator self) {
        return self;
    }

    @Builtin(value = "__next__(self, /)", doc = "Implement next(self).")
    static Object next(PyGenerator self) {
        return self.sendOrStop(Singleton.NONE);
    }

    @Builtin(
            value = "send(self, value, /)",
            shown = "($self, object, /)",
            doc = "Resume with a value.")
    static Object send(PyGenerator self, Object value) {
        return self.sendOrStop(value);
    }

    @Builtin(
            value = "throw(self, typ, val=<unrepresentable>, tb=<unrepresentable>, /)",
            shown = "none",
            doc = "Raise an exception where the body is suspended.")
    static Object throwInto(PyGenerator self, Object type, Object value, Object traceback) {
        return self.orStop(self.throwInto(Throwing.exception(type, value, traceback)));
    }

    @Builtin("__del__(self, /)")
    static void finalizer(PyGenerator self) {
        self.closeAtDeath();
    }

    @Builtin(value = "close(self, /)", doc = "Raise GeneratorExit where the body is suspended.")
    static Object close(PyGenerator self) {
        return self.close();
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyGenerator self) {
        return "<generator object "
                + Str.java(self.qualifiedName)
                + " at "
                + Identity.address(self)
                + ">";
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyGenerator self) {
        return self.name;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.SETTER)
    static void setName(PyGenerator self, Object value) {
        self.name = string(value, "__name__");
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyGenerator self) {
        return self.qualifiedName;
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.SETTER)
    static void setQualifiedName(PyGenerator self, Object value) {
        self.qualifiedName = string(value, "__qualname__");
    }

    private static TruffleString string(Object value, String attribute) {
        TruffleString s = value == null ? null : Str.valueOrNull(value);
        if (s == null) {
            throw Errors.typeError("%s must be set to a string object", attribute);
        }
        return s;
    }

    @Builtin(value = "gi_code", kind = BuiltinKind.GETTER)
    static Object code(PyGenerator self) {
        return self.code;
    }

    @Builtin(value = "gi_frame", kind = BuiltinKind.GETTER)
    static Object frame(PyGenerator self) {
        Object frame = self.frameOrNull();
        return frame == null ? Singleton.NONE : frame;
    }

    @Builtin(value = "gi_running", kind = BuiltinKind.GETTER)
    static Object running(PyGenerator self) {
        return self.running;
    }

    @Builtin(value = "gi_suspended", kind = BuiltinKind.GETTER)
    static Object suspended(PyGenerator self) {
        return self.started && !self.running && !self.finished;
    }

    @Builtin(value = "gi_yieldfrom", kind = BuiltinKind.GETTER)
    static Object delegate(PyGenerator self) {
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
