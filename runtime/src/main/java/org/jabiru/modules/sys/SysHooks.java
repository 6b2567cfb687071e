package org.jabiru.modules.sys;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.structseq.PyStructSequence;
import org.jabiru.imports.Imports;
import org.jabiru.libc.FsEncoding;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Warnings;

/** The hooks of {@code sys}: what displays values and exceptions, and auditing. */
@BuiltinModule("sys")
public final class SysHooks {
    private SysHooks() {}

    @Builtin("displayhook(object, /)")
    static void displayhook(Object value) {
        PyDict builtins = PythonContext.get().builtins.dict;
        if (value == Singleton.NONE) {
            return;
        }
        builtins.put("_", Singleton.NONE);
        Object out = PythonContext.get().sys.dict.get("stdout");
        if (out == null || out == Singleton.NONE) {
            throw Errors.runtimeError("lost sys.stdout");
        }
        TruffleString text = Repr.repr(value);
        try {
            Call.method(out, "write", text);
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.UnicodeEncodeError)) {
                throw e;
            }
            Object encoding = Attributes.get(out, "encoding");
            Object bytes = Call.method(text, "encode", encoding, Str.name("backslashreplace"));
            Object buffer = Attributes.getOrNull(out, "buffer");
            if (buffer != null) {
                Call.method(buffer, "write", bytes);
            } else {
                Call.method(
                        out, "write", Call.method(bytes, "decode", encoding, Str.name("strict")));
            }
        }
        Call.method(out, "write", Str.name("\n"));
        builtins.put("_", value);
    }

    @Builtin("_baserepl()")
    static void baseRepl() {
        PyModule main = (PyModule) PythonContext.get().modules.get(Str.name("__main__"));
        BasicRepl.run(main.dict);
    }

    @Builtin("excepthook(exctype, value, traceback, /)")
    static void excepthook(Object type, Object value, Object traceback) {
        if (!(value instanceof PyBaseException e)) {
            writeError(
                    "TypeError: print_exception(): Exception expected for value, "
                            + Types.of(value).name()
                            + " found\n");
            return;
        }
        if (traceback != Singleton.NONE && e.traceback == null) {
            e.traceback = traceback;
        }
        print(e);
    }

    /**
     * Has {@code sys.excepthook} show an exception that nobody caught, which {@code sys.last_exc}
     * is from now on; SystemExit, also the hook's, is thrown again.
     */
    @TruffleBoundary
    public static void showUncaught(PyException e) {
        if (e.is(ExceptionTypes.SystemExit)) {
            throw e;
        }
        PyBaseException exception = e.exception();
        Object traceback = exception.traceback == null ? Singleton.NONE : exception.traceback;
        PyDict sys = PythonContext.get().sys.dict;
        sys.put("last_exc", exception);
        sys.put("last_type", exception.type());
        sys.put("last_value", exception);
        sys.put("last_traceback", traceback);
        Object hook = sys.get("excepthook");
        if (hook == null || hook == Singleton.NONE) {
            writeError("sys.excepthook is missing\n");
            print(exception);
            return;
        }
        try {
            Audit.event(
                    "sys.excepthook",
                    hook == null ? Singleton.NONE : hook,
                    exception.type(),
                    exception,
                    traceback);
            Call.call(hook, exception.type(), exception, traceback);
        } catch (PyException second) {
            if (second.is(ExceptionTypes.SystemExit)) {
                throw second;
            }
            writeError("Error in sys.excepthook:\n");
            print(second.exception());
            writeError("\nOriginal exception was:\n");
            print(exception);
        }
    }

    /** Prints an exception with its traceback to {@code sys.stderr}. */
    @TruffleBoundary
    public static void print(PyBaseException e) {
        flush("stdout");
        Object err = PythonContext.get().sys.dict.get("stderr");
        if (err == Singleton.NONE) {
            return;
        }
        try {
            Object module = Imports.importModule("traceback");
            Call.call(Attributes.get(module, "_print_exception_bltin"), e);
        } catch (PyException broken) {
            writeError(PlainTraceback.of(e));
            if (PythonContext.get().configuration.verbose > 0) {
                writeError("(traceback failed: " + PlainTraceback.of(broken.exception()) + ")\n");
            }
        }
        flush("stderr");
    }

    /** Flushes a standard stream; failures are ignored. */
    @TruffleBoundary
    public static void flush(String name) {
        Object stream = PythonContext.get().sys.dict.get(name);
        if (stream != null && stream != Singleton.NONE) {
            try {
                Call.method(stream, "flush");
            } catch (PyException ignored) {
                // As CPython: there is nowhere left to tell it.
            }
        }
    }

    /** Writes to {@code sys.stderr}, or to file descriptor 2 when there is none. */
    @TruffleBoundary
    public static void writeError(String text) {
        Object err = PythonContext.get().sys.dict.get("stderr");
        if (err != null && err != Singleton.NONE) {
            try {
                Call.method(err, "write", Str.of(text));
                return;
            } catch (PyException ignored) {
                // Falls through to the descriptor.
            }
        }
        byte[] bytes = FsEncoding.encode(Str.of(text));
        System.err.write(bytes, 0, bytes.length);
        System.err.flush();
    }

    @Builtin("unraisablehook(unraisable, /)")
    static void unraisablehook(Object unraisable) {
        if (!(unraisable instanceof PyStructSequence u) || u.items.length != 5) {
            throw Errors.typeError("sys.unraisablehook argument type must be UnraisableHookArgs");
        }
        Object message = u.items[3];
        Object about = u.items[4];
        StringBuilder out = new StringBuilder();
        if (about != Singleton.NONE) {
            String shown;
            try {
                shown = Str.java(Repr.repr(about));
            } catch (PyException e) {
                shown = "<object repr() failed>";
            }
            out.append(
                    message == Singleton.NONE
                            ? "Exception ignored in"
                            : Str.java((TruffleString) message));
            out.append(": ").append(shown).append('\n');
        } else if (message != Singleton.NONE) {
            out.append(Str.java((TruffleString) message)).append(":\n");
        }
        writeError(out.toString());
        if (u.items[1] instanceof PyBaseException e) {
            print(e);
        }
    }

    @Builtin(value = "breakpointhook(*args, **kws)", shown = "($module, /, *args, **kwargs)")
    static Object breakpointhook(Object[] args, PyDict keywords) {
        Object environment = Attributes.get(Imports.importModule("os"), "environ");
        TruffleString chosen =
                Str.valueOrNull(Call.method(environment, "get", Str.name("PYTHONBREAKPOINT")));
        String name =
                chosen == null || Str.length(chosen) == 0 ? "pdb.set_trace" : Str.java(chosen);
        if (name.equals("0")) {
            return Singleton.NONE;
        }
        Object hook;
        try {
            int dot = name.lastIndexOf('.');
            Object module =
                    dot < 0
                            ? PythonContext.get().builtins
                            : Imports.importModule(name.substring(0, dot));
            hook = Attributes.get(module, name.substring(dot + 1));
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.ImportError)
                    && !e.is(ExceptionTypes.AttributeError)
                    && !e.is(ExceptionTypes.ValueError)) {
                throw e;
            }
            Warnings.warn(
                    ExceptionTypes.RuntimeWarning,
                    "Ignoring unimportable $PYTHONBREAKPOINT: \"" + name + "\"",
                    1);
            return Singleton.NONE;
        }
        Object[] all = new Object[args.length + keywords.size()];
        System.arraycopy(args, 0, all, 0, args.length);
        TruffleString[] names = new TruffleString[keywords.size()];
        int n = 0;
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            names[n] = (TruffleString) keywords.keyAt(i);
            all[args.length + n++] = keywords.valueAt(i);
        }
        return Call.call(hook, all, n == 0 ? null : names);
    }

    // ---- auditing (PEP 578) ----

    @Builtin("addaudithook(hook)")
    static void addaudithook(Object hook) {
        try {
            audit("sys.addaudithook");
        } catch (PyException e) {
            if (e.is(ExceptionTypes.RuntimeError)) {
                return;
            }
            throw e;
        }
        Audit.add(hook);
    }

    @Builtin("audit(event, /, *args)")
    static void auditBuiltin(TruffleString event, Object[] args) {
        Audit.event(event, args);
    }

    /** Raises an auditing event; the arguments are Python values. */
    public static void audit(String event, Object... args) {
        Audit.event(event, args);
    }

    static void initialize(PyModule sys) {
        for (String hook :
                new String[] {"displayhook", "excepthook", "breakpointhook", "unraisablehook"}) {
            sys.dict.put("__" + hook + "__", sys.dict.get(hook));
        }
    }
}
