package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Str;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Sequences;

/** Comparison, identity and membership. */
final class ComparisonOps {
    private ComparisonOps() {}

    @Proxyable(allowUncached = true)
    static final class Eq {
        @Specialization
        static boolean longs(long a, long b) {
            return a == b;
        }

        @Specialization
        static boolean doubles(double a, double b) {
            return a == b;
        }

        @Specialization
        static boolean strings(TruffleString a, TruffleString b, @Bind Node here) {
            return Str.equal(a, b);
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Comparison.compare(Op.EQ, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Ne {
        @Specialization
        static boolean longs(long a, long b) {
            return a != b;
        }

        @Specialization
        static boolean doubles(double a, double b) {
            return a != b;
        }

        @Specialization
        static boolean strings(TruffleString a, TruffleString b, @Bind Node here) {
            return !Str.equal(a, b);
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Comparison.compare(Op.NE, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Lt {
        @Specialization
        static boolean longs(long a, long b) {
            return a < b;
        }

        @Specialization
        static boolean doubles(double a, double b, @Bind Node here) {
            return a < b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Comparison.compare(Op.LT, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Le {
        @Specialization
        static boolean longs(long a, long b) {
            return a <= b;
        }

        @Specialization
        static boolean doubles(double a, double b, @Bind Node here) {
            return a <= b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Comparison.compare(Op.LE, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Gt {
        @Specialization
        static boolean longs(long a, long b) {
            return a > b;
        }

        @Specialization
        static boolean doubles(double a, double b, @Bind Node here) {
            return a > b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Comparison.compare(Op.GT, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Ge {
        @Specialization
        static boolean longs(long a, long b) {
            return a >= b;
        }

        @Specialization
        static boolean doubles(double a, double b, @Bind Node here) {
            return a >= b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Comparison.compare(Op.GE, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Is {
        @Specialization
        static boolean is(Object a, Object b) {
            return Comparison.same(a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class IsNot {
        @Specialization
        static boolean is(Object a, Object b) {
            return !Comparison.same(a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Contains {
        @Specialization
        static boolean in(Object item, Object container, @Bind Node here) {
            return Sequences.contains(container, item);
        }
    }

    @Proxyable(allowUncached = true)
    static final class NotContains {
        @Specialization
        static boolean in(Object item, Object container, @Bind Node here) {
            return !Sequences.contains(container, item);
        }
    }
}
