package org.jabiru.builtins.template;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Repr;

/** The methods of {@code string.templatelib.Interpolation}. */
@BuiltinType(value = "Interpolation", signature = "none")
public final class InterpolationType {
    public static final PyType TYPE =
            PyType.builtin("string.templatelib.Interpolation", InterpolationTypeTable::new, null)
                    .sealed();

    static {
        TYPE.namespace()
                .put(
                        "__match_args__",
                        new PyTuple(
                                Str.name("value"),
                                Str.name("expression"),
                                Str.name("conversion"),
                                Str.name("format_spec")));
    }

    private InterpolationType() {}

    @Builtin(
            value = "__new__(cls, value, expression='', conversion=None, format_spec='')",
            kind = BuiltinKind.NEW)
    static Object newInstance(
            PyType cls,
            Object value,
            TruffleString expression,
            Object conversion,
            TruffleString formatSpec) {
        if (conversion != Singleton.NONE) {
            TruffleString letter = Str.valueOrNull(conversion);
            if (letter == null) {
                throw Errors.typeError(
                        "Interpolation() argument 'conversion' must be str, not %s",
                        Types.of(conversion).name());
            }
            String s = Str.java(letter);
            if (!s.equals("s") && !s.equals("a") && !s.equals("r")) {
                throw Errors.valueError(
                        "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
            }
        }
        return new PyInterpolation(value, expression, conversion, formatSpec);
    }

    @Builtin(value = "value", kind = BuiltinKind.GETTER, doc = "The value.")
    static Object value(PyInterpolation self) {
        return self.value;
    }

    @Builtin(value = "expression", kind = BuiltinKind.GETTER, doc = "The source of the value.")
    static Object expression(PyInterpolation self) {
        return self.expression;
    }

    @Builtin(value = "conversion", kind = BuiltinKind.GETTER, doc = "'r', 's', 'a' or None.")
    static Object conversion(PyInterpolation self) {
        return self.conversion;
    }

    @Builtin(value = "format_spec", kind = BuiltinKind.GETTER, doc = "What follows the colon.")
    static Object formatSpec(PyInterpolation self) {
        return self.formatSpec;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyInterpolation self) {
        return new StrBuilder()
                .literal("Interpolation(")
                .append(Repr.repr(self.value))
                .literal(", ")
                .append(Repr.repr(self.expression))
                .literal(", ")
                .append(Repr.repr(self.conversion))
                .literal(", ")
                .append(Repr.repr(self.formatSpec))
                .literal(")")
                .toStr();
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyInterpolation self) {
        return new PyTuple(
                TYPE, new PyTuple(self.value, self.expression, self.conversion, self.formatSpec));
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
