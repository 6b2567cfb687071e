package org.jabiru.modules.faulthandler;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.libc.Libc;
import org.jabiru.object.PyException;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/**
 * Signals that end the process, which Python code sends its own process: they end it as the system
 * does by default, after {@code faulthandler}'s report. What C code does wrong is the JVM's to
 * report.
 */
public final class FatalSignals {
    public static final int SIGABRT = 6;
    static final int SIGFPE = 8;
    static final int SIGSEGV = 11;

    private static final Map<Integer, String> NAMES =
            Map.of(
                    4,
                    "Illegal instruction",
                    SIGABRT,
                    "Aborted",
                    7,
                    "Bus error",
                    SIGFPE,
                    "Floating-point exception",
                    SIGSEGV,
                    "Segmentation fault");

    private FatalSignals() {}

    /** Whether a signal's default action ends the process because of what it has done. */
    public static boolean isFatal(int number) {
        return NAMES.containsKey(number);
    }

    /** Ends the process by such a signal. */
    @TruffleBoundary
    public static void end(PythonContext context, int number) {
        FaultHandlerModule.State state = FaultHandlerModule.state(context);
        if (state.enabled) {
            write(state, "Fatal Python error: " + NAMES.get(number) + "\n\n", true);
        }
        endSilently(number);
    }

    /** Ends the process for an error that has no signal of its own. */
    static void endByError(PythonContext context, String message) {
        String heading =
                "Fatal Python error: " + message + "\nPython runtime state: initialized\n\n";
        write(FaultHandlerModule.state(context), heading, false);
        endSilently(SIGABRT);
    }

    private static void endSilently(int number) {
        Libc.callInt("jabiru_signal_set", number, 0);
        Libc.callInt("raise", number);
        Libc.call("abort"); // the signal is blocked
    }

    private static void write(FaultHandlerModule.State state, String heading, boolean isCurrent) {
        PythonContext context = PythonContext.get();
        StringBuilder text = new StringBuilder(heading);
        if (state.allThreads) {
            Thread current = isCurrent ? Thread.currentThread() : null;
            text.append(StackDump.ofAllThreads(context, current));
        } else {
            text.append(StackDump.HEADING).append(StackDump.ofThisThread());
        }
        if (state.cStack) {
            text.append('\n').append(StackDump.NO_C_STACK);
        }
        List<String> extensions = extensions(context);
        if (!extensions.isEmpty()) {
            text.append("\nExtension modules: ").append(String.join(", ", extensions));
            text.append(" (total: ").append(extensions.size()).append(")\n");
        }
        StackDump.write(state.fd, text.toString());
    }

    /** The names of the modules that are not of Python, without the standard library's. */
    private static List<String> extensions(PythonContext context) {
        List<String> names = new ArrayList<>();
        Object standard = context.sys.dict.get("stdlib_module_names");
        Object modules = context.sys.dict.get("modules");
        if (standard == null || !(modules instanceof PyDict)) {
            return names;
        }
        for (Object name : Iteration.toArray(modules)) {
            try {
                if (!Sequences.contains(standard, name)
                        && isExtension(Sequences.getItem(modules, name))) {
                    names.add(name.toString());
                }
            } catch (PyException e) {
                continue; // no module
            }
        }
        return names;
    }

    private static boolean isExtension(Object module) {
        Object spec = Attributes.get(module, "__spec__");
        Object loader = Attributes.get(spec, "loader");
        String text = Repr.repr(loader).toString();
        return text.contains("BuiltinImporter") || text.contains("ExtensionFileLoader");
    }
}
