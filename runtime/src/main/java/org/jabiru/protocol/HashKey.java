package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** Hashes of keys, with messages that say what an unhashable object was to be used for. */
public final class HashKey {
    private HashKey() {}

    /** The hash of a dict's key. */
    public static long ofKey(Object key) {
        if (key instanceof TruffleString s) {
            return Hashing.hashStr(s);
        }
        if (key instanceof Long l) {
            return Hashing.hashLong(l);
        }
        return generic(key, "dict key");
    }

    /** The hash of a set's element. */
    public static long ofElement(Object element) {
        if (element instanceof TruffleString s) {
            return Hashing.hashStr(s);
        }
        if (element instanceof Long l) {
            return Hashing.hashLong(l);
        }
        return generic(element, "set element");
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    private static long generic(Object o, String use) {
        try {
            return Hashing.hash(o);
        } catch (PyException e) {
            if (e.exception().type() != ExceptionTypes.TypeError) {
                throw e;
            }
            throw Errors.typeError(
                    "cannot use '%s' as a %s (%s)",
                    TypeType.fullyQualifiedName(Types.of(o)),
                    use,
                    Str.java(Repr.str(e.exception())));
        }
    }
}
