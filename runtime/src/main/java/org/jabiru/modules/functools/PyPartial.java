package org.jabiru.modules.functools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** A partial object. */
public final class PyPartial extends PyObject implements JavaCallable {
    Object function = Singleton.NONE;
    PyTuple args = PyTuple.EMPTY;
    PyDict keywords = new PyDict();

    /** How many of the arguments are placeholders. */
    private int placeholders;

    PyPartial(PyType type) {
        super(type);
    }

    void set(Object newFunction, PyTuple newArgs, PyDict newKeywords) {
        function = newFunction;
        args = newArgs;
        keywords = newKeywords;
        placeholders = 0;
        for (Object a : newArgs.items) {
            if (a == Placeholder.INSTANCE) {
                placeholders++;
            }
        }
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object call(Object[] given, TruffleString[] names) {
        if (type() != PartialType.TYPE
                && type().special().call != PartialType.TYPE.special().call) {
            return Call.callUnbound(type().special().call, this, given, names);
        }
        return callDirectly(given, names);
    }

    /** {@code partial.__call__}. */
    Object callDirectly(Object[] given, TruffleString[] names) {
        int namedCount = names == null ? 0 : names.length;
        int positional = given.length - namedCount;
        Object[] filled = fill(given, positional);
        if (keywords.size() == 0) {
            return Call.call(function, append(filled, given, positional, namedCount), names);
        }
        Map<TruffleString, Object> all = new LinkedHashMap<>();
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            TruffleString name = Str.valueOrNull(keywords.keyAt(i));
            if (name == null) {
                throw Errors.typeError("keywords must be strings");
            }
            all.put(name, keywords.valueAt(i));
        }
        for (int i = 0; i < namedCount; i++) {
            all.put(names[i], given[positional + i]);
        }
        Object[] values = all.values().toArray();
        return Call.call(
                function,
                append(filled, values, 0, values.length),
                all.keySet().toArray(TruffleString[]::new));
    }

    /** The stored arguments with the placeholders filled in, then the other positional ones. */
    private Object[] fill(Object[] given, int positional) {
        if (positional < placeholders) {
            throw Errors.typeError(
                    "missing positional arguments in 'partial' call; expected at least %d, got %d",
                    placeholders, positional);
        }
        Object[] out = new Object[args.size() + positional - placeholders];
        int used = 0;
        for (int i = 0; i < args.size(); i++) {
            Object a = args.get(i);
            out[i] = placeholders > 0 && a == Placeholder.INSTANCE ? given[used++] : a;
        }
        System.arraycopy(given, used, out, args.size(), positional - used);
        return out;
    }

    private static Object[] append(Object[] first, Object[] second, int from, int count) {
        if (count == 0) {
            return first;
        }
        Object[] out = new Object[first.length + count];
        System.arraycopy(first, 0, out, 0, first.length);
        System.arraycopy(second, from, out, first.length, count);
        return out;
    }
}
