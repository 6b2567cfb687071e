package org.jabiru.builtins.module;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** The methods of {@code types.ModuleType}. */
@BuiltinType(value = "module", doc = "A namespace that was imported.")
public final class ModuleType {
    public static final PyType TYPE =
            PyType.builtin("module", ModuleTypeTable::new, PyModule::new)
                    .withInstanceDict()
                    .withWeakReferences();

    private ModuleType() {}

    /** {@code ModuleType.__getattribute__}, with the module's own {@code __getattr__} (PEP 562). */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object getAttribute(Object o, TruffleString name) {
        PyModule module = (PyModule) o;
        Object found = Attributes.genericOrNull(module, name);
        if (found != null) {
            return found;
        }
        Object fallback = module.dict.get("__getattr__");
        if (fallback != null) {
            return Call.call(fallback, name);
        }
        throw MissingModuleAttribute.error(module, name);
    }

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return cls.factory.make(cls);
    }

    @Builtin("__init__(self, /, name, doc=None)")
    static void init(PyModule self, TruffleString name, Object doc) {
        self.introduce(name, doc);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static Object repr(PyModule self) {
        Object importlib = PythonContext.get().importlib;
        if (importlib != null) {
            return Call.method(importlib, "_module_repr", self);
        }
        Object name = self.dict.get("__name__");
        return Str.of("<module " + (name == null ? "'?'" : Str.java(Repr.repr(name))) + ">");
    }

    @Builtin(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
    static Object getAttributeMethod(PyModule self, Object name) {
        return getAttribute(self, ObjectType.attributeName(name));
    }

    @Builtin(value = "__dir__(self, /)", doc = "__dir__() -> list")
    static Object dir(PyModule self) {
        if (self.type() != TYPE && !(Attributes.getOrNull(self, "__dict__") instanceof PyDict)) {
            throw Errors.typeError(
                    "%s.__dict__ is not a dictionary",
                    Str.java(Repr.str(self.dict.get("__name__"))));
        }
        Object own = self.dict.get("__dir__");
        return own != null ? Call.call(own) : new PyList(keys(self.dict));
    }

    private static Object[] keys(PyDict dict) {
        return Iteration.toArray(Call.method(dict, "keys"));
    }

    @Builtin(value = "__dict__", kind = BuiltinKind.FIELD)
    static Object dict(PyModule self) {
        return self.dict;
    }

    @Builtin(value = "__annotations__", kind = BuiltinKind.GETTER)
    static Object annotations(PyModule self) {
        return ModuleAnnotations.annotations(self);
    }

    @Builtin(value = "__annotations__", kind = BuiltinKind.SETTER)
    static void setAnnotations(PyModule self, Object value) {
        ModuleAnnotations.setAnnotations(self, value);
    }

    @Builtin(value = "__annotate__", kind = BuiltinKind.GETTER)
    static Object annotate(PyModule self) {
        return ModuleAnnotations.annotate(self);
    }

    @Builtin(value = "__annotate__", kind = BuiltinKind.SETTER)
    static void setAnnotate(PyModule self, Object value) {
        ModuleAnnotations.setAnnotate(self, value);
    }
}
