package org.jabiru.builtins.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Descriptors;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Modules;

/** How object is pickled and copied (pickle, "Pickling Class Instances"). */
final class Reduction {
    private Reduction() {}

    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object reduceEx(Object self, int protocol) {
        Object reduce = Attributes.getOrNull(self, "__reduce__");
        if (reduce != null
                && Types.of(self).lookup("__reduce__") != ObjectType.TYPE.lookup("__reduce__")) {
            return Call.call(reduce);
        }
        return reduce(self, protocol);
    }

    /** A method of the type, bound to the object; null when there is none. */
    private static Object special(Object self, String name) {
        Object found = Types.of(self).lookup(name);
        return found == null ? null : Descriptors.get(found, self, Types.of(self));
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object reduce(Object self, int protocol) {
        if (protocol < 2) {
            return Call.method(Modules.get("copyreg"), "_reduce_ex", self, (long) protocol);
        }
        PyType cls = Types.of(self);
        if (!cls.isHeapType()
                && Instantiation.isDefaultNew(cls)
                && cls != ObjectType.TYPE
                && cls.lookup("__getstate__") == ObjectType.TYPE.lookup("__getstate__")) {
            throw cannotPickle(cls);
        }
        PyTuple args = null;
        PyDict keywords = null;
        Object getArgsEx = special(self, "__getnewargs_ex__");
        Object getArgs = getArgsEx == null ? special(self, "__getnewargs__") : null;
        if (getArgsEx != null) {
            PyTuple both = tuple(Call.call(getArgsEx), "__getnewargs_ex__ should return a tuple");
            if (both.size() != 2) {
                throw Errors.valueError(
                        "__getnewargs_ex__ should return a tuple of length 2, not %d", both.size());
            }
            args =
                    tuple(
                            both.get(0),
                            "first item of the tuple returned by __getnewargs_ex__ must be a"
                                    + " tuple");
            if (!(both.get(1) instanceof PyDict d)) {
                throw Errors.typeError(
                        "second item of the tuple returned by __getnewargs_ex__ must be a dict,"
                                + " not '%s'",
                        Types.of(both.get(1)).name());
            }
            keywords = d;
        } else if (getArgs != null) {
            args = tuple(Call.call(getArgs), "__getnewargs__ should return a tuple");
        }
        Object copyreg = Modules.get("copyreg");
        Object constructor;
        Object constructorArgs;
        if (keywords == null || keywords.size() == 0) {
            constructor = Attributes.get(copyreg, "__newobj__");
            Object[] all = new Object[(args == null ? 0 : args.size()) + 1];
            all[0] = cls;
            if (args != null) {
                System.arraycopy(args.items, 0, all, 1, args.size());
            }
            constructorArgs = new PyTuple(all);
        } else {
            constructor = Attributes.get(copyreg, "__newobj_ex__");
            constructorArgs = new PyTuple(cls, args, keywords);
        }
        boolean list = cls.isSubtype(ListType.TYPE);
        boolean dict = cls.isSubtype(DictType.TYPE);
        Object state = state(self, args == null && !list && !dict);
        Object items = list ? Iteration.iter(self) : Singleton.NONE;
        Object pairs = dict ? Iteration.iter(Call.method(self, "items")) : Singleton.NONE;
        return new PyTuple(constructor, constructorArgs, state, items, pairs);
    }

    private static PyTuple tuple(Object value, String message) {
        if (value instanceof PyTuple t) {
            return t;
        }
        throw Errors.typeError("%s, not '%s'", message, Types.of(value).name());
    }

    private static Object state(Object self, boolean required) {
        Object method = Types.of(self).lookup("__getstate__");
        if (method == ObjectType.TYPE.lookup("__getstate__")) {
            return defaultState(self, required);
        }
        return Call.method(self, "__getstate__");
    }

    /**
     * {@code object.__getstate__}: the instance dict, or a pair of it and the slots that are set.
     *
     * @param required whether the state must be all there is to the object
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object defaultState(Object self, boolean required) {
        PyType cls = Types.of(self);
        if (required && (hasHiddenState(cls) || TypeLayout.itemSize(cls) != 0)) {
            throw cannotPickle(cls);
        }
        Object state = Attributes.getOrNull(self, "__dict__");
        if (state == null || state instanceof PyDict d && d.size() == 0) {
            state = Singleton.NONE;
        }
        PyDict slots = new PyDict();
        for (Object name : slotNames(cls)) {
            TruffleString s = Str.valueOrNull(name);
            Object value = Attributes.getOrNull(self, s);
            if (value != null) {
                slots.put(s, value);
            }
        }
        return slots.size() == 0 ? state : new PyTuple(state, slots);
    }

    /** Whether a builtin type in the hierarchy keeps what attributes do not show. */
    private static boolean hasHiddenState(PyType cls) {
        for (PyType t : cls.mro()) {
            if (!t.isHeapType() && (t.solidBase != ObjectType.TYPE || TypeLayout.hasFields(t))) {
                return true;
            }
            if (t.basicSize > 16 + placesOfReferences(t)) {
                return true; // the fields of a type made in C
            }
        }
        return false;
    }

    private static long placesOfReferences(PyType t) {
        int dict = TypeLayout.dictOffset(t) > 0 ? 1 : 0;
        int weak = TypeLayout.weakReferenceOffset(t) > 0 ? 1 : 0;
        return 8L * (dict + weak + t.slots.length);
    }

    private static Object[] slotNames(PyType cls) {
        Object known = cls.namespace().get("__slotnames__");
        if (known == null) {
            known = Call.method(Modules.get("copyreg"), "_slotnames", cls);
        }
        if (known instanceof PyList names) {
            return names.toArray();
        }
        if (known == Singleton.NONE) {
            return new Object[0];
        }
        throw Errors.typeError("copyreg._slotnames didn't return a list or None");
    }

    private static PyException cannotPickle(PyType cls) {
        return Errors.typeError("cannot pickle '%s' object", cls.name());
    }
}
