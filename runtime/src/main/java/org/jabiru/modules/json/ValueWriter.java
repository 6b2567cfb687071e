package org.jabiru.modules.json;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.ThreadState;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.floats.FloatText;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.list.ListSort;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyFloat;
import org.jabiru.object.PyInt;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Builtins;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Nesting;
import org.jabiru.protocol.Repr;

/** Writes values as JSON. */
final class ValueWriter {
    private final EncoderType encoder;
    private final StrBuilder out;

    /**
     * Whether our own string encoder may be used without a call: 1 for ASCII, 0 for all; else -1.
     */
    private final int ownEncoder;

    ValueWriter(EncoderType encoder, StrBuilder out) {
        this.encoder = encoder;
        this.out = out;
        this.ownEncoder = ownEncoder(encoder.encoder);
    }

    private static int ownEncoder(Object function) {
        if (function instanceof PyBuiltinFunction f && f.table instanceof JsonModuleTable) {
            return switch (f.table.name(f.index)) {
                case "encode_basestring_ascii" -> 1;
                case "encode_basestring" -> 0;
                default -> -1;
            };
        }
        return -1;
    }

    void write(Object o, int level) {
        TruffleString s = Str.valueOrNull(o);
        if (s != null) {
            writeString(o, s);
            return;
        }
        TruffleString simple = simpleOrNull(o);
        if (simple != null) {
            out.append(simple);
            return;
        }
        ThreadState thread = Nesting.enter(" while encoding a JSON object");
        try {
            Object marker = enter(o);
            writeNested(o, level);
            leave(marker);
        } finally {
            thread.nesting--;
        }
    }

    private void writeNested(Object o, int level) {
        if (o instanceof PyList || o instanceof PyTuple) {
            writeList(o, level);
        } else if (o instanceof PyDict d) {
            writeDict(d, level);
        } else {
            Object replacement = Call.call(encoder.defaultFunction, o);
            try {
                write(replacement, level);
            } catch (PyException e) {
                throw noted(e, "when serializing " + Types.of(o).name() + " object");
            }
        }
    }

    /** The text of None, a bool, an int or a float; null for anything else. */
    private TruffleString simpleOrNull(Object o) {
        if (o == Singleton.NONE) {
            return Str.name("null");
        }
        if (o instanceof Boolean b) {
            return Str.name(b ? "true" : "false");
        }
        if (o instanceof Long l) {
            return Str.of(Long.toString(l));
        }
        if (o instanceof BigInteger || o instanceof PyInt) {
            Object value = o instanceof PyInt i ? i.value : o;
            return (TruffleString) Call.call(IntType.TYPE.lookup("__repr__"), value);
        }
        if (o instanceof Double d) {
            return number(d, o);
        }
        return o instanceof PyFloat f ? number(f.value, o) : null;
    }

    private TruffleString number(double d, Object shown) {
        if (Double.isFinite(d)) {
            return Str.of(FloatText.repr(d));
        }
        if (!encoder.allowNan) {
            throw Errors.valueError(
                    "Out of range float values are not JSON compliant: %s",
                    Str.java(Repr.repr(shown)));
        }
        return Str.name(Double.isNaN(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
    }

    private void writeString(Object o, TruffleString s) {
        if (ownEncoder >= 0) {
            out.append(StringEncoder.encode(s, ownEncoder == 1));
            return;
        }
        Object text = Call.call(encoder.encoder, o);
        TruffleString encoded = Str.valueOrNull(text);
        if (encoded == null) {
            throw Errors.typeError(
                    "encoder() must return a string, not %s", Types.of(text).fullName());
        }
        out.append(encoded);
    }

    // ---- circular references ----

    private Object enter(Object o) {
        if (encoder.markers == null) {
            return null;
        }
        Object id = Call.call(Builtins.get("id"), o);
        if (encoder.markers.find(id) >= 0) {
            throw Errors.valueError("Circular reference detected");
        }
        encoder.markers.put(id, o);
        return id;
    }

    private void leave(Object marker) {
        if (marker != null) {
            encoder.markers.remove(marker);
        }
    }

    // ---- containers ----

    private void newLine(int level) {
        if (encoder.indent != null) {
            out.literal("\n");
            for (int i = 0; i < level; i++) {
                out.append(encoder.indent);
            }
        }
    }

    private void writeList(Object list, int level) {
        if (sizeOf(list) == 0) {
            out.literal("[]");
            return;
        }
        out.literal("[");
        // The functions called may change the list.
        for (int i = 0; i < sizeOf(list); i++) {
            if (i > 0) {
                out.append(encoder.itemSeparator);
            }
            newLine(level + 1);
            try {
                write(list instanceof PyList l ? l.get(i) : ((PyTuple) list).get(i), level + 1);
            } catch (PyException e) {
                throw noted(e, "when serializing " + Types.of(list).shortName() + " item " + i);
            }
        }
        newLine(level);
        out.literal("]");
    }

    private static int sizeOf(Object list) {
        return list instanceof PyList l ? l.size() : ((PyTuple) list).size();
    }

    private void writeDict(PyDict dict, int level) {
        if (dict.size() == 0) {
            out.literal("{}");
            return;
        }
        Object[] entries = entries(dict);
        out.literal("{");
        boolean first = true;
        for (Object entry : entries) {
            if (!(entry instanceof PyTuple t) || t.size() != 2) {
                throw Errors.valueError("items must return 2-tuples");
            }
            TruffleString key = key(t.get(0));
            if (key == null) {
                continue;
            }
            if (!first) {
                out.append(encoder.itemSeparator);
            }
            first = false;
            newLine(level + 1);
            writeString(t.get(0) instanceof TruffleString ? t.get(0) : key, key);
            out.append(encoder.keySeparator);
            try {
                write(t.get(1), level + 1);
            } catch (PyException e) {
                throw noted(
                        e,
                        "when serializing "
                                + Types.of(dict).shortName()
                                + " item "
                                + Str.java(Repr.repr(t.get(0))));
            }
        }
        if (!first) {
            newLine(level);
        }
        out.literal("}");
    }

    private Object[] entries(PyDict dict) {
        if (!encoder.sortKeys && dict.type() == DictType.TYPE) {
            Object[] out = new Object[dict.size()];
            int n = 0;
            for (int i = dict.first(); i >= 0; i = dict.next(i)) {
                out[n++] = new PyTuple(dict.keyAt(i), dict.valueAt(i));
            }
            return out;
        }
        Object[] items = Iteration.toArray(Call.method(dict, "items"));
        if (encoder.sortKeys) {
            ListSort.sort(items, items.length, null, false);
        }
        return items;
    }

    /** The text of a key; null to leave the entry out. */
    private TruffleString key(Object key) {
        TruffleString s = Str.valueOrNull(key);
        if (s != null) {
            return s;
        }
        TruffleString simple = simpleOrNull(key);
        if (simple != null) {
            return simple;
        }
        if (encoder.skipKeys) {
            return null;
        }
        throw Errors.typeError(
                "keys must be str, int, float, bool or None, not %s", Types.of(key).fullName());
    }

    private static PyException noted(PyException e, String note) {
        Call.method(e.exception(), "add_note", Str.of(note));
        return e;
    }
}
