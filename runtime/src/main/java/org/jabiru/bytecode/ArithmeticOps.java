package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.OperationProxy.Proxyable;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Str;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.Numbers;

/**
 * The binary arithmetic operators, with fast paths for int, float and str.
 *
 * <p>What may run Python code binds a node: the interpreter stores the position in the frame only
 * for operations that bind something.
 */
final class ArithmeticOps {
    private ArithmeticOps() {}

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class Add {
        @Specialization(rewriteOn = ArithmeticException.class)
        static long longs(boolean inPlace, long a, long b) {
            return Math.addExact(a, b);
        }

        @Specialization(replaces = "longs")
        static Object longsOverflow(boolean inPlace, long a, long b) {
            return IntArithmeticFast.add(a, b);
        }

        @Specialization
        static double doubles(boolean inPlace, double a, double b) {
            return a + b;
        }

        @Specialization
        static double doubleLong(boolean inPlace, double a, long b) {
            return a + b;
        }

        @Specialization
        static double longDouble(boolean inPlace, long a, double b) {
            return a + b;
        }

        @Specialization
        static TruffleString strings(
                boolean inPlace,
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
        static Object ints(boolean inPlace, Object a, Object b) {
            return IntArithmeticFast.addBig(a, b);
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.ADD, a, b, inPlace);
        }

        static boolean isInt(Object o) {
            return IntArithmeticFast.isInt(o);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class Sub {
        @Specialization(rewriteOn = ArithmeticException.class)
        static long longs(boolean inPlace, long a, long b) {
            return Math.subtractExact(a, b);
        }

        @Specialization(replaces = "longs")
        static Object longsOverflow(boolean inPlace, long a, long b) {
            return IntArithmeticFast.subtract(a, b);
        }

        @Specialization
        static double doubles(boolean inPlace, double a, double b) {
            return a - b;
        }

        @Specialization
        static double doubleLong(boolean inPlace, double a, long b) {
            return a - b;
        }

        @Specialization
        static double longDouble(boolean inPlace, long a, double b) {
            return a - b;
        }

        @Specialization(guards = {"isInt(a)", "isInt(b)"})
        static Object ints(boolean inPlace, Object a, Object b) {
            return IntArithmeticFast.subtractBig(a, b);
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.SUB, a, b, inPlace);
        }

        static boolean isInt(Object o) {
            return IntArithmeticFast.isInt(o);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class Mul {
        @Specialization(rewriteOn = ArithmeticException.class)
        static long longs(boolean inPlace, long a, long b) {
            return Math.multiplyExact(a, b);
        }

        @Specialization(replaces = "longs")
        static Object longsOverflow(boolean inPlace, long a, long b) {
            return IntArithmeticFast.multiply(a, b);
        }

        @Specialization
        static double doubles(boolean inPlace, double a, double b) {
            return a * b;
        }

        @Specialization
        static double doubleLong(boolean inPlace, double a, long b) {
            return a * b;
        }

        @Specialization
        static double longDouble(boolean inPlace, long a, double b) {
            return a * b;
        }

        @Specialization(guards = {"isInt(a)", "isInt(b)"})
        static Object ints(boolean inPlace, Object a, Object b) {
            return IntArithmeticFast.multiplyBig(a, b);
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.MUL, a, b, inPlace);
        }

        static boolean isInt(Object o) {
            return IntArithmeticFast.isInt(o);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class TrueDiv {
        // A quotient of longs is exact in double arithmetic only when both fit in 53 bits.
        @Specialization(guards = {"b != 0", "isSmall(a)", "isSmall(b)"})
        static double longs(boolean inPlace, long a, long b) {
            return (double) a / b;
        }

        @Specialization(guards = "isNonZero(b)")
        static double doubles(boolean inPlace, double a, double b) {
            return a / b;
        }

        @Specialization(guards = "b != 0")
        static double doubleLong(boolean inPlace, double a, long b) {
            return a / b;
        }

        @Specialization(guards = "isNonZero(b)")
        static double longDouble(boolean inPlace, long a, double b) {
            return a / b;
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.TRUEDIV, a, b, inPlace);
        }

        static boolean isNonZero(double d) {
            return d != 0;
        }

        static boolean isSmall(long a) {
            return Math.abs(a) <= 1L << 53 && a != Long.MIN_VALUE;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class FloorDiv {
        @Specialization(guards = "isSimpleDivisor(b)")
        static long longs(boolean inPlace, long a, long b) {
            return Math.floorDiv(a, b);
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.FLOORDIV, a, b, inPlace);
        }

        /** Not zero, and not -1: the quotient of the smallest long by -1 leaves 64 bits. */
        static boolean isSimpleDivisor(long b) {
            return b > 0 || b < -1;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class Mod {
        @Specialization(guards = "isSimpleDivisor(b)")
        static long longs(boolean inPlace, long a, long b) {
            return Math.floorMod(a, b);
        }

        @Fallback
        static Object other(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.MOD, a, b, inPlace);
        }

        /** Not zero, and not -1: the quotient of the smallest long by -1 leaves 64 bits. */
        static boolean isSimpleDivisor(long b) {
            return b > 0 || b < -1;
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class MatMul {
        @Specialization
        static Object any(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.MATMUL, a, b, inPlace);
        }
    }

    @Proxyable(allowUncached = true)
    @ConstantOperand(type = boolean.class, name = "inPlace")
    static final class Pow {
        /** An infinite square: of infinity, or of a number for which Python raises an error. */
        private static final ArithmeticException TOO_LARGE = new ArithmeticException();

        @Specialization(guards = "b == 2", rewriteOn = ArithmeticException.class)
        static long square(boolean inPlace, long a, long b) {
            return Math.multiplyExact(a, a);
        }

        @Specialization(guards = "b == 2", rewriteOn = ArithmeticException.class)
        static double squareOfDouble(boolean inPlace, double a, long b) {
            double square = a * a;
            if (Double.isInfinite(square)) {
                throw TOO_LARGE;
            }
            return square;
        }

        @Specialization(replaces = {"square", "squareOfDouble"})
        static Object any(boolean inPlace, Object a, Object b, @Bind Node here) {
            return Numbers.binary(BinaryOp.POW, a, b, inPlace);
        }
    }
}
