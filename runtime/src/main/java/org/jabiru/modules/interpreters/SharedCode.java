package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.strings.TruffleString;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.CodeTraits;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.compiler.Compile;
import org.jabiru.modules.builtins.SourceArgument;
import org.jabiru.modules.marshal.MarshalModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.parser.ParseMode;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Repr;

/** Code on its way to another interpreter, marshalled. */
record SharedCode(byte[] marshalled, boolean isFunction) implements SharedData {
    private static final PyCell[] NO_CELLS = {};
    private static final Object[] NO_DEFAULTS = {};

    /**
     * The code that came to an interpreter last: a function that is sent again and again (to a
     * pool) runs as the code that is warm, or compiled.
     */
    private static final class Recent {
        private static final int MOST = 64;

        final Map<ByteBuffer, PyCode> codes =
                new LinkedHashMap<>(MOST, 0.75f, true) {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<ByteBuffer, PyCode> eldest) {
                        return size() > MOST;
                    }
                };
    }

    /** A function without state; NotShareableError for others. */
    static SharedData ofFunction(Object o) {
        if (!(o instanceof PyFunction f)) {
            throw InterpreterErrors.notShareable(
                    "expected a function, got " + Str.java(Repr.repr(o)), null);
        }
        try {
            checkStateless(f);
        } catch (PyException e) {
            throw InterpreterErrors.notShareable(
                    "only stateless functions are shareable", e.exception());
        }
        return new SharedCode(marshal(f.code), true);
    }

    private static void checkStateless(PyFunction f) {
        if (f.defaults.length > 0) {
            throw Errors.valueError("defaults not supported");
        }
        if (f.keywordDefaults != null && f.keywordDefaults.size() > 0) {
            throw Errors.valueError("keyword defaults not supported");
        }
        checkCode(f);
    }

    /** Of a function, or of code: ValueError when it needs more than arguments and builtins. */
    static void checkCode(Object o) {
        if (!(o instanceof PyFunction f)) {
            checkNoClosure((PyCode) o);
            return;
        }
        checkNoClosure(f.code);
        for (TruffleString name : CodeTraits.globalsLoaded(f.code)) {
            if (f.globals.get(name) != null || f.builtins().get(name) == null) {
                throw Errors.valueError("globals not supported");
            }
        }
    }

    private static void checkNoClosure(PyCode code) {
        if (code.freeNames.length > 0) {
            throw Errors.valueError("closures not supported");
        }
    }

    /** Code as such; NotShareableError for other things. */
    static SharedData ofCode(Object o) {
        if (!(o instanceof PyCode code)) {
            throw InterpreterErrors.notShareable(
                    "expected code, got " + Str.java(Repr.repr(o)), null);
        }
        return new SharedCode(marshal(code), false);
    }

    /**
     * As {@link #ofScript}, with NotShareableError for what is none.
     *
     * @param pure whether a function must be one without state
     */
    static SharedData shareableScript(Object o, boolean pure) {
        try {
            if (pure && o instanceof PyFunction f) {
                checkStateless(f);
            } else if (pure && o instanceof PyCode code) {
                for (TruffleString name : CodeTraits.globalsLoaded(code)) {
                    if (PythonContext.get().builtins.dict.get(name) == null) {
                        throw Errors.valueError("globals not supported");
                    }
                }
            }
            return ofScript(o);
        } catch (PyException e) {
            throw InterpreterErrors.notShareable("object not a valid script", e.exception());
        }
    }

    /** The text of a script, its code, or a function whose body it is. */
    static SharedData ofScript(Object o) {
        if (o instanceof PyFunction f) {
            return ofScriptCode(f.code);
        }
        if (o instanceof PyCode code) {
            return ofScriptCode(code);
        }
        if (Str.valueOrNull(o) == null && !Buffers.isBuffer(o)) {
            throw Errors.typeError("unsupported script %s", Str.java(Repr.repr(o)));
        }
        String file = "<script>";
        return new SharedCode(
                marshal(
                        Compile.source(
                                SourceArgument.read(o, file, "exec"), file, ParseMode.EXEC, 0, 0)),
                false);
    }

    private static SharedData ofScriptCode(PyCode code) {
        checkNoClosure(code);
        if (code.parameterCount() > 0) {
            throw Errors.valueError("code with args not supported");
        }
        if (!CodeTraits.returnsOnlyNone(code)) {
            throw Errors.valueError("code that returns a value is not a script");
        }
        return new SharedCode(marshal(code), false);
    }

    private static byte[] marshal(PyCode code) {
        return MarshalModule.dump(code);
    }

    @Override
    public Object newObject() {
        PyCode code =
                PythonContext.get()
                        .state(Recent.class, Recent::new)
                        .codes
                        .computeIfAbsent(
                                ByteBuffer.wrap(marshalled),
                                bytes -> (PyCode) MarshalModule.load(marshalled, 0));
        if (!isFunction) {
            return code;
        }
        PythonContext context = PythonContext.get();
        PyDict globals =
                Interpreters.current().isRunning()
                                && context.modules.get("__main__") instanceof PyModule main
                        ? main.dict
                        : new PyDict();
        if (globals.get("__builtins__") == null) {
            globals.put("__builtins__", context.builtins);
        }
        return new PyFunction(code, globals, NO_CELLS, NO_DEFAULTS);
    }
}
