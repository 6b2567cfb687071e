package org.jabiru.libc;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentHashMap;
import org.jabiru.Gil;

/**
 * Calls functions of the C library that take and return integers and pointers.
 *
 * <p>One downcall handle of six 64-bit arguments serves them all: in the calling conventions of
 * x86-64 and AArch64 an argument too many is a register that the callee does not read, and a
 * narrower parameter is the lower part of its register. So a start links one handle, not forty.
 */
public final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LOOKUP = LINKER.defaultLookup();
    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            CAPTURED.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle CALL =
            LINKER.downcallHandle(
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG),
                    Linker.Option.captureCallState("errno"));

    // A pure cache: the addresses of the process's own symbols.
    private static final ConcurrentHashMap<String, MemorySegment> SYMBOLS =
            new ConcurrentHashMap<>();

    private static final ThreadLocal<MemorySegment> STATE =
            ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(CAPTURED));

    private Libc() {}

    /** The address of a function, or null when the library has none of that name. */
    @TruffleBoundary
    public static MemorySegment symbolOrNull(String name) {
        MemorySegment known = SYMBOLS.get(name);
        if (known == null) {
            SymbolLookup library =
                    name.startsWith(PosixLibrary.PREFIX) ? PosixLibrary.LOOKUP : LOOKUP;
            known = library.find(name).orElse(null);
            if (known != null) {
                SYMBOLS.put(name, known);
            }
        }
        return known;
    }

    /** Calls a function that does not block; the result as 64 bits. */
    @TruffleBoundary
    public static long call(String name, long a, long b, long c, long d, long e, long f) {
        MemorySegment symbol = symbolOrNull(name);
        if (symbol == null) {
            throw new UnsupportedOperationException("the C library has no function " + name);
        }
        try {
            return (long) CALL.invokeExact(symbol, STATE.get(), a, b, c, d, e, f);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static long call(String name) {
        return call(name, 0, 0, 0, 0, 0, 0);
    }

    public static long call(String name, long a) {
        return call(name, a, 0, 0, 0, 0, 0);
    }

    public static long call(String name, long a, long b) {
        return call(name, a, b, 0, 0, 0, 0);
    }

    public static long call(String name, long a, long b, long c) {
        return call(name, a, b, c, 0, 0, 0);
    }

    public static long call(String name, long a, long b, long c, long d) {
        return call(name, a, b, c, d, 0, 0);
    }

    /** As {@link #call}, for a function whose result is a C int. */
    public static int callInt(String name, long a, long b, long c, long d) {
        return (int) call(name, a, b, c, d, 0, 0);
    }

    public static int callInt(String name, long a, long b, long c) {
        return (int) call(name, a, b, c, 0, 0, 0);
    }

    public static int callInt(String name, long a, long b) {
        return (int) call(name, a, b, 0, 0, 0, 0);
    }

    public static int callInt(String name, long a) {
        return (int) call(name, a, 0, 0, 0, 0, 0);
    }

    public static int callInt(String name) {
        return (int) call(name, 0, 0, 0, 0, 0, 0);
    }

    /** As {@link #call}, for a function that may block: other Python threads run meanwhile. */
    @TruffleBoundary
    public static long blocking(String name, long a, long b, long c, long d) {
        boolean released = Gil.releaseIfHeld();
        try {
            return call(name, a, b, c, d, 0, 0);
        } finally {
            if (released) {
                Gil.acquireCurrent();
            }
        }
    }

    /** errno after this thread's last call. */
    @TruffleBoundary
    public static int errno() {
        return (int) ERRNO.get(STATE.get(), 0L);
    }
}
