package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;

/** Assignment to several targets. */
final class Unpacking {
    private Unpacking() {}

    /** The items of a value that must have so many. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object[] exactly(Object value, int wanted) {
        Object iterator = iterator(value);
        Object[] out = new Object[wanted];
        for (int i = 0; i < wanted; i++) {
            out[i] = Iteration.next(iterator);
            if (out[i] == null) {
                throw Errors.valueError(
                        "not enough values to unpack (expected %d, got %d)", wanted, i);
            }
        }
        if (Iteration.next(iterator) != null) {
            throw tooMany(value, wanted);
        }
        return out;
    }

    static PyException tooMany(Object value, int wanted) {
        int size =
                value instanceof PyList l
                        ? l.size()
                        : value instanceof PyTuple t
                                ? t.size()
                                : value instanceof PyDict d ? d.size() : -1;
        return size < 0
                ? Errors.valueError("too many values to unpack (expected %d)", wanted)
                : Errors.valueError(
                        "too many values to unpack (expected %d, got %d)", wanted, size);
    }

    private static Object iterator(Object value) {
        if (!UnpackedArguments.isIterable(value)) {
            throw Errors.typeError("cannot unpack non-iterable %s object", Types.of(value).name());
        }
        return Iteration.iter(value);
    }

    /** The items of a value for so many targets, of which one has a star: it gets a list. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object[] withStar(Object value, int targets, int star) {
        Object iterator = iterator(value);
        Object[] out = new Object[targets];
        int after = targets - star - 1;
        for (int i = 0; i < star; i++) {
            out[i] = Iteration.next(iterator);
            if (out[i] == null) {
                throw notEnough(targets - 1, i);
            }
        }
        PyList rest = new PyList();
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            rest.append(x);
        }
        if (rest.size() < after) {
            throw notEnough(targets - 1, star + rest.size());
        }
        int keep = rest.size() - after;
        for (int i = 0; i < after; i++) {
            out[star + 1 + i] = rest.get(keep + i);
        }
        rest.replace(keep, rest.size(), new Object[0], 0);
        out[star] = rest;
        return out;
    }

    private static PyException notEnough(int wanted, int got) {
        return Errors.valueError(
                "not enough values to unpack (expected at least %d, got %d)", wanted, got);
    }
}
