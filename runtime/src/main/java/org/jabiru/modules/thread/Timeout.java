package org.jabiru.modules.thread;

import org.jabiru.object.Args;
import org.jabiru.object.Errors;

/** The arguments {@code blocking} and {@code timeout} of locks. */
public final class Timeout {
    /** {@code _thread.TIMEOUT_MAX}, in seconds. */
    static final double MAX = 9223372036.0;

    private Timeout() {}

    /** Nanoseconds to wait: 0 for not at all, -1 for ever. */
    static long of(boolean blocking, Object timeout) {
        double seconds = timeout == null ? -1 : Args.toDouble(timeout);
        if (!blocking && seconds != -1) {
            throw Errors.valueError("can't specify a timeout for a non-blocking call");
        }
        if (seconds < 0 && seconds != -1) {
            throw Errors.valueError("timeout value must be a non-negative number");
        }
        if (!blocking) {
            return 0;
        }
        return seconds == -1 ? -1 : nanoseconds(seconds);
    }

    /** Seconds as nanoseconds, rounded up; OverflowError when too large. */
    public static long nanoseconds(double seconds) {
        if (Double.isNaN(seconds)) {
            throw Errors.valueError("Invalid value NaN (not a number)");
        }
        if (seconds > MAX) {
            if (seconds > 9.3e18) {
                throw Errors.overflowError("timestamp out of range for platform time_t");
            }
            throw Errors.overflowError("timeout value is too large");
        }
        return (long) Math.ceil(seconds * 1e9);
    }
}
