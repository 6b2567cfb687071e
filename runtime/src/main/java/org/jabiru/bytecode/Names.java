package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.object.PyException;
import org.jabiru.protocol.Sequences;

/** Looks names up without caches. */
final class Names {
    private Names() {}

    /** A global or builtin name; NameError without. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object loadGlobal(PyFunction function, TruffleString name) {
        Object found = globalOrNull(function, name);
        if (found == null) {
            throw NameErrors.undefined(name);
        }
        return found;
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object globalOrNull(PyFunction function, TruffleString name) {
        Object found = fromNamespaceOrNull(function.globals, name);
        return found != null ? found : fromNamespaceOrNull(function.builtinsMapping(), name);
    }

    /** An item of a namespace, which may be any mapping; null without. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object fromNamespaceOrNull(Object namespace, TruffleString name) {
        if (namespace instanceof PyDict d && d.type() == DictType.TYPE) {
            return d.get(name);
        }
        try {
            return Sequences.getItem(namespace, name);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.KeyError)) {
                return null;
            }
            throw e;
        }
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object load(PyFunction function, Object namespace, TruffleString name) {
        Object found = fromNamespaceOrNull(namespace, name);
        return found != null ? found : loadGlobal(function, name);
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void store(Object namespace, TruffleString name, Object value) {
        if (namespace instanceof PyDict d && d.type() == DictType.TYPE) {
            d.put(name, value);
        } else {
            Sequences.setItem(namespace, name, value);
        }
    }

    @TruffleBoundary(transferToInterpreterOnException = false)
    static void delete(Object namespace, TruffleString name) {
        if (namespace instanceof PyDict d && d.type() == DictType.TYPE) {
            if (d.remove(name) == null) {
                throw NameErrors.undefined(name);
            }
            return;
        }
        try {
            Sequences.deleteItem(namespace, name);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.KeyError)) {
                throw NameErrors.undefined(name);
            }
            throw e;
        }
    }
}
