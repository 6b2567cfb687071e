package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** Calls with {@code *args} and {@code **kwargs}. */
final class UnpackedArguments {
    private UnpackedArguments() {}

    /**
     * {@code callee(*positional, **keywords)}.
     *
     * @param positional a list or tuple of ours, or any iterable
     * @param keywords may be null
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object call(Object callee, Object positional, PyDict keywords) {
        Object[] all = array(callee, positional);
        Object[] args = Arrays.copyOfRange(all, 1, all.length);
        return keywords == null
                ? Call.call(callee, args, null)
                : CallWithDict.call(callee, args, keywords);
    }

    /** The positional arguments, with slot 0 free. */
    static Object[] array(Object callee, Object positional) {
        if (positional instanceof PyTuple t && t.type() == TupleType.TYPE) {
            return shifted(t.items, t.items.length);
        }
        if (positional instanceof PyList l && l.type() == ListType.TYPE) {
            return shifted(l.backing(), l.size());
        }
        return iterate(callee, positional);
    }

    private static Object[] shifted(Object[] items, int count) {
        Object[] out = new Object[count + 1];
        System.arraycopy(items, 0, out, 1, count);
        return out;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static Object[] iterate(Object callee, Object iterable) {
        if (!isIterable(iterable)) {
            throw Errors.typeError(
                    "%s argument after * must be an iterable, not %s",
                    describe(callee), Types.of(iterable).name());
        }
        PyList all = new PyList();
        Containers.extend(all, iterable);
        return shifted(all.backing(), all.size());
    }

    static boolean isIterable(Object o) {
        var special = Types.of(o).special();
        return special.iter != null || special.getItem != null;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void merge(Object callee, PyDict keywords, Object mapping) {
        if (mapping instanceof PyDict d) {
            for (int i = d.first(); i >= 0; i = d.next(i)) {
                add(callee, keywords, d.keyAt(i), d.valueAt(i));
            }
            return;
        }
        Object keys = Attributes.getOrNull(mapping, "keys");
        if (keys == null) {
            throw Errors.typeError(
                    "%s argument after ** must be a mapping, not %s",
                    describe(callee), Types.of(mapping).name());
        }
        Object iterator = Iteration.iter(Call.call(keys));
        for (Object k = Iteration.next(iterator); k != null; k = Iteration.next(iterator)) {
            add(callee, keywords, k, Sequences.getItem(mapping, k));
        }
    }

    private static void add(Object callee, PyDict keywords, Object key, Object value) {
        if (keywords.find(key) >= 0) {
            throw Errors.typeError(
                    "%s got multiple values for keyword argument '%s'",
                    describe(callee), Str.java(Repr.str(key)));
        }
        keywords.put(key, value);
    }

    /** The callee in messages: {@code module.f()} for functions, str(callee) otherwise. */
    static String describe(Object callee) {
        try {
            Object name =
                    callee instanceof PyObject
                            ? Attributes.getOrNull(callee, "__qualname__")
                            : null;
            TruffleString text = Str.valueOrNull(name);
            if (text == null) {
                return Str.java(Repr.str(callee));
            }
            TruffleString module = Str.valueOrNull(Attributes.getOrNull(callee, "__module__"));
            String prefix = module == null ? "" : Str.java(module);
            return (prefix.isEmpty() || prefix.equals("builtins") ? "" : prefix + ".")
                    + Str.java(text)
                    + "()";
        } catch (PyException e) {
            if (e.is(ExceptionTypes.Exception)) {
                return Types.of(callee).name() + " object";
            }
            throw e;
        }
    }
}
