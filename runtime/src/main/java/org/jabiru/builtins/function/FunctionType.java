package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.object.Watch;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.CallerFrame;
import org.jabiru.protocol.Warnings;

/** The methods of {@code types.FunctionType}. */
@BuiltinType(value = "function", doc = "A function that is defined in Python.")
public final class FunctionType {
    public static final PyType TYPE =
            PyType.builtin("function", FunctionTypeTable::new, null)
                    .sealed()
                    .withInstanceDict()
                    .withWeakReferences();

    private static final Object[] NO_DEFAULTS = {};

    private FunctionType() {}

    @Builtin(
            value =
                    "__new__(cls, code, globals, name=None, argdefs=None, closure=None,"
                            + " kwdefaults=None)",
            kind = BuiltinKind.NEW,
            doc = "Create a function object.")
    static Object newInstance(
            PyType cls,
            PyCode code,
            PyDict globals,
            Object name,
            Object defaults,
            Object closure,
            Object keywordDefaults) {
        TruffleString named = Str.valueOrNull(name);
        if (named == null && name != Singleton.NONE) {
            throw Errors.typeError("arg 3 (name) must be None or string");
        }
        if (defaults != Singleton.NONE && !(defaults instanceof PyTuple)) {
            throw Errors.typeError("arg 4 (defaults) must be None or tuple");
        }
        Audit.event("function.__new__", code);
        PyFunction f =
                new PyFunction(
                        code,
                        globals,
                        cells(code, closure),
                        defaults instanceof PyTuple t ? t.items : NO_DEFAULTS);
        PyFunction caller = CallerFrame.functionOrNull();
        if (caller != null && globals.get("__builtins__") == null) {
            caller.builtins();
            f.shareBuiltins(caller);
        }
        if (keywordDefaults != Singleton.NONE) {
            if (!(keywordDefaults instanceof PyDict d)) {
                throw Errors.typeError("arg 6 (kwdefaults) must be None or dict");
            }
            f.keywordDefaults = d;
        }
        if (named != null) {
            f.name = named;
        }
        return f;
    }

    private static PyCell[] cells(PyCode code, Object closure) {
        int wanted = code.freeNames.length;
        if (closure == Singleton.NONE) {
            if (wanted != 0) {
                throw Errors.typeError("arg 5 (closure) must be tuple");
            }
            return new PyCell[0];
        }
        if (!(closure instanceof PyTuple t)) {
            throw Errors.typeError("arg 5 (closure) must be None or tuple");
        }
        if (t.size() != wanted) {
            throw Errors.valueError(
                    "%s requires closure of length %d, not %d",
                    Str.java(code.name), wanted, t.size());
        }
        PyCell[] cells = new PyCell[wanted];
        for (int i = 0; i < wanted; i++) {
            if (!(t.get(i) instanceof PyCell c)) {
                throw Errors.typeError(
                        "arg 5 (closure) expected cell, found %s", Types.of(t.get(i)).name());
            }
            cells[i] = c;
        }
        return cells;
    }

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object call(PyFunction self, Object[] args, PyDict keywords) {
        return CallWithDict.call(self, args, keywords);
    }

    @Builtin(
            value = "__get__(self, instance, owner=None, /)",
            doc = "Return an attribute of instance, which is of type owner.")
    static Object get(PyFunction self, Object instance, Object owner) {
        if (instance == Singleton.NONE) {
            if (owner == Singleton.NONE) {
                throw Errors.typeError("__get__(None, None) is invalid");
            }
            return self;
        }
        return new PyMethod(self, instance);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyFunction self) {
        return "<function " + Str.java(self.qualifiedName) + " at " + Identity.address(self) + ">";
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyFunction self) {
        return self.name;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.SETTER)
    static void setName(PyFunction self, Object value) {
        self.name = string(value, "__name__");
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyFunction self) {
        return self.qualifiedName;
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.SETTER)
    static void setQualifiedName(PyFunction self, Object value) {
        self.qualifiedName = string(value, "__qualname__");
    }

    private static TruffleString string(Object value, String attribute) {
        TruffleString s = value == null ? null : Str.valueOrNull(value);
        if (s == null) {
            throw Errors.typeError("%s must be set to a string object", attribute);
        }
        return s;
    }

    @Builtin(value = "__module__", kind = BuiltinKind.FIELD)
    static Object module(PyFunction self) {
        return self.module;
    }

    @Builtin(value = "__module__", kind = BuiltinKind.SETTER)
    static void setModule(PyFunction self, Object value) {
        self.module = value == null ? Singleton.NONE : value;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.FIELD)
    static Object doc(PyFunction self) {
        return self.doc;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.SETTER)
    static void setDoc(PyFunction self, Object value) {
        self.doc = value == null ? Singleton.NONE : value;
    }

    @Builtin(value = "__code__", kind = BuiltinKind.GETTER)
    static Object code(PyFunction self) {
        return self.shownCode();
    }

    @Builtin(value = "__code__", kind = BuiltinKind.SETTER)
    static void setCode(PyFunction self, Object value) {
        Audit.event("object.__setattr__", self, Str.name("__code__"), value);
        if (!(value instanceof PyCode code)) {
            throw Errors.typeError("__code__ must be set to a code object");
        }
        int free = code.freeNames.length;
        int cells = self.shownCode().freeNames.length;
        if (free != cells) {
            throw Errors.valueError(
                    "%s() requires a code object with %d free vars, not %d",
                    Str.java(self.name), cells, free);
        }
        if (((code.flags ^ self.shownCode().flags) & PyCode.CO_SUSPENDABLE) != 0) {
            Warnings.warn(
                    ExceptionTypes.DeprecationWarning,
                    "Assigning a code object of non-matching type is deprecated (e.g., from a"
                            + " generator to a plain function)",
                    1);
        }
        PythonContext.announce(self, Watch.FUNCTION_CODE, code);
        self.setShownCode(code);
    }

    private static void auditChange(PyFunction self, String name, Object value) {
        if (value == null) {
            Audit.event("object.__delattr__", self, Str.name(name));
        } else {
            Audit.event("object.__setattr__", self, Str.name(name), value);
        }
    }

    @Builtin(value = "__globals__", kind = BuiltinKind.FIELD)
    static Object globals(PyFunction self) {
        return self.globals;
    }

    @Builtin(value = "__builtins__", kind = BuiltinKind.FIELD)
    static Object builtins(PyFunction self) {
        return self.builtinsMapping();
    }

    @Builtin(value = "__closure__", kind = BuiltinKind.FIELD)
    static Object closure(PyFunction self) {
        if (self.exchangedClosure != null) {
            return self.exchangedClosure;
        }
        return self.closure.length == 0
                ? Singleton.NONE
                : new PyTuple((Object[]) self.closure.clone());
    }

    @Builtin(value = "__defaults__", kind = BuiltinKind.GETTER)
    static Object defaults(PyFunction self) {
        return self.defaultsTuple();
    }

    @Builtin(value = "__defaults__", kind = BuiltinKind.SETTER)
    static void setDefaults(PyFunction self, Object value) {
        auditChange(self, "__defaults__", value);
        PythonContext.announce(self, Watch.FUNCTION_DEFAULTS, value);
        if (value == null || value == Singleton.NONE) {
            self.defaults = NO_DEFAULTS;
        } else if (value instanceof PyTuple t) {
            self.defaults = t.items;
        } else {
            throw Errors.typeError("__defaults__ must be set to a tuple object");
        }
    }

    @Builtin(value = "__kwdefaults__", kind = BuiltinKind.GETTER)
    static Object keywordDefaults(PyFunction self) {
        return self.keywordDefaults == null ? Singleton.NONE : self.keywordDefaults;
    }

    @Builtin(value = "__kwdefaults__", kind = BuiltinKind.SETTER)
    static void setKeywordDefaults(PyFunction self, Object value) {
        auditChange(self, "__kwdefaults__", value);
        PythonContext.announce(self, Watch.FUNCTION_KEYWORD_DEFAULTS, value);
        if (value == null || value == Singleton.NONE) {
            self.keywordDefaults = null;
        } else if (value instanceof PyDict d) {
            self.keywordDefaults = d;
        } else {
            throw Errors.typeError("__kwdefaults__ must be set to a dict object");
        }
    }

    @Builtin(value = "__annotations__", kind = BuiltinKind.GETTER)
    static Object annotations(PyFunction self) {
        return FunctionAnnotations.annotations(self);
    }

    @Builtin(value = "__annotations__", kind = BuiltinKind.SETTER)
    static void setAnnotations(PyFunction self, Object value) {
        FunctionAnnotations.setAnnotations(self, value);
    }

    @Builtin(value = "__annotate__", kind = BuiltinKind.GETTER)
    static Object annotate(PyFunction self) {
        return self.annotate == null ? Singleton.NONE : self.annotate;
    }

    @Builtin(value = "__annotate__", kind = BuiltinKind.SETTER)
    static void setAnnotate(PyFunction self, Object value) {
        FunctionAnnotations.setAnnotate(self, value);
    }

    @Builtin(value = "__type_params__", kind = BuiltinKind.GETTER)
    static Object typeParameters(PyFunction self) {
        return self.typeParameters == null ? PyTuple.EMPTY : self.typeParameters;
    }

    @Builtin(value = "__type_params__", kind = BuiltinKind.SETTER)
    static void setTypeParameters(PyFunction self, Object value) {
        if (!(value instanceof PyTuple)) {
            throw Errors.typeError("__type_params__ must be set to a tuple");
        }
        self.typeParameters = value;
    }

    @Builtin(value = "__dict__", kind = BuiltinKind.GETTER)
    static Object dict(PyFunction self) {
        return Attributes.instanceDict(self);
    }

    @Builtin(value = "__dict__", kind = BuiltinKind.SETTER)
    static void setDict(PyFunction self, Object value) {
        if (value == null) {
            throw Errors.typeError("cannot delete __dict__");
        }
        if (!(value instanceof PyDict d)) {
            throw Errors.typeError(
                    "__dict__ must be set to a dictionary, not a '%s'", Types.of(value).name());
        }
        Attributes.setInstanceDict(self, d);
    }
}
