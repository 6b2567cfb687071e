package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.ThreadState;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.builtins.union.PyUnion;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** {@code isinstance} and {@code issubclass} (PEP 3119). */
public final class InstanceChecks {
    private InstanceChecks() {}

    /** {@code isinstance(o, cls)}. */
    public static boolean isInstance(Object o, Object cls) {
        if (cls instanceof PyType t) {
            PyType type = Types.of(o);
            if (type == t) {
                return true;
            }
            if (t.type() == TypeType.TYPE && type.isSubtype(t)) {
                return true;
            }
        }
        return slowIsInstance(o, cls);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static boolean slowIsInstance(Object o, Object cls) {
        if (Types.of(o) == cls) {
            return true;
        }
        if (Types.of(cls) == TypeType.TYPE) {
            return plainIsInstance(o, cls);
        }
        Object of = cls instanceof PyUnion u ? u.args : cls;
        if (of instanceof PyTuple tuple) {
            ThreadState thread = Nesting.enter(" in __instancecheck__");
            try {
                for (Object c : tuple.items) {
                    if (slowIsInstance(o, c)) {
                        return true;
                    }
                }
            } finally {
                thread.nesting--;
            }
            return false;
        }
        Object check = Types.of(cls).lookup("__instancecheck__");
        if (check != null) {
            return Truth.isTrue(Call.callUnbound(check, cls, new Object[] {o}, null));
        }
        return plainIsInstance(o, cls);
    }

    /** {@code type.__instancecheck__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static boolean plainIsInstance(Object o, Object cls) {
        if (cls instanceof PyType t) {
            PyType type = Types.of(o);
            if (type.isSubtype(t)) {
                return true;
            }
            return Attributes.getOrNull(o, "__class__") instanceof PyType claimed
                    && claimed != type
                    && claimed.isSubtype(t);
        }
        checkClass(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        Object claimed = Attributes.getOrNull(o, "__class__");
        return claimed != null && derives(claimed, cls);
    }

    /** {@code issubclass(sub, cls)}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static boolean isSubclass(Object sub, Object cls) {
        if (Types.of(cls) == TypeType.TYPE) {
            return sub == cls || plainIsSubclass(sub, cls);
        }
        Object of = cls instanceof PyUnion u ? u.args : cls;
        if (of instanceof PyTuple tuple) {
            ThreadState thread = Nesting.enter(" in __subclasscheck__");
            try {
                for (Object c : tuple.items) {
                    if (isSubclass(sub, c)) {
                        return true;
                    }
                }
            } finally {
                thread.nesting--;
            }
            return false;
        }
        Object check = Types.of(cls).lookup("__subclasscheck__");
        if (check != null) {
            return Truth.isTrue(Call.callUnbound(check, cls, new Object[] {sub}, null));
        }
        return plainIsSubclass(sub, cls);
    }

    /** {@code type.__subclasscheck__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static boolean plainIsSubclass(Object sub, Object cls) {
        if (sub instanceof PyType s && cls instanceof PyType c) {
            return s.isSubtype(c);
        }
        checkClass(sub, "issubclass() arg 1 must be a class");
        checkClass(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
        return derives(sub, cls);
    }

    private static void checkClass(Object cls, String message) {
        if (!(cls instanceof PyType) && basesOrNull(cls) == null) {
            PyException e = Errors.typeError("%s", message);
            throw e;
        }
    }

    private static PyTuple basesOrNull(Object cls) {
        return Attributes.getOrNull(cls, "__bases__") instanceof PyTuple t ? t : null;
    }

    /** Whether one class-like object is among the {@code __bases__} of another, at any depth. */
    private static boolean derives(Object sub, Object cls) {
        if (sub == cls) {
            return true;
        }
        PyTuple bases = basesOrNull(sub);
        if (bases == null) {
            return false;
        }
        ThreadState thread = Nesting.enter(" in __issubclass__");
        try {
            for (Object b : bases.items) {
                if (derives(b, cls)) {
                    return true;
                }
            }
        } finally {
            thread.nesting--;
        }
        return false;
    }
}
