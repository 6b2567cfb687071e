package org.jabiru.builtins.template;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Repr;

/** The methods of {@code string.templatelib.Template}. */
@BuiltinType("Template")
public final class TemplateType {
    public static final PyType TYPE =
            PyType.builtin("string.templatelib.Template", TemplateTypeTable::new, null).sealed();

    private TemplateType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (keywords.size() > 0) {
            throw Errors.typeError("Template.__new__ only accepts *args arguments");
        }
        List<Object> strings = new ArrayList<>();
        List<Object> interpolations = new ArrayList<>();
        TruffleString text = Str.EMPTY;
        for (Object a : args) {
            TruffleString s = Str.valueOrNull(a);
            if (s != null) {
                text = Str.length(text) == 0 ? s : Str.concat(text, s);
            } else if (a instanceof PyInterpolation) {
                strings.add(text);
                text = Str.EMPTY;
                interpolations.add(a);
            } else {
                throw Errors.typeError(
                        "Template.__new__ *args need to be of type 'str' or 'Interpolation',"
                                + " got %s",
                        Types.of(a).name());
            }
        }
        strings.add(text);
        return new PyTemplate(PyTuple.of(strings.toArray()), PyTuple.of(interpolations.toArray()));
    }

    @Builtin(value = "strings", kind = BuiltinKind.GETTER, doc = "The texts.")
    static Object strings(PyTemplate self) {
        return self.strings;
    }

    @Builtin(value = "interpolations", kind = BuiltinKind.GETTER, doc = "The interpolations.")
    static Object interpolations(PyTemplate self) {
        return self.interpolations;
    }

    @Builtin(value = "values", kind = BuiltinKind.GETTER, doc = "The interpolations' values.")
    static Object values(PyTemplate self) {
        Object[] out = new Object[self.interpolations.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = ((PyInterpolation) self.interpolations.get(i)).value;
        }
        return PyTuple.of(out);
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyTemplate self) {
        return new StrBuilder()
                .literal("Template(strings=")
                .append(Repr.repr(self.strings))
                .literal(", interpolations=")
                .append(Repr.repr(self.interpolations))
                .literal(")")
                .toStr();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyTemplate self) {
        return new TemplateIterator(self);
    }

    @Builtin("__add__(self, value, /)")
    static Object add(PyTemplate self, Object value) {
        if (!(value instanceof PyTemplate other)) {
            throw Errors.typeError(
                    "can only concatenate string.templatelib.Template (not \"%s\") to"
                            + " string.templatelib.Template",
                    Types.of(value).name());
        }
        int last = self.strings.size() - 1;
        Object[] strings = Arrays.copyOf(self.strings.items, last + other.strings.size());
        System.arraycopy(other.strings.items, 0, strings, last, other.strings.size());
        strings[last] = Str.concat(self.string(last), other.string(0));
        int count = self.interpolations.size();
        Object[] interpolations =
                Arrays.copyOf(self.interpolations.items, count + other.interpolations.size());
        System.arraycopy(
                other.interpolations.items, 0, interpolations, count, other.interpolations.size());
        return new PyTemplate(PyTuple.of(strings), PyTuple.of(interpolations));
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyTemplate self) {
        return new PyTuple(
                Modules.attribute("string.templatelib", "_template_unpickle"),
                new PyTuple(self.strings, self.interpolations));
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
