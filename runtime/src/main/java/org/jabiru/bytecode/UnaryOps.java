package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Truth;

/** The unary operators and the truth test. */
final class UnaryOps {
    private UnaryOps() {}

    @Proxyable(allowUncached = true)
    static final class Neg {
        @Specialization(guards = "a != MINIMUM")
        static long ofLong(long a) {
            return -a;
        }

        @Specialization
        static double ofDouble(double a, @Bind Node here) {
            return -a;
        }

        @Fallback
        static Object other(Object a) {
            return Numbers.unary("-", "__neg__", a);
        }

        static final long MINIMUM = Long.MIN_VALUE;
    }

    @Proxyable(allowUncached = true)
    static final class Pos {
        @Specialization
        static long ofLong(long a) {
            return a;
        }

        @Specialization
        static double ofDouble(double a, @Bind Node here) {
            return a;
        }

        @Fallback
        static Object other(Object a) {
            return Numbers.unary("+", "__pos__", a);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Invert {
        @Specialization
        static long ofLong(long a, @Bind Node here) {
            return ~a;
        }

        @Fallback
        static Object other(Object a) {
            return Numbers.unary("~", "__invert__", a);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Not {
        @Specialization
        static boolean ofBoolean(boolean a, @Bind Node here) {
            return !a;
        }

        @Fallback
        static boolean other(Object a) {
            return !Truth.isTrue(a);
        }
    }

    @Proxyable(allowUncached = true)
    static final class ToBoolean {
        @Specialization
        static boolean ofBoolean(boolean a) {
            return a;
        }

        @Specialization
        static boolean ofLong(long a, @Bind Node here) {
            return a != 0;
        }

        @Fallback
        static boolean other(Object a) {
            return Truth.isTrue(a);
        }
    }
}
