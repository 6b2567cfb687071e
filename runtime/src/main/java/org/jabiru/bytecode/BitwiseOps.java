package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Numbers;

/** The shifts and bitwise operators. */
final class BitwiseOps {
    private BitwiseOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class LShift {
        @Specialization(guards = {"b >= 0", "b < 63", "fits(a, b)"})
        static long longs(boolean inPlace, long a, long b) {
            return a << b;
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.LSHIFT, a, b, inPlace);
        }

        static boolean fits(long a, long b) {
            return a << b >> b == a;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class RShift {
        @Specialization(guards = "b >= 0")
        static long longs(boolean inPlace, long a, long b) {
            return a >> Math.min(b, 63);
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.RSHIFT, a, b, inPlace);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class And {
        @Specialization
        static long longs(boolean inPlace, long a, long b) {
            return a & b;
        }

        @Specialization
        static boolean booleans(boolean inPlace, boolean a, boolean b) {
            return a & b;
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.AND, a, b, inPlace);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class Or {
        @Specialization
        static long longs(boolean inPlace, long a, long b) {
            return a | b;
        }

        @Specialization
        static boolean booleans(boolean inPlace, boolean a, boolean b) {
            return a | b;
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.OR, a, b, inPlace);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class Xor {
        @Specialization
        static long longs(boolean inPlace, long a, long b) {
            return a ^ b;
        }

        @Specialization
        static boolean booleans(boolean inPlace, boolean a, boolean b) {
            return a ^ b;
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.XOR, a, b, inPlace);
        }
    }
}
