package org.jabiru.builtins.foreign;

import static org.jabiru.builtins.foreign.Messages.INTEROP;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.PythonContext;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.interop.Conversions;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;

/** What all objects of other languages have: members as attributes, equality, a text. */
@BuiltinType(
        value = "polyglot.ForeignObject",
        doc = "An object of Java or of another language; its members are attributes.")
public final class ForeignObjectType {
    public static final PyType TYPE =
            PyType.builtin("polyglot.ForeignObject", ForeignObjectTypeTable::new, null)
                    .withOwnLayout()
                    .withWeakReferences();

    private ForeignObjectType() {}

    @Builtin("__getattr__(self, name, /)")
    static Object getAttribute(PyForeign self, TruffleString name) {
        return member(self, self.value, name);
    }

    /** A member; AttributeError when there is none, or when it must not be seen. */
    static Object member(Object self, Object value, TruffleString name) {
        String member = Str.java(name);
        if (!INTEROP.isMemberReadable(value, member)) {
            throw Attributes.withNameAndObject(
                    Errors.attributeError(
                            "foreign object of class '%s' has no attribute '%s'",
                            Messages.className(value), member),
                    self,
                    name);
        }
        return Messages.send(() -> INTEROP.readMember(value, member));
    }

    @Builtin("__setattr__(self, name, value, /)")
    static void setAttribute(PyForeign self, TruffleString name, Object value) {
        String member = Str.java(name);
        if (!INTEROP.isMemberWritable(self.value, member)) {
            throw notWritable(self, name, "set");
        }
        Messages.send(() -> {
            INTEROP.writeMember(self.value, member, Conversions.toForeign(value));
            return Singleton.NONE;
        });
    }

    @Builtin("__delattr__(self, name, /)")
    static void deleteAttribute(PyForeign self, TruffleString name) {
        String member = Str.java(name);
        if (!INTEROP.isMemberRemovable(self.value, member)) {
            throw notWritable(self, name, "deleted");
        }
        Messages.send(() -> {
            INTEROP.removeMember(self.value, member);
            return Singleton.NONE;
        });
    }

    private static RuntimeException notWritable(PyForeign self, TruffleString name, String verb) {
        return Attributes.withNameAndObject(
                Errors.attributeError(
                        "attribute '%s' of foreign object of class '%s' cannot be %s",
                        Str.java(name), Messages.className(self.value), verb),
                self,
                name);
    }

    @Builtin("__dir__(self, /)")
    static Object dir(PyForeign self) {
        List<Object> names = new ArrayList<>();
        Object own = Call.callUnbound(ObjectType.TYPE.lookup("__dir__"), self, new Object[0], null);
        names.addAll(List.of(Iteration.toArray(own)));
        try {
            if (INTEROP.hasMembers(self.value)) {
                Object members = INTEROP.getMembers(self.value);
                for (long i = 0; i < INTEROP.getArraySize(members); i++) {
                    names.add(Conversions.toPython(INTEROP.readArrayElement(members, i)));
                }
            }
        } catch (InteropException e) {
            // The members that could be named are.
            return new PyList(names.toArray());
        }
        return new PyList(names.toArray());
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyForeign self, Object other) {
        return other instanceof PyForeign f
                ? (Object) same(self.value, f.value)
                : Singleton.NOT_IMPLEMENTED;
    }

    /** Whether both are one object, or Java's {@code equals} says that they are equal. */
    static boolean same(Object a, Object b) {
        if (a == b || INTEROP.isIdentical(a, b, INTEROP)) {
            return true;
        }
        TruffleLanguage.Env env = PythonContext.get().env();
        return env.isHostObject(a)
                && env.isHostObject(b)
                && Messages.send(() -> INTEROP.invokeMember(a, "equals", b)) == Boolean.TRUE;
    }

    @Builtin("__hash__(self, /)")
    static Object hash(PyForeign self) {
        if (PythonContext.get().env().isHostObject(self.value)
                && INTEROP.isMemberInvocable(self.value, "hashCode")) {
            return Messages.send(() -> INTEROP.invokeMember(self.value, "hashCode"));
        }
        return Messages.send(() ->
                INTEROP.hasIdentity(self.value)
                        ? INTEROP.identityHashCode(self.value)
                        : System.identityHashCode(self));
    }

    @Builtin("__str__(self, /)")
    static String str(PyForeign self) {
        return Messages.display(self.value);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyForeign self) {
        return "<%s object: %s>"
                .formatted(Messages.className(self.value), Messages.display(self.value));
    }
}
