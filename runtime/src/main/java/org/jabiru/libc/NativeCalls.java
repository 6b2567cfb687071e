package org.jabiru.libc;

import java.nio.file.Files;
import java.nio.file.Path;

/** The half in Java of {@code calls.c} in {@code libjabiru-posix.so}. */
final class NativeCalls {
    /** Whether the library is there; without it {@link ForeignCalls} does the same, slower. */
    static final boolean AVAILABLE;

    /** Whether Java was told to let nobody load libraries. */
    static final boolean DENIED;

    static {
        boolean loaded = false;
        boolean denied = false;
        try {
            loaded = load();
        } catch (IllegalCallerException e) {
            denied = true;
        }
        AVAILABLE = loaded;
        DENIED = denied;
    }

    private NativeCalls() {}

    private static boolean load() {
        Path library = PosixLibrary.find();
        if (!Files.exists(library)) {
            return false;
        }
        System.load(library.toString());
        return true;
    }

    /**
     * The address of a symbol of the process or of the library, or 0; the name ends with no zero.
     */
    static native long find(byte[] name);

    /** Calls a function. */
    static native long call(long function, long a, long b, long c, long d, long e, long f);

    /** The length of a C string; errno stays. */
    static native int length(long address);

    /** errno after this thread's last call. */
    static native int errorNumber();
}
