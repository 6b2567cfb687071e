package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Descriptors;

/** The special methods of context managers. */
final class ContextManagers {
    private static final String[] NAMES = {"__enter__", "__exit__", "__aenter__", "__aexit__"};

    private ContextManagers() {}

    /** The bound special method: 0 enter, 1 exit, 2 aenter, 3 aexit. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object bind(int which, Object manager) {
        PyType type = Types.of(manager);
        Object found = type.lookup(NAMES[which]);
        if (found == null) {
            throw missing(which, type);
        }
        return Descriptors.get(found, manager, type);
    }

    private static RuntimeException missing(int which, PyType type) {
        boolean async = which >= 2;
        String other = async ? "__enter__" : "__aenter__";
        String otherExit = async ? "__exit__" : "__aexit__";
        boolean hint = type.lookup(other) != null && type.lookup(otherExit) != null;
        return Errors.typeError(
                "'%s' object does not support the %scontext manager protocol (missed %s"
                        + " method)%s",
                TypeType.fullyQualifiedName(type),
                async ? "asynchronous " : "",
                NAMES[which],
                !hint
                        ? ""
                        : async
                                ? " but it supports the context manager protocol. Did you mean to"
                                        + " use 'with'?"
                                : " but it supports the asynchronous context manager protocol."
                                        + " Did you mean to use 'async with'?");
    }

    /** {@code exit(type, value, traceback)}, or with three times None. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object exit(Object exit, Object exception) {
        if (exception instanceof PyBaseException e) {
            return Call.call(exit, e.type(), e, e.traceback == null ? Singleton.NONE : e.traceback);
        }
        return Call.call(exit, Singleton.NONE, Singleton.NONE, Singleton.NONE);
    }
}
