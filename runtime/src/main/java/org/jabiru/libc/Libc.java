package org.jabiru.libc;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import org.jabiru.Gil;
import org.jabiru.object.Errors;

/**
 * Calls functions of the C library that take and return integers and pointers.
 *
 * <p>One call of six 64-bit arguments serves them all: in the calling conventions of x86-64 and
 * AArch64 an argument too many is a register that the callee does not read, and a narrower
 * parameter is the lower part of its register.
 */
public final class Libc {
    // A pure cache: the addresses of the process's own symbols.
    private static final ConcurrentHashMap<String, Long> SYMBOLS = new ConcurrentHashMap<>();

    private Libc() {}

    /** Whether Java's options forbid all calls. */
    @TruffleBoundary
    public static boolean isDenied() {
        return NativeCalls.DENIED;
    }

    /** The address of a function or of a variable, or 0 when the library has none of that name. */
    @TruffleBoundary
    public static long addressOrZero(String name) {
        Long known = SYMBOLS.get(name);
        if (known == null) {
            known =
                    NativeCalls.AVAILABLE
                            ? NativeCalls.find(name.getBytes(StandardCharsets.US_ASCII))
                            : ForeignCalls.find(name);
            if (known != 0) {
                SYMBOLS.put(name, known);
            }
        }
        return known;
    }

    /** Calls a function that does not block; the result as 64 bits. */
    @TruffleBoundary
    public static long call(String name, long a, long b, long c, long d, long e, long f) {
        long function = addressOrZero(name);
        if (function == 0) {
            throw Errors.notImplemented(
                    "%s",
                    name.startsWith(PosixLibrary.PREFIX)
                            ? "there is no " + PosixLibrary.find()
                            : "the C library has no function " + name);
        }
        return NativeCalls.AVAILABLE
                ? NativeCalls.call(function, a, b, c, d, e, f)
                : ForeignCalls.call(function, a, b, c, d, e, f);
    }

    /** Calls the function that an address points to. */
    @TruffleBoundary
    public static long callAddress(long function, long a, long b) {
        return NativeCalls.AVAILABLE
                ? NativeCalls.call(function, a, b, 0, 0, 0, 0)
                : ForeignCalls.call(function, a, b, 0, 0, 0, 0);
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
        return NativeCalls.AVAILABLE ? NativeCalls.errorNumber() : ForeignCalls.errorNumber();
    }
}
