package org.jabiru.modules.io;

import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/** A mode of {@code FileIO}: "r", "w", "a" or "x", perhaps with "+" and "b". */
record FileMode(boolean reading, boolean writing, boolean created, boolean appending, int flags) {
    private static final int O_RDONLY = 0;
    private static final int O_WRONLY = 1;
    private static final int O_RDWR = 2;
    private static final int O_CREAT = 0x40;
    private static final int O_EXCL = 0x80;
    private static final int O_TRUNC = 0x200;
    private static final int O_APPEND = 0x400;
    private static final int O_CLOEXEC = 0x80000;

    static FileMode parse(String mode) {
        char kind = 0;
        boolean plus = false;
        for (char c : mode.toCharArray()) {
            switch (c) {
                case 'r', 'w', 'a', 'x' -> {
                    if (kind != 0) {
                        throw bad();
                    }
                    kind = c;
                }
                case '+' -> {
                    if (plus) {
                        throw bad();
                    }
                    plus = true;
                }
                case 'b' -> {}
                default -> throw Errors.valueError("invalid mode: %s", mode);
            }
        }
        if (kind == 0) {
            throw bad();
        }
        boolean reading = kind == 'r' || plus;
        boolean writing = kind != 'r' || plus;
        int flags = reading && writing ? O_RDWR : reading ? O_RDONLY : O_WRONLY;
        flags |=
                switch (kind) {
                    case 'w' -> O_CREAT | O_TRUNC;
                    case 'a' -> O_CREAT | O_APPEND;
                    case 'x' -> O_CREAT | O_EXCL;
                    default -> 0;
                };
        return new FileMode(reading, writing, kind == 'x', kind == 'a', flags | O_CLOEXEC);
    }

    private static PyException bad() {
        return Errors.valueError(
                "Must have exactly one of create/read/write/append mode and at most one plus");
    }

    /** The mode as {@code FileIO.mode} gives it. */
    String shown() {
        if (created) {
            return reading ? "xb+" : "xb";
        }
        if (appending) {
            return reading ? "ab+" : "ab";
        }
        return reading ? writing ? "rb+" : "rb" : "wb";
    }
}
