package org.jabiru.builtins.dict;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.set.SetType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/** {@code dict.update}: from mappings, iterables of pairs and keyword arguments. */
public final class DictUpdate {
    private DictUpdate() {}

    /** The arguments of {@code dict(...)} and {@code dict.update(...)}. */
    public static void update(PyDict dict, String function, Object[] args, PyDict keywords) {
        if (args.length > 1) {
            throw Errors.typeError("%s expected at most 1 argument, got %d", function, args.length);
        }
        if (args.length == 1) {
            update(dict, args[0]);
        }
        if (keywords != null && keywords.size() > 0) {
            mergeDict(dict, keywords, true);
        }
    }

    /** Adds the entries of a mapping (it has {@code keys}) or of an iterable of pairs. */
    public static void update(PyDict dict, Object other) {
        if (isWalkable(other)) {
            mergeDict(dict, (PyDict) other, true);
        } else if (Attributes.getOrNull(other, "keys") != null) {
            merge(dict, other, true);
        } else {
            addPairs(dict, other);
        }
    }

    /** Whether the entries may be taken from the table: {@code __iter__} is not overridden. */
    private static boolean isWalkable(Object other) {
        return other instanceof PyDict d
                && (d.type() == DictType.TYPE
                        || d.type().special().iter == DictType.TYPE.special().iter);
    }

    /**
     * Adds the entries of a mapping.
     *
     * @param override whether values of keys that are there already are replaced
     */
    public static void merge(PyDict dict, Object mapping, boolean override) {
        if (isWalkable(mapping)) {
            mergeDict(dict, (PyDict) mapping, override);
            return;
        }
        Object iterator = Iteration.iter(Call.method(mapping, "keys"));
        for (Object key = Iteration.next(iterator); key != null; key = Iteration.next(iterator)) {
            if (override || dict.find(key) < 0) {
                dict.put(key, Sequences.getItem(mapping, key));
            }
        }
    }

    private static void mergeDict(PyDict dict, PyDict other, boolean override) {
        if (dict == other || other.size() == 0) {
            return;
        }
        if (dict.size() == 0 && dict.type() == DictType.TYPE) {
            dict.copyFrom(other);
            return;
        }
        dict.reserve(other.size());
        long before = other.layout();
        for (int i = other.first(); i >= 0; i = other.next(i)) {
            Object key = other.keyAt(i);
            long hash = other.hashAt(i);
            if (override || dict.find(key, hash) < 0) {
                dict.put(key, hash, other.valueAt(i));
            }
            if (before != other.layout()) {
                throw Errors.runtimeError("dict mutated during update");
            }
        }
    }

    /** Adds the keys of a plain dict or set without hashing them again; false for anything else. */
    static boolean addKeys(PyDict dict, Object keys, Object value) {
        if (keys instanceof PyDict d && d.type() == DictType.TYPE) {
            dict.reserve(d.size());
            for (int i = d.first(); i >= 0; i = d.next(i)) {
                dict.put(d.keyAt(i), d.hashAt(i), value);
            }
            return true;
        }
        if (keys instanceof PySet s
                && (s.type() == SetType.TYPE || s.type() == FrozenSetType.TYPE)) {
            dict.reserve(s.size());
            for (int i = s.next(-1); i >= 0; i = s.next(i)) {
                dict.put(s.keyAt(i), s.hashAt(i), value);
            }
            return true;
        }
        return false;
    }

    /** Adds entries given as pairs of key and value. */
    public static void addPairs(PyDict dict, Object pairs) {
        Object iterator = Iteration.iter(pairs);
        int n = 0;
        for (Object pair = Iteration.next(iterator); pair != null; n++) {
            Object[] both = pairOf(pair, n);
            dict.put(both[0], both[1]);
            pair = Iteration.next(iterator);
        }
    }

    /**
     * Key and value of the n-th pair.
     *
     * @throws PyException TypeError where it is no sequence, ValueError where it has not two items
     */
    public static Object[] pairOf(Object pair, int n) {
        Object[] both = itemsOf(pair, n);
        if (both.length != 2) {
            throw Errors.valueError(
                    "dictionary update sequence element #%d has length %d; 2 is required",
                    n, both.length);
        }
        return both;
    }

    private static Object[] itemsOf(Object pair, int n) {
        var special = Types.of(pair).special();
        try {
            if (special.iter != null || special.getItem != null) {
                return Iteration.toArray(pair);
            }
            throw Errors.typeError("object is not iterable");
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TypeError)) {
                Call.method(
                        e.exception(),
                        "add_note",
                        Str.of(
                                "Cannot convert dictionary update sequence element #"
                                        + n
                                        + " to a sequence"));
            }
            throw e;
        }
    }
}
