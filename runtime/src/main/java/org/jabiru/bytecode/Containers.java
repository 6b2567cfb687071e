package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/** Makes and fills the builtin containers. */
final class Containers {
    private Containers() {}

    @TruffleBoundary(transferToInterpreterOnException = false)
    static PySet set(Object[] items) {
        PySet set = new PySet();
        for (Object item : items) {
            set.add(item);
        }
        return set;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void addToSet(PySet set, Object item) {
        set.add(item);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void updateSet(PySet set, Object iterable) {
        Object iterator = Iteration.iter(iterable);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            set.add(x);
        }
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void fill(PyDict dict, Object[] keysAndValues) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            dict.put(keysAndValues[i], keysAndValues[i + 1]);
        }
    }

    /** {@code [*list, *iterable]}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void extend(PyList list, Object iterable) {
        if (!UnpackedArguments.isIterable(iterable)) {
            throw Errors.typeError(
                    "Value after * must be an iterable, not %s", Types.of(iterable).name());
        }
        if (iterable instanceof PyTuple || iterable instanceof PyList) {
            for (Object x : Iteration.toArray(iterable)) {
                list.append(x);
            }
            return;
        }
        Object iterator = Iteration.iter(iterable);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            list.append(x);
        }
    }

    /** {@code {**dict, **mapping}}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void updateDict(PyDict dict, Object mapping) {
        if (mapping instanceof PyDict d) {
            for (int i = d.first(); i >= 0; i = d.next(i)) {
                dict.put(d.keyAt(i), d.hashAt(i), d.valueAt(i));
            }
            return;
        }
        Object keys = Attributes.getOrNull(mapping, "keys");
        if (keys == null) {
            throw Errors.typeError("'%s' object is not a mapping", Types.of(mapping).name());
        }
        Object iterator = Iteration.iter(Call.call(keys));
        for (Object k = Iteration.next(iterator); k != null; k = Iteration.next(iterator)) {
            dict.put(k, Sequences.getItem(mapping, k));
        }
    }
}
