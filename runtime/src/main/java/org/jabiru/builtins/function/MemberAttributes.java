package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Modules;

/** What builtin functions and methods show of themselves. */
final class MemberAttributes {
    private MemberAttributes() {}

    static Object name(BuiltinMember m) {
        return m.name();
    }

    static Object doc(BuiltinMember m) {
        String doc = m.table.doc(m.index);
        if (doc == null && m.table.kind(m.index) != 'G') {
            doc = SpecialMethodDocs.docOrNull(m.table.name(m.index));
        }
        return doc == null ? Singleton.NONE : Str.of(doc);
    }

    /** Argument Clinic's form: {@code ($self, object, /)}. */
    static Object textSignature(BuiltinMember m) {
        String shown = m.table.shownSignature(m.index);
        if (shown != null) {
            return shown.equals("none") ? Singleton.NONE : Str.of(shown);
        }
        String text = m.table.textSignature(m.index);
        if (text == null) {
            return Singleton.NONE;
        }
        boolean constructor = isConstructor(m);
        String positionalOnly = text.contains("/") ? "" : ", /";
        if (m instanceof PyBuiltinFunction f && f.self instanceof PyModule && !f.bound) {
            String rest = text.substring(1);
            String separator = positionalOnly.isEmpty() || rest.length() == 1 ? "" : ", ";
            return Str.of(
                    "($module" + (positionalOnly.isEmpty() ? ", " : ", /") + separator + rest);
        }
        return Str.of(
                switch (m.table.kind(m.index)) {
                    case 'M' ->
                            constructor
                                    ? "($self, /, *args, **kwargs)"
                                    : "($self" + positionalOnly + afterFirst(text);
                    case 'N' -> "($type, *args, **kwargs)";
                    case 'C' ->
                            "($type"
                                    + positionalOnly
                                    + afterFirst(text.replace("cls, /, *", "cls, *"));
                    default -> text;
                });
    }

    /** Whether it only passes on what the type is called with: the type has the signature. */
    private static boolean isConstructor(BuiltinMember m) {
        String name = m.table.name(m.index);
        return name.equals("__init__") || name.equals("__call__");
    }

    private static String afterFirst(String text) {
        int end = text.indexOf(',');
        return end < 0 ? ")" : text.substring(end);
    }

    static PyType owner(BuiltinMember m) {
        return switch (m) {
            case PyMethodDescriptor d -> d.owner;
            case PyClassMethodDescriptor d -> d.owner;
            case PyGetSetDescriptor d -> d.owner;
            default -> throw new IllegalArgumentException(m.getClass().getName());
        };
    }

    static Object qualifiedName(BuiltinMember m) {
        return Str.of(Str.java(owner(m).qualifiedName()) + "." + m.table.name(m.index));
    }

    /** {@code list.append} for a bound method, the bare name for a function. */
    static Object qualifiedName(PyBuiltinFunction f) {
        PyType type = receiverType(f);
        return type == null
                ? f.name()
                : Str.of(Str.java(type.qualifiedName()) + "." + f.table.name(f.index));
    }

    private static PyType receiverType(PyBuiltinFunction f) {
        if (f.self == null || f.self instanceof PyModule && !f.bound) {
            return null;
        }
        return f.self instanceof PyType t && (!f.bound || f.table.kind(f.index) == 'C')
                ? t
                : Types.of(f.self);
    }

    static String reprOfFunction(PyBuiltinFunction f) {
        return f.self == null || f.self instanceof PyModule && !f.bound
                ? "<built-in function " + f.table.name(f.index) + ">"
                : "<built-in method "
                        + f.table.name(f.index)
                        + " of "
                        + Types.of(f.self).name()
                        + " object at "
                        + Identity.address(f.self)
                        + ">";
    }

    static Object reduceFunction(PyBuiltinFunction f) {
        if (f.self == null || f.self instanceof PyModule && !f.bound) {
            return f.name();
        }
        return reduce(f.self, f.name());
    }

    static Object reduce(Object owner, TruffleString name) {
        return new PyTuple(Modules.attribute("builtins", "getattr"), new PyTuple(owner, name));
    }
}
