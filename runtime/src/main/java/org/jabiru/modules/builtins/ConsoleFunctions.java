package org.jabiru.modules.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Repr;

/** Functions of files and the standard streams. */
@BuiltinModule("builtins")
final class ConsoleFunctions {
    private static final TruffleString NEWLINE = Str.of("\n");
    private static final TruffleString SPACE = Str.of(" ");

    private ConsoleFunctions() {}

    @Builtin(
            value = "print(*args, sep=' ', end='\\n', file=None, flush=False)",
            doc = "Prints the values to a stream, or to sys.stdout by default.")
    static void print(Object[] args, Object sep, Object end, Object file, boolean flush) {
        Object out = file;
        if (file == Singleton.NONE) {
            out = SystemStreams.attributeOrNull("stdout");
            if (out == null) {
                throw Errors.runtimeError("lost sys.stdout");
            }
            if (out == Singleton.NONE) {
                return;
            }
        }
        TruffleString separator = text(sep, "sep", SPACE);
        TruffleString terminator = text(end, "end", NEWLINE);
        for (int i = 0; i < args.length; i++) {
            if (i > 0) {
                Call.method(out, "write", separator);
            }
            Call.method(out, "write", Repr.str(args[i]));
        }
        Call.method(out, "write", terminator);
        if (flush) {
            Call.method(out, "flush");
        }
    }

    private static TruffleString text(Object value, String name, TruffleString fallback) {
        if (value == Singleton.NONE) {
            return fallback;
        }
        TruffleString s = Str.valueOrNull(value);
        if (s == null) {
            throw Errors.typeError(
                    "%s must be None or a string, not %s", name, Types.of(value).name());
        }
        return s;
    }

    @Builtin(
            value = "input(prompt='', /)",
            doc = "Read a string from standard input. The trailing newline is stripped.")
    static Object input(Object prompt) {
        Audit.event("builtins.input", prompt);
        Object in = stream("stdin");
        Object out = stream("stdout");
        Object err = stream("stderr");
        flushIgnoringErrors(err);
        TruffleString shown = Repr.str(prompt);
        TruffleString edited = TerminalInput.lineOrNull(in, out, shown);
        if (edited != null) {
            Audit.event("builtins.input/result", edited);
            return edited;
        }
        if (Str.length(shown) != 0) {
            Call.method(out, "write", shown);
        }
        flushIgnoringErrors(out);
        Object line = Call.method(in, "readline");
        TruffleString s = Str.valueOrNull(line);
        if (s == null) {
            throw Errors.typeError("object.readline() returned non-string");
        }
        return withoutEnd(s);
    }

    /** A line that was read, without its end; EOFError for none. */
    static TruffleString withoutEnd(TruffleString line) {
        int length = Str.length(line);
        if (length == 0) {
            throw Errors.of(ExceptionTypes.EOFError, Str.of("EOF when reading a line"));
        }
        boolean ended = Str.codePointAt(line, length - 1) == '\n';
        return ended ? Str.substring(line, 0, length - 1) : line;
    }

    private static Object stream(String name) {
        Object found = SystemStreams.attributeOrNull(name);
        if (found == null || found == Singleton.NONE) {
            throw Errors.runtimeError("input(): lost sys.%s", name);
        }
        return found;
    }

    static void flushIgnoringErrors(Object stream) {
        try {
            Call.method(stream, "flush");
        } catch (PyException e) {
            // As the prompt is more important than a stream that is broken.
            if (!e.is(ExceptionTypes.Exception)) {
                throw e;
            }
        }
    }

    /** Stands in until start-up puts {@code io.open} in its place. */
    @Builtin(
            value = "open(*args, **kwargs)",
            shown =
                    "($module, /, file, mode='r', buffering=-1, encoding=None, errors=None,"
                            + " newline=None, closefd=True, opener=None)",
            doc = "Open file and return a stream.")
    static Object open(Object[] args, PyDict keywords) {
        return CallWithDict.call(Modules.attribute("_io", "open"), args, keywords);
    }
}
