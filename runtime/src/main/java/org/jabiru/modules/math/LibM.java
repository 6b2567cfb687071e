package org.jabiru.modules.math;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Functions of C's math library. {@link Math} has most of them too, but its last digit differs at
 * times, and what Python programs print should be what CPython prints.
 */
public enum LibM {
    ACOS,
    ACOSH,
    ASIN,
    ASINH,
    ATAN,
    ATANH,
    CBRT,
    COS,
    COSH,
    ERF,
    ERFC,
    EXP,
    EXP2,
    EXPM1,
    LOG,
    LOG10,
    LOG1P,
    LOG2,
    SIN,
    SINH,
    TAN,
    TANH,
    ATAN2,
    POW,
    REMAINDER,
    HYPOT;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle UNARY =
            LINKER.downcallHandle(
                    FunctionDescriptor.of(ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_DOUBLE),
                    Linker.Option.critical(false));

    /** Linked when first needed. */
    private static final class Binary {
        static final MethodHandle HANDLE =
                LINKER.downcallHandle(
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_DOUBLE,
                                ValueLayout.JAVA_DOUBLE,
                                ValueLayout.JAVA_DOUBLE),
                        Linker.Option.critical(false));
    }

    private MemorySegment address;

    private MemorySegment address() {
        MemorySegment known = address;
        if (known == null) {
            known = LINKER.defaultLookup().findOrThrow(name().toLowerCase(Locale.ROOT));
            address = known;
        }
        return known;
    }

    /** The function of one argument. */
    public double of(double x) {
        try {
            return (double) UNARY.invokeExact(address(), x);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The function of two arguments. */
    public double of(double x, double y) {
        try {
            return (double) Binary.HANDLE.invokeExact(address(), x, y);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
