package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Str;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Numbers;

/** Augmented assignment. */
final class InPlaceOps {
    private InPlaceOps() {}

    @Proxyable(allowUncached = true)
    static final class InPlaceAdd {
        @Specialization(rewriteOn = ArithmeticException.class)
        static long longs(long a, long b) {
            return Math.addExact(a, b);
        }

        @Specialization(replaces = "longs")
        static Object longsOverflow(long a, long b) {
            return IntArithmeticFast.add(a, b);
        }

        @Specialization
        static double doubles(double a, double b) {
            return a + b;
        }

        @Specialization
        static double doubleLong(double a, long b) {
            return a + b;
        }

        @Specialization
        static TruffleString strings(
                TruffleString a,
                TruffleString b,
                @Cached(value = "createConcat()", uncached = "getConcatUncached()")
                        TruffleString.ConcatNode concat) {
            return concat.execute(a, b, Str.UTF_32, true);
        }

        static TruffleString.ConcatNode createConcat() {
            return TruffleString.ConcatNode.create();
        }

        static TruffleString.ConcatNode getConcatUncached() {
            return TruffleString.ConcatNode.getUncached();
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.inPlace(BinaryOp.ADD, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class InPlaceSub {
        @Specialization(rewriteOn = ArithmeticException.class)
        static long longs(long a, long b) {
            return Math.subtractExact(a, b);
        }

        @Specialization(replaces = "longs")
        static Object longsOverflow(long a, long b) {
            return IntArithmeticFast.subtract(a, b);
        }

        @Specialization
        static double doubles(double a, double b) {
            return a - b;
        }

        @Specialization
        static double doubleLong(double a, long b, @Bind Node here) {
            return a - b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.inPlace(BinaryOp.SUB, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class InPlaceMul {
        @Specialization(rewriteOn = ArithmeticException.class)
        static long longs(long a, long b) {
            return Math.multiplyExact(a, b);
        }

        @Specialization(replaces = "longs")
        static Object longsOverflow(long a, long b) {
            return IntArithmeticFast.multiply(a, b);
        }

        @Specialization
        static double doubles(double a, double b) {
            return a * b;
        }

        @Specialization
        static double doubleLong(double a, long b, @Bind Node here) {
            return a * b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.inPlace(BinaryOp.MUL, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = BinaryOp.class, name = "operator")
    static final class InPlaceOther {
        @Specialization
        static Object any(BinaryOp operator, Object a, Object b, @Bind Node here) {
            return Numbers.inPlace(operator, a, b);
        }
    }
}
