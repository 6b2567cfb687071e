package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Numbers;

/** The shifts and bitwise operators. */
final class BitwiseOps {
    private BitwiseOps() {}

    @Proxyable(allowUncached = true)
    static final class LShift {
        @Specialization(guards = {"b >= 0", "b < 63", "fits(a, b)"})
        static long longs(long a, long b, @Bind Node here) {
            return a << b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.LSHIFT, a, b);
        }

        static boolean fits(long a, long b) {
            return a << b >> b == a;
        }
    }

    @Proxyable(allowUncached = true)
    static final class RShift {
        @Specialization(guards = "b >= 0")
        static long longs(long a, long b, @Bind Node here) {
            return a >> Math.min(b, 63);
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.RSHIFT, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class And {
        @Specialization
        static long longs(long a, long b) {
            return a & b;
        }

        @Specialization
        static boolean booleans(boolean a, boolean b, @Bind Node here) {
            return a & b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.AND, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Or {
        @Specialization
        static long longs(long a, long b) {
            return a | b;
        }

        @Specialization
        static boolean booleans(boolean a, boolean b, @Bind Node here) {
            return a | b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.OR, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Xor {
        @Specialization
        static long longs(long a, long b) {
            return a ^ b;
        }

        @Specialization
        static boolean booleans(boolean a, boolean b, @Bind Node here) {
            return a ^ b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.XOR, a, b);
        }
    }
}
