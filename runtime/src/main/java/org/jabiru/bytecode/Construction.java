package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.function.PyBuiltinFunction;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.function.PyMethodDescriptor;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Signature;
import org.jabiru.object.Types;

/** How a call of a class makes an instance, for one version of the class. */
final class Construction {
    private final PyType type;

    /** {@code __new__}, when it is a builtin other than object's. */
    private final BuiltinTable table;

    private final int index;
    private final Signature signature;

    /** {@code __init__}, or null when it is object's and there is nothing to do. */
    final Object initializer;

    /** Whether {@code __new__} may give something that is no instance of the class. */
    final boolean mayMakeOthers;

    /** Whether {@code __new__} is object's, and {@code __init__} is not. */
    final boolean ofObject;

    /** Whether {@code __new__} is BaseException's: it keeps the arguments. */
    private final boolean ofException;

    /** Whether {@code __init__} is that of a builtin exception, and done with {@code __new__}. */
    private final boolean initializesException;

    private Construction(PyType type, PyBuiltinFunction maker, Object init) {
        this.type = type;
        this.ofObject = maker == null && init != null;
        this.ofException = maker != null && maker == ExceptionTypes.BaseException.lookup("__new__");
        this.initializesException =
                ofException
                        && init instanceof PyMethodDescriptor d
                        && !d.owner.isHeapType()
                        && d.owner.isSubtype(ExceptionTypes.BaseException);
        this.initializer = initializesException ? null : init;
        this.table = maker == null ? null : maker.table;
        this.index = maker == null ? -1 : maker.index;
        this.signature = maker == null ? null : maker.signature();
        this.mayMakeOthers = maker != null && !ofException;
    }

    /** Null when the class is too special. */
    @TruffleBoundary
    static Construction ofOrNull(PyType type) {
        PyType meta = type.type();
        if (type == TypeType.TYPE
                || type.isAbstract
                || meta.special().call != TypeType.TYPE.special().call) {
            return null;
        }
        Object init = type.lookup("__init__");
        boolean defaultInit = init == ObjectType.TYPE.lookup("__init__");
        if (!defaultInit
                && !(init instanceof PyFunction)
                && !(init instanceof PyMethodDescriptor)) {
            return null;
        }
        if (!(type.special().make instanceof PyBuiltinFunction maker)
                || type.special().makesInPython) {
            return null;
        }
        if (type.special().makesBareObjects) {
            // Excess arguments for object's own __init__ are an error: leave it to the slow path.
            return defaultInit || !type.isHeapType() ? null : new Construction(type, null, init);
        }
        return new Construction(type, maker, defaultInit ? null : init);
    }

    /** The new object; slot 0 of the arguments is free. */
    Object make(Object[] args) {
        if (table == null) {
            return type.factory.make(type);
        }
        if (ofException) {
            return makeException(args);
        }
        Object[] all = args.clone();
        all[0] = type;
        return table.invoke(
                index, signature.isDirect(all.length, null) ? all : signature.bind(all, null));
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private Object makeException(Object[] args) {
        PyBaseException made = (PyBaseException) type.factory.make(type);
        Object[] given = Arrays.copyOfRange(args, 1, args.length);
        made.args = PyTuple.of(given);
        if (initializesException) {
            made.initialize(given, null);
        }
        return made;
    }

    static PyException wrongResult(Object result) {
        return Errors.typeError("__init__() should return None, not '%s'", Types.of(result).name());
    }
}
