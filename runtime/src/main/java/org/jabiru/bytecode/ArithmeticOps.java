package org.jabiru.bytecode;

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

/** The binary arithmetic operators, with fast paths for int, float and str. */
final class ArithmeticOps {
    private ArithmeticOps() {}

    @Proxyable(allowUncached = true)
    static final class Add {
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
        static double longDouble(long a, double b) {
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

        @Specialization(guards = {"isInt(a)", "isInt(b)"})
        static Object ints(Object a, Object b) {
            return IntArithmeticFast.addBig(a, b);
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.ADD, a, b);
        }

        static boolean isInt(Object o) {
            return IntArithmeticFast.isInt(o);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Sub {
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
        static double doubleLong(double a, long b) {
            return a - b;
        }

        @Specialization
        static double longDouble(long a, double b) {
            return a - b;
        }

        @Specialization(guards = {"isInt(a)", "isInt(b)"})
        static Object ints(Object a, Object b, @Bind Node here) {
            return IntArithmeticFast.subtractBig(a, b);
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.SUB, a, b);
        }

        static boolean isInt(Object o) {
            return IntArithmeticFast.isInt(o);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Mul {
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
        static double doubleLong(double a, long b) {
            return a * b;
        }

        @Specialization
        static double longDouble(long a, double b) {
            return a * b;
        }

        @Specialization(guards = {"isInt(a)", "isInt(b)"})
        static Object ints(Object a, Object b, @Bind Node here) {
            return IntArithmeticFast.multiplyBig(a, b);
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.MUL, a, b);
        }

        static boolean isInt(Object o) {
            return IntArithmeticFast.isInt(o);
        }
    }

    @Proxyable(allowUncached = true)
    static final class TrueDiv {
        // A quotient of longs is exact in double arithmetic only when both fit in 53 bits.
        @Specialization(guards = {"b != 0", "isSmall(a)", "isSmall(b)"})
        static double longs(long a, long b) {
            return (double) a / b;
        }

        @Specialization(guards = "isNonZero(b)")
        static double doubles(double a, double b) {
            return a / b;
        }

        @Specialization(guards = "b != 0")
        static double doubleLong(double a, long b) {
            return a / b;
        }

        @Specialization(guards = "isNonZero(b)")
        static double longDouble(long a, double b, @Bind Node here) {
            return a / b;
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.TRUEDIV, a, b);
        }

        static boolean isNonZero(double d) {
            return d != 0;
        }

        static boolean isSmall(long a) {
            return Math.abs(a) <= 1L << 53 && a != Long.MIN_VALUE;
        }
    }

    @Proxyable(allowUncached = true)
    static final class FloorDiv {
        @Specialization(guards = "isSimpleDivisor(b)")
        static long longs(long a, long b, @Bind Node here) {
            return Math.floorDiv(a, b);
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.FLOORDIV, a, b);
        }

        /** Not zero, and not -1: the quotient of the smallest long by -1 leaves 64 bits. */
        static boolean isSimpleDivisor(long b) {
            return b > 0 || b < -1;
        }
    }

    @Proxyable(allowUncached = true)
    static final class Mod {
        @Specialization(guards = "isSimpleDivisor(b)")
        static long longs(long a, long b, @Bind Node here) {
            return Math.floorMod(a, b);
        }

        @Fallback
        static Object other(Object a, Object b) {
            return Numbers.binary(BinaryOp.MOD, a, b);
        }

        /** Not zero, and not -1: the quotient of the smallest long by -1 leaves 64 bits. */
        static boolean isSimpleDivisor(long b) {
            return b > 0 || b < -1;
        }
    }

    @Proxyable(allowUncached = true)
    static final class MatMul {
        @Specialization
        static Object any(Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.MATMUL, a, b);
        }
    }

    @Proxyable(allowUncached = true)
    static final class Pow {
        @Specialization(guards = "b == 2", rewriteOn = ArithmeticException.class)
        static long square(long a, long b) {
            return Math.multiplyExact(a, a);
        }

        @Specialization(guards = "b == 2")
        static double squareOfDouble(double a, long b) {
            return a * a;
        }

        @Specialization(replaces = {"square", "squareOfDouble"})
        static Object any(Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.POW, a, b);
        }
    }
}
