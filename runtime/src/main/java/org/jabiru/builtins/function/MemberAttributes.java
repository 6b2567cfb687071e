package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Modules;

/** What builtin functions and methods show of themselves. */
final class MemberAttributes {
    private MemberAttributes() {}

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

    /** {@code list.append} for a bound method, the bare name for a function. */
    static Object qualifiedName(FunctionOrMethod f) {
        if (f.isFunction()) {
            return f.name();
        }
        return qualified(f.self() instanceof PyType t ? t : Types.of(f.self()), f);
    }

    static TruffleString qualified(PyType owner, Member m) {
        return Str.of(Str.java(owner.qualifiedName()) + "." + Str.java(m.name()));
    }

    /** {@code <method 'append' of 'list' objects>}; the kind is its first word. */
    static String repr(String kind, TypeMember m) {
        return "<" + kind + " '" + Str.java(m.name()) + "' of '" + m.owner().name() + "' objects>";
    }

    /** What pickle needs to find it again. */
    static Object reduce(Object owner, TruffleString name) {
        return new PyTuple(Modules.attribute("builtins", "getattr"), new PyTuple(owner, name));
    }

    /** The instance argument of {@code __get__}: null stands for a look-up on the class. */
    static Object receiver(Object instance, Object owner) {
        if (instance != Singleton.NONE) {
            return instance;
        }
        if (owner == Singleton.NONE) {
            throw Errors.typeError("__get__(None, None) is invalid");
        }
        return null;
    }

    /** {@code __get__} of a method. */
    static Object bind(TypeMember m, Object instance, Object owner) {
        Object receiver = receiver(instance, owner);
        if (receiver != null) {
            m.checkApplies(receiver);
        }
        return m.get(receiver, null);
    }
}
