package org.jabiru.modules.abc;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.weakref.ReferenceType;
import org.jabiru.builtins.weakref.WeakReferences;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.InstanceChecks;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Truth;

/** The functions of the module {@code _abc} (PEP 3119). */
@BuiltinModule("_abc")
public final class AbcModule {
    private static final int COLLECTION_FLAGS = 1 << 5 | 1 << 6;

    private AbcModule() {}

    private static PyAbcData data(Object cls) {
        Object found = Attributes.get(cls, "_abc_impl");
        if (found instanceof PyAbcData d) {
            return d;
        }
        throw Errors.typeError("_abc_impl is set to a wrong type");
    }

    @Builtin(value = "get_cache_token()", doc = "Returns the current ABC cache token.")
    static long cacheToken() {
        return AbcState.get().version;
    }

    @Builtin(
            value = "_abc_init(self, /)",
            doc = "Internal ABC helper for class set-up. Should be never used outside abc module.")
    static void init(Object cls) {
        if (!(cls instanceof PyType type)) {
            throw Errors.typeError("_abc_init() takes a class");
        }
        setAbstractMethods(type);
        Attributes.set(type, "_abc_impl", new PyAbcData(AbcState.get().version));
        Object flags = type.namespace().get("__abc_tpflags__");
        if (flags != null) {
            long bits = Numbers.index(flags) instanceof Long l ? l : 0;
            if (Long.bitCount(bits & COLLECTION_FLAGS) > 1) {
                throw Errors.typeError(
                        "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and"
                                + " Py_TPFLAGS_MAPPING");
            }
            if ((bits & COLLECTION_FLAGS) != 0) {
                type.collectionFlag = (int) bits & COLLECTION_FLAGS;
            }
            type.setAttribute(Str.name("__abc_tpflags__"), null);
        }
    }

    private static void setAbstractMethods(PyType cls) {
        PyList names = new PyList();
        PyDict dict = new PyDict();
        dict.copyFrom(cls.namespace());
        for (int i = dict.first(); i >= 0; i = dict.next(i)) {
            if (isAbstract(dict.valueAt(i))) {
                names.append(dict.keyAt(i));
            }
        }
        for (PyType base : cls.bases()) {
            Object inherited = Attributes.getOrNull(base, "__abstractmethods__");
            if (inherited == null) {
                continue;
            }
            for (Object name : Iteration.toArray(inherited)) {
                TruffleString s = Str.valueOrNull(name);
                Object value = s == null ? null : Attributes.getOrNull(cls, s);
                if (value != null && isAbstract(value)) {
                    names.append(name);
                }
            }
        }
        Attributes.set(cls, "__abstractmethods__", Call.call(FrozenSetType.TYPE, names));
    }

    private static boolean isAbstract(Object o) {
        Object flag = Attributes.getOrNull(o, "__isabstractmethod__");
        return flag != null && Truth.isTrue(flag);
    }

    @Builtin(
            value = "_abc_register(self, subclass, /)",
            doc = "Internal ABC helper for subclasss registration.")
    static Object register(Object cls, Object subclass) {
        if (!(subclass instanceof PyType sub)) {
            throw Errors.typeError("Can only register classes");
        }
        if (InstanceChecks.isSubclass(sub, cls)) {
            return sub;
        }
        if (InstanceChecks.isSubclass(cls, sub)) {
            throw Errors.runtimeError("Refusing to create an inheritance cycle");
        }
        data(cls).registry.add(sub);
        AbcState.get().version++;
        if (cls instanceof PyType t && t.collectionFlag != 0) {
            setCollectionFlag(sub, t.collectionFlag);
        }
        return sub;
    }

    private static void setCollectionFlag(PyType cls, int flag) {
        if (cls.immutable || cls.collectionFlag == flag) {
            return;
        }
        cls.collectionFlag = flag;
        for (PyType sub : cls.subclasses()) {
            setCollectionFlag(sub, flag);
        }
    }

    @Builtin(
            value = "_abc_instancecheck(self, instance, /)",
            doc = "Internal ABC helper for instance checks.")
    static Object instanceCheck(Object cls, Object instance) {
        PyAbcData data = data(cls);
        Object claimed = Attributes.get(instance, "__class__");
        if (claimed instanceof PyType t && data.cache.contains(t)) {
            return true;
        }
        PyType type = Types.of(instance);
        if (type == claimed) {
            if (data.negativeVersion == AbcState.get().version
                    && data.negativeCache.contains(type)) {
                return false;
            }
            return Call.method(cls, "__subclasscheck__", type);
        }
        Object result = Call.method(cls, "__subclasscheck__", claimed);
        return Truth.isTrue(result) ? result : Call.method(cls, "__subclasscheck__", type);
    }

    @Builtin(
            value = "_abc_subclasscheck(self, subclass, /)",
            doc = "Internal ABC helper for subclasss checks.")
    static boolean subclassCheck(Object cls, Object subclass) {
        if (!(subclass instanceof PyType sub)) {
            throw Errors.typeError("issubclass() arg 1 must be a class");
        }
        PyAbcData data = data(cls);
        if (data.cache.contains(sub)) {
            return true;
        }
        long version = AbcState.get().version;
        if (data.negativeVersion < version) {
            data.negativeCache.clear();
            data.negativeVersion = version;
        } else if (data.negativeCache.contains(sub)) {
            return false;
        }
        Object hook = Call.method(cls, "__subclasshook__", sub);
        if (hook instanceof Boolean known) {
            (known ? data.cache : data.negativeCache).add(sub);
            return known;
        }
        if (hook != Singleton.NOT_IMPLEMENTED) {
            throw Errors.raise(
                    ExceptionTypes.AssertionError,
                    "__subclasshook__ must return either False, True, or NotImplemented");
        }
        boolean answer = isDerived(cls, sub) || isRegistered(data, sub) || byChild(cls, sub);
        (answer ? data.cache : data.negativeCache).add(sub);
        return answer;
    }

    private static boolean isDerived(Object cls, PyType sub) {
        return cls instanceof PyType t && sub.isSubtype(t);
    }

    private static boolean isRegistered(PyAbcData data, PyType sub) {
        for (PyType r : data.registry.toArray(PyType[]::new)) {
            if (r == sub || InstanceChecks.isSubclass(sub, r)) {
                return true;
            }
        }
        return false;
    }

    private static boolean byChild(Object cls, PyType sub) {
        for (Object child : Iteration.toArray(Call.method(cls, "__subclasses__"))) {
            if (InstanceChecks.isSubclass(sub, child)) {
                return true;
            }
        }
        return false;
    }

    @Builtin(
            value = "_get_dump(self, /)",
            doc = "Internal ABC helper for cache and registry debugging.")
    static Object dump(Object cls) {
        PyAbcData d = data(cls);
        return new PyTuple(
                references(d.registry),
                references(d.cache),
                references(d.negativeCache),
                d.negativeVersion);
    }

    private static PySet references(Iterable<PyType> types) {
        PySet out = new PySet();
        for (PyType t : types) {
            out.add(WeakReferences.reference(ReferenceType.TYPE, t, null));
        }
        return out;
    }

    @Builtin(
            value = "_reset_registry(self, /)",
            doc = "Internal ABC helper to reset registry of a given class.")
    static void resetRegistry(Object cls) {
        data(cls).registry.clear();
    }

    @Builtin(
            value = "_reset_caches(self, /)",
            doc = "Internal ABC helper to reset both caches of a given class.")
    static void resetCaches(Object cls) {
        data(cls).cache.clear();
        data(cls).negativeCache.clear();
    }
}
