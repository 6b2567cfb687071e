package org.jabiru.modules.interpreters;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.Imports;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/**
 * An object that goes to another interpreter pickled. What it finds by name in {@code __main__} is
 * found there in a copy of the program, run under another name.
 *
 * @param pickled the pickle
 * @param mainFile {@code __main__.__file__} where it comes from, or null
 */
record SharedPickle(byte[] pickled, TruffleString mainFile) implements SharedData {
    private static final TruffleString MAIN = Str.name("__main__");
    private static final String MISSING_IN_MAIN = "module '__main__' has no attribute '";

    /** The copy of the program, once it was needed. */
    private static final class MainCopy {
        PyModule module;
    }

    /** Pickles an object; NotShareableError if that fails. */
    static SharedData of(Object o) {
        try {
            Object bytes = Call.method(Imports.importModule("pickle"), "dumps", o);
            return new SharedPickle(((PyBytes) bytes).value, currentMainFile());
        } catch (PyException e) {
            throw InterpreterErrors.notShareable("object could not be pickled", e.exception());
        }
    }

    private static TruffleString currentMainFile() {
        return PythonContext.get().modules.get(MAIN) instanceof PyModule main
                ? Str.valueOrNull(main.dict.get("__file__"))
                : null;
    }

    @Override
    public Object newObject() {
        try {
            return load();
        } catch (PyException e) {
            throw InterpreterErrors.notShareable("object could not be unpickled", e.exception());
        }
    }

    private Object load() {
        Object loads = Attributes.get(Imports.importModule("pickle"), "loads");
        PyBytes bytes = new PyBytes(pickled);
        try {
            return Call.call(loads, bytes);
        } catch (PyException e) {
            if (mainFile == null || !isMissingInMain(e)) {
                throw e;
            }
            PyModule copy;
            try {
                copy = mainCopy();
            } catch (PyException failed) {
                throw e;
            }
            PyDict modules = PythonContext.get().modules;
            Object main = modules.get(MAIN);
            modules.put(MAIN, copy);
            try {
                return Call.call(loads, bytes);
            } catch (PyException again) {
                throw e;
            } finally {
                modules.put(MAIN, main);
            }
        }
    }

    private static boolean isMissingInMain(PyException e) {
        if (!e.is(ExceptionTypes.AttributeError) || e.exception().args.size() < 1) {
            return false;
        }
        TruffleString message = Str.valueOrNull(e.exception().args.get(0));
        return message != null && Str.java(message).startsWith(MISSING_IN_MAIN);
    }

    private PyModule mainCopy() {
        MainCopy known = PythonContext.get().state(MainCopy.class, MainCopy::new);
        if (known.module == null) {
            PyModule made = PyModule.named(MAIN);
            Object names =
                    Call.method(
                            Imports.importModule("runpy"),
                            "run_path",
                            mainFile,
                            Singleton.NONE,
                            Str.name("<fake __main__>"));
            Call.method(made.dict, "update", names);
            known.module = made;
        }
        return known.module;
    }
}
