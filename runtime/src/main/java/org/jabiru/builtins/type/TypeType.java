package org.jabiru.builtins.type;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Descriptors;

/** The methods of type. */
@BuiltinType("type")
public final class TypeType {
    public static final PyType TYPE = PyType.builtin("type", TypeTypeTable::new, null);

    private TypeType() {}

    /** {@code cls(*args, **kwargs)} for a metatype without {@code __call__} of its own. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object call(PyType cls, Object[] args, TruffleString[] keywords) {
        PyType meta = cls.type();
        if (meta != TYPE) {
            Object call = meta.special().call;
            if (call != TYPE.special().call) {
                return Call.callUnbound(call, cls, args, keywords);
            }
        }
        return instantiate(cls, args, keywords);
    }

    /** {@code type.__call__}: {@code __new__}, then {@code __init__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object instantiate(PyType cls, Object[] args, TruffleString[] keywords) {
        if (cls == TYPE && args.length == 1 && keywords == null) {
            return Types.of(args[0]);
        }
        Object newMethod = cls.lookup("__new__");
        if (newMethod == null) {
            throw Errors.typeError("cannot create '%s' instances", cls.name());
        }
        Object[] all = new Object[args.length + 1];
        all[0] = cls;
        System.arraycopy(args, 0, all, 1, args.length);
        Object made = Call.call(Descriptors.get(newMethod, null, cls), all, keywords);
        PyType type = Types.of(made);
        if (!type.isSubtype(cls)) {
            return made;
        }
        Object init = type.lookup("__init__");
        Object result = Call.callUnbound(init, made, args, keywords);
        if (result != org.jabiru.object.Singleton.NONE) {
            throw Errors.typeError(
                    "__init__() should return None, not '%s'", Types.of(result).name());
        }
        return made;
    }

    /** {@code type.__getattribute__}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object getAttribute(PyType cls, TruffleString name) {
        Object found = attributeOrNull(cls, name);
        if (found == null) {
            PyException e =
                    Errors.attributeError(
                            "type object '%s' has no attribute '%s'", cls.name(), Str.java(name));
            throw Attributes.withNameAndObject(e, cls, name);
        }
        return found;
    }

    /** As {@link #getAttribute}, with null for a missing attribute. */
    public static Object attributeOrNull(PyType cls, TruffleString name) {
        PyType meta = cls.type();
        Object onMeta = meta.lookup(name);
        if (onMeta != null && Descriptors.isData(onMeta)) {
            return Descriptors.get(onMeta, cls, meta);
        }
        Object own = cls.lookup(name);
        if (own != null) {
            return Descriptors.get(own, null, cls);
        }
        return onMeta == null ? null : Descriptors.get(onMeta, cls, meta);
    }
}
