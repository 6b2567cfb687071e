package org.jabiru.builtins.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** {@code object.__new__} and {@code object.__init__}. */
public final class Instantiation {
    private Instantiation() {}

    /** Whether calling the class makes its instances with {@code object.__new__}. */
    public static boolean isDefaultNew(PyType cls) {
        return cls.special().makesBareObjects;
    }

    /** Whether instances are initialized by {@code object.__init__}. */
    public static boolean isDefaultInit(PyType cls) {
        return cls.lookup("__init__") == ObjectType.TYPE.lookup("__init__");
    }

    /**
     * A bare instance.
     *
     * @param excess whether arguments were given that object does not take
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object newObject(PyType cls, boolean excess) {
        checkInstantiable(cls);
        if (excess) {
            if (!isDefaultNew(cls)) {
                throw Errors.typeError(
                        "object.__new__() takes exactly one argument (the type to instantiate)");
            }
            if (isDefaultInit(cls)) {
                throw Errors.typeError("%s() takes no arguments", cls.name());
            }
        }
        return bareObject(cls);
    }

    /** An instance of a class whose {@code __new__} is that of object. */
    public static Object bareObject(PyType cls) {
        if (cls.isAbstract) {
            throw abstractClass(cls);
        }
        checkInstantiable(cls);
        return cls.factory.make(cls);
    }

    /** A builtin type without a factory of its own makes its instances elsewhere. */
    private static void checkInstantiable(PyType cls) {
        if (!cls.isHeapType() && cls.solidBase != cls && !cls.instantiable && isDefaultInit(cls)) {
            throw Errors.typeError("cannot create '%s' instances", cls.name());
        }
    }

    /** Checks what {@code object.__init__} was given. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static void initObject(Object self, boolean excess) {
        if (!excess) {
            return;
        }
        PyType cls = Types.of(self);
        if (!isDefaultInit(cls)) {
            throw Errors.typeError(
                    "object.__init__() takes exactly one argument (the instance to initialize)");
        }
        if (isDefaultNew(cls)) {
            throw Errors.typeError(
                    "%s.__init__() takes exactly one argument (the instance to initialize)",
                    cls.name());
        }
    }

    @TruffleBoundary
    private static PyException abstractClass(PyType cls) {
        List<String> names = new ArrayList<>();
        for (Object name : Iteration.toArray(Attributes.get(cls, "__abstractmethods__"))) {
            names.add(Str.java(Repr.str(name)));
        }
        names.sort(null);
        return Errors.typeError(
                "Can't instantiate abstract class %s without an implementation for abstract"
                        + " method%s '%s'",
                cls.name(), names.size() == 1 ? "" : "s", String.join("', '", names));
    }
}
