package org.jabiru.capi.debug;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jabiru.ShutdownHooks;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.generated.UpcallNames;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/**
 * Sees every call between C and Java: shows it ({@code --capi-trace}), or checks its objects
 * ({@code --capi-debug}). Calls that C answers without Java do not cross, and are not seen. There
 * is none unless one of the options is given.
 */
public final class CallWatch {
    private static final MethodHandle UPCALL = upcallHandle();

    private final CapiContext context;
    private final boolean tracing;
    private final boolean debugging;
    private Description description;
    private NativeState state;

    /** Where C reads which function of Java's is running. */
    private long currentUpcall;

    private final long[][] names = new long[UpcallNames.NAMES.length][];

    /** The line of a call whose end was not printed yet. */
    private boolean lineIsOpen;

    private int depth;
    private String raised;

    private CallWatch(CapiContext context, boolean tracing, boolean debugging) {
        this.context = context;
        this.tracing = tracing;
        this.debugging = debugging;
    }

    /** The watch, or null when nobody asked for it. */
    public static CallWatch orNull(CapiContext context) {
        boolean tracing = Boolean.getBoolean("jabiru.capi.trace");
        boolean debugging = Boolean.getBoolean("jabiru.capi.debug");
        return tracing || debugging ? new CallWatch(context, tracing, debugging) : null;
    }

    /** The library was started. */
    public void start(NativeState nativeState) {
        state = nativeState;
        description = new Description(state);
        if (debugging) {
            currentUpcall = state.functions.jabiru_debug_start();
            Runtime.getRuntime().addShutdownHook(new Thread(state.functions::jabiru_debug_leaks));
            ShutdownHooks.expect();
        }
    }

    private static MethodHandle upcallHandle() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(
                            CallWatch.class,
                            "upcall",
                            MethodType.methodType(
                                    Object.class, MethodHandle.class, int.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The method of a shape, watched. */
    public MethodHandle watching(int shape, MethodHandle target) {
        int count = target.type().parameterCount();
        MethodHandle any =
                target.asSpreader(Object[].class, count)
                        .asType(MethodType.methodType(Object.class, Object[].class));
        return MethodHandles.insertArguments(UPCALL, 0, this, any, shape)
                .asCollector(Object[].class, count)
                .asType(target.type());
    }

    /** A call from C. */
    private Object upcall(MethodHandle target, int shape, Object[] args) throws Throwable {
        int index = (int) args[0];
        String name = UpcallNames.NAMES[shape][index].replaceFirst("^java_", "");
        String kinds = UpcallNames.KINDS[shape][index];
        char result = kinds.charAt(kinds.length() - 1);
        if (state == null) {
            return target.invoke(args);
        }
        if (debugging && isFreed(name, nameAddress(shape, index, name), kinds, args)) {
            context.raise(Errors.systemError("%s() was given an object that was freed", name));
            return result == 'v' ? null : failure(result);
        }
        if (tracing) {
            open("C> ", name, arguments(kinds, args));
        }
        long before = debugging ? Memory.getLong(currentUpcall) : 0;
        if (debugging) {
            Memory.putLong(currentUpcall, nameAddress(shape, index, name));
        }
        Object r;
        try {
            r = target.invoke(args);
        } finally {
            if (debugging) {
                Memory.putLong(currentUpcall, before);
            }
        }
        if (tracing) {
            close("C< ", resultText(result, r));
        }
        return r;
    }

    private static Object failure(char result) {
        if (result == 'd') {
            return -1.0;
        }
        return result == 'i' ? -1L : 0L;
    }

    private boolean isFreed(String name, long address, String kinds, Object[] args) {
        for (int i = 0; i < kinds.length() - 1; i++) {
            if (kinds.charAt(i) == 'o'
                    && state.functions.jabiru_debug_check((long) args[i + 1], address) != 0) {
                return true;
            }
        }
        return false;
    }

    private long nameAddress(int shape, int index, String name) {
        if (names[shape] == null) {
            names[shape] = new long[UpcallNames.NAMES[shape].length];
        }
        if (names[shape][index] == 0) {
            names[shape][index] = Arena.global().allocateFrom(name).address();
        }
        return names[shape][index];
    }

    private List<String> arguments(String kinds, Object[] args) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < kinds.length() - 1; i++) {
            out.add(text(kinds.charAt(i), args[i + 1]));
        }
        return out;
    }

    private String text(char kind, Object value) {
        return switch (kind) {
            case 'o' -> description.ofNative((long) value);
            case 't' -> (long) value == 0 ? "NULL" : '"' + Memory.string((long) value) + '"';
            case 'p' -> (long) value == 0 ? "NULL" : "0x%x".formatted((long) value);
            default -> String.valueOf(value);
        };
    }

    private String resultText(char kind, Object value) {
        String error = raised;
        raised = null;
        if (error != null) {
            return "raises " + error;
        }
        return kind == 'v' ? "" : text(kind, value);
    }

    /** A Java method raised: the result of the call from C that is about to end. */
    public void raised(Throwable t) {
        raised = errorText(t);
    }

    private static String errorText(Throwable t) {
        if (t instanceof PyException e) {
            try {
                return Str.java(Repr.repr(e.exception()));
            } catch (PyException inRepr) {
                return e.exception().type().name();
            }
        }
        return t.toString();
    }

    /** A call from Java into a function of an extension. */
    public Object call(
            String name, Object self, Object[] args, int from, Supplier<Object> function) {
        if (!tracing) {
            return function.get();
        }
        List<String> shown = new ArrayList<>();
        shown.add(Description.ofObject(self));
        for (int i = from; i < args.length; i++) {
            shown.add(Description.ofObject(args[i]));
        }
        open("J> ", name, shown);
        try {
            Object result = function.get();
            close("J< ", Description.ofObject(result));
            return result;
        } catch (Throwable t) {
            close("J< ", "raises " + errorText(t));
            throw t;
        }
    }

    private void open(String mark, String name, List<String> arguments) {
        if (lineIsOpen) {
            System.err.println();
        }
        System.err.print(
                "  ".repeat(depth) + mark + name + '(' + String.join(", ", arguments) + ')');
        lineIsOpen = true;
        depth++;
    }

    private void close(String mark, String result) {
        depth--;
        String text = result.isEmpty() ? "" : " " + result;
        System.err.println(lineIsOpen ? " ->" + text : "  ".repeat(depth) + mark + text.strip());
        lineIsOpen = false;
    }
}
