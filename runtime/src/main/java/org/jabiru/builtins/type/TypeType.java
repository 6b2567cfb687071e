package org.jabiru.builtins.type;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.object.Directory;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.object.Instantiation;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.union.UnionType;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.Mro;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.TypeInC;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Descriptors;
import org.jabiru.protocol.InstanceChecks;
import org.jabiru.protocol.Repr;

/** The methods of type; its attributes are in {@link TypeAttributes}. */
@BuiltinType(
        value = "type",
        doc =
                "type(object) -> the type of an object\n"
                        + "type(name, bases, dict, **kwds) -> a new class",
        signature = "none")
public final class TypeType {
    public static final PyType TYPE =
            PyType.builtin("type", TypeTypeTable::new, null).withWeakReferences().withOwnLayout();

    private TypeType() {}

    /** {@code cls(*args, **kwargs)} for a metatype without {@code __call__} of its own. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object call(PyType cls, Object[] args, TruffleString[] keywords) {
        PyType meta = cls.type();
        if (meta != TYPE) {
            Object call = meta.special().call;
            if (call != TYPE.special().call) {
                return Call.callUnbound(call, cls, args, keywords);
            }
        }
        if (cls.vectorcall != null) {
            return callVectorcall(cls, args, keywords);
        }
        return instantiate(cls, args, keywords);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static Object callVectorcall(PyType cls, Object[] args, TruffleString[] keywords) {
        return cls.vectorcall.call(args, keywords);
    }

    /** {@code type.__call__}: {@code __new__}, then {@code __init__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object instantiate(PyType cls, Object[] args, TruffleString[] keywords) {
        if (cls == TYPE) {
            if (args.length == 1 && keywords == null) {
                return Types.of(args[0]);
            }
            int given = args.length - (keywords == null ? 0 : keywords.length);
            if (given == 1) {
                throw Errors.typeError("type() takes no keyword arguments");
            }
            if (given != 3) {
                throw Errors.typeError("type() takes 1 or 3 arguments");
            }
        }
        Object made = construct(cls, args, keywords);
        PyType type = made instanceof PyType t ? t.type() : Types.of(made);
        if (!type.isSubtype(cls)) {
            return made;
        }
        Object init = type.special().init;
        if (init == ObjectType.TYPE.special().init) {
            Instantiation.initObject(made, args.length != 0);
            return made;
        }
        Object result = Call.callUnbound(init, made, args, keywords);
        if (result != Singleton.NONE) {
            throw Errors.typeError(
                    "__init__() should return None, not '%s'", Types.of(result).name());
        }
        return made;
    }

    private static Object construct(PyType cls, Object[] args, TruffleString[] keywords) {
        if (cls.special().makesBareObjects) {
            return Instantiation.newObject(cls, args.length != 0);
        }
        Object newMethod = cls.special().make;
        if (newMethod == null) {
            throw Errors.typeError("cannot create '%s' instances", cls.name());
        }
        Object[] all = new Object[args.length + 1];
        all[0] = cls;
        System.arraycopy(args, 0, all, 1, args.length);
        return Call.call(Descriptors.get(newMethod, null, cls), all, keywords);
    }

    /** {@code type.__getattribute__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object getAttribute(PyType cls, TruffleString name) {
        Object found = attributeOrNull(cls, name);
        if (found == null) {
            throw missing(cls, name);
        }
        return found;
    }

    private static PyException missing(PyType cls, TruffleString name) {
        PyException e =
                Errors.attributeError(
                        "type object '%s' has no attribute '%s'", cls.name(), Str.java(name));
        return Attributes.withNameAndObject(e, cls, name);
    }

    /** As {@link #getAttribute}, with null for a missing attribute. */
    public static Object attributeOrNull(PyType cls, TruffleString name) {
        PyType meta = cls.type();
        Object onMeta = meta.lookup(name);
        if (onMeta != null && Descriptors.isData(onMeta) && Descriptors.hasGet(onMeta)) {
            return Descriptors.get(onMeta, cls, meta);
        }
        Object own = cls.lookup(name);
        if (own != null) {
            return Descriptors.get(own, null, cls);
        }
        return onMeta == null ? null : Descriptors.get(onMeta, cls, meta);
    }

    /** {@code type.__setattr__}, or {@code type.__delattr__} when the value is null. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void setAttribute(PyType cls, TruffleString name, Object value) {
        if (cls.immutable) {
            throw Errors.typeError(
                    "cannot set %s attribute of immutable type '%s'",
                    Str.java(Repr.repr(name)), cls.name());
        }
        Object onMeta = cls.type().lookup(name);
        if (onMeta != null && Descriptors.isData(onMeta)) {
            Descriptors.set(onMeta, cls, value);
            return;
        }
        if (value == null && cls.namespace().get(name) == null) {
            throw missing(cls, name);
        }
        cls.setAttribute(name, value);
        if (cls.nativePeer instanceof TypeInC c) {
            c.attributeSet(cls, name);
        }
        if (value != null && Str.equal(name, Finalizers.METHOD)) {
            Finalizers.watchInstances(cls);
        }
    }

    /** The name in representations: {@code module.qualname}, without the module builtins. */
    @TruffleBoundary
    public static String moduleDotQualifiedName(PyType cls) {
        TruffleString module = Str.valueOrNull(TypeAttributes.moduleOrNull(cls));
        // CPython: tp_name, in which an extension may have named builtins itself.
        return module == null || Str.java(module).equals("builtins")
                ? cls.name()
                : Str.java(module) + "." + Str.java(cls.qualifiedName());
    }

    /** {@code PyType_GetFullyQualifiedName}, C's format %T. */
    @TruffleBoundary
    public static String fullyQualifiedName(PyType cls) {
        if (!cls.isHeapType()) {
            return cls.name();
        }
        TruffleString module = Str.valueOrNull(TypeAttributes.moduleOrNull(cls));
        String name = Str.java(cls.qualifiedName());
        return module == null
                        || Str.java(module).equals("builtins")
                        || Str.java(module).equals("__main__")
                ? name
                : Str.java(module) + "." + name;
    }

    @Builtin(
            value = "__new__(cls, /, *args, **kwargs)",
            kind = BuiltinKind.NEW,
            doc = "Create and return a new object.  See help(type) for accurate" + " signature.")
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        return ClassCreation.create(cls, args, keywords);
    }

    @Builtin(
            value = "__init__(self, /, *args, **kwargs)",
            doc = "Initialize self.  See help(type(self)) for accurate signature.")
    static void init(Object self, Object[] args, PyDict keywords) {
        if (args.length == 1 && keywords.size() != 0) {
            throw Errors.typeError("type.__init__() takes no keyword arguments");
        }
        if (args.length != 1 && args.length != 3) {
            throw Errors.typeError("type.__init__() takes 1 or 3 arguments");
        }
    }

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object callMethod(PyType self, Object[] args, PyDict keywords) {
        TruffleString[] names = CallWithDict.names(keywords);
        return instantiate(self, CallWithDict.append(args, keywords), names);
    }

    @Builtin(value = "__repr__(self, /)", doc = "Return repr(self).")
    static String repr(PyType self) {
        return "<class '" + moduleDotQualifiedName(self) + "'>";
    }

    @Builtin(value = "__getattribute__(self, name, /)", doc = "Return getattr(self, name).")
    static Object getAttributeMethod(PyType self, Object name) {
        return getAttribute(self, ObjectType.attributeName(name));
    }

    @Builtin(
            value = "__setattr__(self, name, value, /)",
            doc = "Implement setattr(self, name, value).")
    static void setAttributeMethod(PyType self, Object name, Object value) {
        setAttribute(self, ObjectType.attributeName(name), value);
    }

    @Builtin(value = "__delattr__(self, name, /)", doc = "Implement delattr(self, name).")
    static void deleteAttributeMethod(PyType self, Object name) {
        setAttribute(self, ObjectType.attributeName(name), null);
    }

    @Builtin(value = "__or__(self, value, /)", doc = "Return self|value.")
    static Object or(Object self, Object value) {
        return UnionType.or(self, value);
    }

    @Builtin(value = "__ror__(self, value, /)", doc = "Return value|self.")
    static Object reflectedOr(Object self, Object value) {
        return UnionType.or(value, self);
    }

    @Builtin(value = "mro(self, /)", doc = "Return a type's method resolution order.")
    static Object mro(PyType self) {
        return new PyList(Mro.linear(self, self.bases()));
    }

    @Builtin(value = "__subclasses__(self, /)", doc = "Return a list of immediate subclasses.")
    static Object subclasses(PyType self) {
        return new PyList(self.subclasses());
    }

    @Builtin(
            value = "__prepare__(cls, name=<unrepresentable>, bases=<unrepresentable>, /, **kwds)",
            shown = "($cls, name, bases, /, **kwds)",
            kind = BuiltinKind.CLASS,
            doc = "Create the namespace for the class statement")
    static Object prepare(Object cls, Object name, Object bases, PyDict keywords) {
        return new PyDict();
    }

    @Builtin(
            value = "__instancecheck__(self, instance, /)",
            doc = "Check if an object is an instance.")
    static boolean instanceCheck(Object self, Object instance) {
        return InstanceChecks.plainIsInstance(instance, self);
    }

    @Builtin(
            value = "__subclasscheck__(self, subclass, /)",
            doc = "Check if a class is a subclass.")
    static boolean subclassCheck(Object self, Object subclass) {
        return InstanceChecks.plainIsSubclass(subclass, self);
    }

    @Builtin(value = "__dir__(self, /)", doc = "Specialized __dir__ implementation for types.")
    static Object dir(PyType self) {
        return new PyList(Directory.ofClass(self).toArray());
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "Return memory consumption of the type object.")
    public static long sizeOf(PyType self) {
        return self.isHeapType() ? 1704 : 416;
    }

    // ---- attributes ----

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyType self) {
        return self.nameObject();
    }

    @Builtin(value = "__name__", kind = BuiltinKind.SETTER)
    static void setName(PyType self, Object value) {
        auditChange(self, "__name__", value);
        TypeAttributes.setName(self, value);
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyType self) {
        return self.qualifiedName();
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.SETTER)
    static void setQualifiedName(PyType self, Object value) {
        auditChange(self, "__qualname__", value);
        TypeAttributes.setQualifiedName(self, value);
    }

    @Builtin(value = "__module__", kind = BuiltinKind.GETTER)
    static Object module(PyType self) {
        return TypeAttributes.module(self);
    }

    @Builtin(value = "__module__", kind = BuiltinKind.SETTER)
    static void setModule(PyType self, Object value) {
        auditChange(self, "__module__", value);
        TypeAttributes.setModule(self, value);
    }

    @Builtin(value = "__bases__", kind = BuiltinKind.GETTER)
    static Object bases(PyType self) {
        return self.tuples.bases(self);
    }

    @Builtin(value = "__bases__", kind = BuiltinKind.SETTER)
    static void setBases(PyType self, Object value) {
        auditChange(self, "__bases__", value);
        BasesAssignment.assign(self, value);
    }

    @Builtin(value = "__mro__", kind = BuiltinKind.GETTER)
    static Object mroTuple(PyType self) {
        return self.mro() == null || self.hasNoOrder ? Singleton.NONE : self.tuples.order(self);
    }

    @Builtin(value = "__base__", kind = BuiltinKind.FIELD)
    static Object base(PyType self) {
        PyType base = self.base();
        return base == null ? Singleton.NONE : base;
    }

    @Builtin(value = "__dict__", kind = BuiltinKind.GETTER)
    static Object dict(PyType self) {
        return TypeAttributes.dict(self);
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyType self) {
        return TypeAttributes.doc(self);
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.SETTER)
    static void setDoc(PyType self, Object value) {
        auditChange(self, "__doc__", value);
        TypeAttributes.setInDict(self, "__doc__", value);
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(PyType self) {
        return TypeAttributes.textSignature(self);
    }

    @Builtin(value = "__annotations__", kind = BuiltinKind.GETTER)
    static Object annotations(PyType self) {
        return TypeAnnotations.annotations(self);
    }

    @Builtin(value = "__annotations__", kind = BuiltinKind.SETTER)
    static void setAnnotations(PyType self, Object value) {
        TypeAnnotations.setAnnotations(self, value);
    }

    @Builtin(value = "__annotate__", kind = BuiltinKind.GETTER)
    static Object annotate(PyType self) {
        return TypeAnnotations.annotate(self);
    }

    @Builtin(value = "__annotate__", kind = BuiltinKind.SETTER)
    static void setAnnotate(PyType self, Object value) {
        TypeAnnotations.setAnnotate(self, value);
    }

    @Builtin(value = "__type_params__", kind = BuiltinKind.GETTER)
    static Object typeParameters(PyType self) {
        return TypeAttributes.typeParameters(self);
    }

    @Builtin(value = "__type_params__", kind = BuiltinKind.SETTER)
    static void setTypeParameters(PyType self, Object value) {
        TypeAttributes.setTypeParameters(self, value);
    }

    @Builtin(value = "__abstractmethods__", kind = BuiltinKind.GETTER)
    static Object abstractMethods(PyType self) {
        return TypeAttributes.abstractMethods(self);
    }

    @Builtin(value = "__abstractmethods__", kind = BuiltinKind.SETTER)
    static void setAbstractMethods(PyType self, Object value) {
        TypeAttributes.setAbstractMethods(self, value);
    }

    @Builtin(value = "__flags__", kind = BuiltinKind.FIELD)
    static long flags(PyType self) {
        return TypeLayout.flags(self);
    }

    @Builtin(value = "__basicsize__", kind = BuiltinKind.FIELD)
    static long basicSize(PyType self) {
        return TypeLayout.basicSize(self);
    }

    @Builtin(value = "__itemsize__", kind = BuiltinKind.FIELD)
    static long itemSize(PyType self) {
        return TypeLayout.itemSize(self);
    }

    @Builtin(value = "__dictoffset__", kind = BuiltinKind.FIELD)
    static long dictOffset(PyType self) {
        return TypeLayout.dictOffset(self);
    }

    @Builtin(value = "__weakrefoffset__", kind = BuiltinKind.FIELD)
    static long weakReferencesOffset(PyType self) {
        return TypeLayout.weakReferenceOffset(self);
    }

    private static void auditChange(PyType self, String name, Object value) {
        if (value != null) {
            Audit.event("object.__setattr__", self, Str.name(name), value);
        }
    }
}
