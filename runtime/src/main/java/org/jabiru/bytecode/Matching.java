package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Truth;

/** What patterns ask of a subject. */
final class Matching {
    private static final int SEQUENCE = 1 << 5;
    private static final int MAPPING = 1 << 6;

    private static final List<String> SELF_MATCHING =
            List.of(
                    "bool",
                    "bytearray",
                    "bytes",
                    "dict",
                    "float",
                    "frozenset",
                    "int",
                    "list",
                    "set",
                    "str",
                    "tuple");

    private Matching() {}

    private static int flag(Object subject) {
        PyType type = Types.of(subject);
        for (PyType t : type.mro()) {
            if (t.collectionFlag != 0) {
                return t.collectionFlag;
            }
            switch (t.isHeapType() ? "" : t.fullName()) {
                case "list", "tuple", "range", "memoryview", "collections.deque", "array.array" -> {
                    return SEQUENCE;
                }
                case "dict", "mappingproxy" -> {
                    return MAPPING;
                }
                default -> {}
            }
        }
        return 0;
    }

    @TruffleBoundary
    static boolean isSequence(Object subject) {
        return flag(subject) == SEQUENCE;
    }

    @TruffleBoundary
    static boolean isMapping(Object subject) {
        return flag(subject) == MAPPING;
    }

    /** The values of the keys as a tuple, or None when one is missing. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object keysOrNone(Object subject, PyTuple keys) {
        PyDict seen = new PyDict();
        Object get = keys.size() == 0 ? null : Attributes.get(subject, "get");
        PyObject missing = new PyObject(ObjectType.TYPE);
        Object[] values = new Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            Object key = keys.get(i);
            if (seen.find(key) >= 0) {
                throw Errors.valueError(
                        "mapping pattern checks duplicate key (%s)", Str.java(Repr.repr(key)));
            }
            seen.put(key, Singleton.NONE);
            values[i] = Call.call(get, key, missing);
            if (values[i] == missing) {
                return Singleton.NONE;
            }
        }
        return PyTuple.of(values);
    }

    /** A dict of the subject's items without the keys. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object rest(Object subject, PyTuple keys) {
        PyDict out = new PyDict();
        Containers.updateDict(out, subject);
        for (Object key : keys.items) {
            out.remove(key);
        }
        return out;
    }

    /** The attributes that a class pattern names, as a tuple, or None when it does not match. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object attributesOrNone(
            Object subject, Object type, int positional, TruffleString[] names) {
        if (!(type instanceof PyType t)) {
            throw Errors.typeError("called match pattern must be a class");
        }
        if (!isInstance(subject, t)) {
            return Singleton.NONE;
        }
        List<Object> out = new ArrayList<>();
        PyDict seen = new PyDict();
        if (positional > 0 && !positional(subject, t, positional, out, seen)) {
            return Singleton.NONE;
        }
        for (TruffleString name : names) {
            if (!attribute(subject, t, name, out, seen)) {
                return Singleton.NONE;
            }
        }
        return PyTuple.of(out.toArray());
    }

    private static boolean isInstance(Object subject, PyType type) {
        if (Types.isInstance(subject, type)) {
            return true;
        }
        Object check = Call.specialOrNull(type, "__instancecheck__", subject);
        return check != null && Truth.isTrue(check);
    }

    private static boolean positional(
            Object subject, PyType type, int count, List<Object> out, PyDict seen) {
        Object matchArgs = Attributes.getOrNull(type, "__match_args__");
        int allowed;
        boolean self = false;
        if (matchArgs == null) {
            self = matchesItself(type);
            allowed = self ? 1 : 0;
        } else if (matchArgs instanceof PyTuple t) {
            allowed = t.size();
        } else {
            throw Errors.typeError(
                    "%s.__match_args__ must be a tuple (got %s)",
                    type.name(), Types.of(matchArgs).name());
        }
        if (allowed < count) {
            throw Errors.typeError(
                    "%s() accepts %d positional sub-pattern%s (%d given)",
                    type.name(), allowed, allowed == 1 ? "" : "s", count);
        }
        if (self) {
            out.add(subject);
            return true;
        }
        for (int i = 0; i < count; i++) {
            Object name = ((PyTuple) matchArgs).get(i);
            TruffleString s = Str.valueOrNull(name);
            if (s == null) {
                throw Errors.typeError(
                        "__match_args__ elements must be strings (got %s)", Types.of(name).name());
            }
            if (!attribute(subject, type, s, out, seen)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesItself(PyType type) {
        for (PyType t : type.mro()) {
            if (!t.isHeapType() && SELF_MATCHING.contains(t.fullName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean attribute(
            Object subject, PyType type, TruffleString name, List<Object> out, PyDict seen) {
        if (seen.find(name) >= 0) {
            throw Errors.typeError(
                    "%s() got multiple sub-patterns for attribute %s",
                    type.name(), Str.java(Repr.repr(name)));
        }
        seen.put(name, Singleton.NONE);
        Object value;
        try {
            value = Attributes.getOrNull(subject, name);
        } catch (PyException e) {
            throw e;
        }
        if (value == null) {
            return false;
        }
        out.add(value);
        return true;
    }
}
