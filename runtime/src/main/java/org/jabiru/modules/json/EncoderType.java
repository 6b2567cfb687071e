package org.jabiru.modules.json;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Signature;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;

/** {@code json.encoder.c_make_encoder}: writes a value, all at once. */
@BuiltinType(value = "Encoder", signature = "none")
public final class EncoderType extends PyObject implements JavaCallable {
    public static final PyType TYPE =
            PyType.builtin("_json.Encoder", EncoderTypeTable::new, null).sealed().madeAtRunTime();

    private static final Signature CALL =
            Signature.parse("_json", "_iterencode(obj, _current_indent_level)", 'M');

    /** Containers that are being written by identity, or null for no check. */
    final PyDict markers;

    final Object defaultFunction;
    final Object encoder;

    /** What a line is indented with for each level; null for one line. */
    final TruffleString indent;

    final TruffleString keySeparator;
    final TruffleString itemSeparator;
    final boolean sortKeys;
    final boolean skipKeys;
    final boolean allowNan;

    private EncoderType(
            PyDict markers,
            Object defaultFunction,
            Object encoder,
            TruffleString indent,
            TruffleString keySeparator,
            TruffleString itemSeparator,
            boolean sortKeys,
            boolean skipKeys,
            boolean allowNan) {
        super(TYPE);
        this.markers = markers;
        this.defaultFunction = defaultFunction;
        this.encoder = encoder;
        this.indent = indent;
        this.keySeparator = keySeparator;
        this.itemSeparator = itemSeparator;
        this.sortKeys = sortKeys;
        this.skipKeys = skipKeys;
        this.allowNan = allowNan;
    }

    @Builtin(
            value =
                    "__new__(cls, markers, default, encoder, indent, key_separator,"
                            + " item_separator, sort_keys, skipkeys, allow_nan)",
            kind = BuiltinKind.NEW)
    static Object newInstance(
            PyType cls,
            Object markers,
            Object defaultFunction,
            Object encoder,
            Object indent,
            TruffleString keySeparator,
            TruffleString itemSeparator,
            boolean sortKeys,
            boolean skipKeys,
            boolean allowNan) {
        if (markers != Singleton.NONE && !(markers instanceof PyDict)) {
            throw Errors.typeError(
                    "make_encoder() argument 1 must be dict or None, not %s",
                    Types.of(markers).fullName());
        }
        return new EncoderType(
                markers instanceof PyDict d ? d : null,
                defaultFunction,
                encoder,
                Str.valueOrNull(indent),
                keySeparator,
                itemSeparator,
                sortKeys,
                skipKeys,
                allowNan);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        Object[] bound = CALL.bind(args, keywords);
        return call(this, bound[0], Args.toLong(bound[1]));
    }

    @Builtin("__call__(self, obj, _current_indent_level)")
    static Object call(EncoderType self, Object o, long level) {
        StrBuilder out = new StrBuilder();
        new ValueWriter(self, out).write(o, (int) Math.max(level, 0));
        return new PyTuple(out.toStr());
    }

    private static Object orNone(Object o) {
        return o == null ? Singleton.NONE : o;
    }

    @Builtin(value = "markers", kind = BuiltinKind.FIELD)
    static Object markers(EncoderType self) {
        return orNone(self.markers);
    }

    @Builtin(value = "default", kind = BuiltinKind.FIELD)
    static Object defaultFunction(EncoderType self) {
        return self.defaultFunction;
    }

    @Builtin(value = "encoder", kind = BuiltinKind.FIELD)
    static Object encoder(EncoderType self) {
        return self.encoder;
    }

    @Builtin(value = "indent", kind = BuiltinKind.FIELD)
    static Object indent(EncoderType self) {
        return orNone(self.indent);
    }

    @Builtin(value = "key_separator", kind = BuiltinKind.FIELD)
    static Object keySeparator(EncoderType self) {
        return self.keySeparator;
    }

    @Builtin(value = "item_separator", kind = BuiltinKind.FIELD)
    static Object itemSeparator(EncoderType self) {
        return self.itemSeparator;
    }

    @Builtin(value = "sort_keys", kind = BuiltinKind.FIELD)
    static boolean sortKeys(EncoderType self) {
        return self.sortKeys;
    }

    @Builtin(value = "skipkeys", kind = BuiltinKind.FIELD)
    static boolean skipKeys(EncoderType self) {
        return self.skipKeys;
    }
}
