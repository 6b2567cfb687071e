package org.jabiru.compiler;

import org.jabiru.ast.CmpOp;
import org.jabiru.ast.Operator;
import org.jabiru.bytecode.PyBytecodeRootGen.Builder;
import org.jabiru.protocol.BinaryOp;

/** The operation for each operator. */
final class Operators {
    private Operators() {}

    static void begin(Builder b, Operator op) {
        switch (op) {
            case ADD -> b.beginAdd();
            case SUB -> b.beginSub();
            case MULT -> b.beginMul();
            case MAT_MULT -> b.beginMatMul();
            case DIV -> b.beginTrueDiv();
            case MOD -> b.beginMod();
            case POW -> b.beginPow();
            case L_SHIFT -> b.beginLShift();
            case R_SHIFT -> b.beginRShift();
            case BIT_OR -> b.beginOr();
            case BIT_XOR -> b.beginXor();
            case BIT_AND -> b.beginAnd();
            case FLOOR_DIV -> b.beginFloorDiv();
        }
    }

    static void end(Builder b, Operator op) {
        switch (op) {
            case ADD -> b.endAdd();
            case SUB -> b.endSub();
            case MULT -> b.endMul();
            case MAT_MULT -> b.endMatMul();
            case DIV -> b.endTrueDiv();
            case MOD -> b.endMod();
            case POW -> b.endPow();
            case L_SHIFT -> b.endLShift();
            case R_SHIFT -> b.endRShift();
            case BIT_OR -> b.endOr();
            case BIT_XOR -> b.endXor();
            case BIT_AND -> b.endAnd();
            case FLOOR_DIV -> b.endFloorDiv();
        }
    }

    static void begin(Builder b, CmpOp op) {
        switch (op) {
            case EQ -> b.beginEq();
            case NOT_EQ -> b.beginNe();
            case LT -> b.beginLt();
            case LT_E -> b.beginLe();
            case GT -> b.beginGt();
            case GT_E -> b.beginGe();
            case IS -> b.beginIs();
            case IS_NOT -> b.beginIsNot();
            case IN -> b.beginContains();
            case NOT_IN -> b.beginNotContains();
        }
    }

    static void end(Builder b, CmpOp op) {
        switch (op) {
            case EQ -> b.endEq();
            case NOT_EQ -> b.endNe();
            case LT -> b.endLt();
            case LT_E -> b.endLe();
            case GT -> b.endGt();
            case GT_E -> b.endGe();
            case IS -> b.endIs();
            case IS_NOT -> b.endIsNot();
            case IN -> b.endContains();
            case NOT_IN -> b.endNotContains();
        }
    }

    /** Starts {@code left op= right}. */
    static void beginInPlace(Builder b, Operator op) {
        switch (op) {
            case ADD -> b.beginInPlaceAdd();
            case SUB -> b.beginInPlaceSub();
            case MULT -> b.beginInPlaceMul();
            default -> b.beginInPlaceOther(binaryOp(op));
        }
    }

    static void endInPlace(Builder b, Operator op) {
        switch (op) {
            case ADD -> b.endInPlaceAdd();
            case SUB -> b.endInPlaceSub();
            case MULT -> b.endInPlaceMul();
            default -> b.endInPlaceOther();
        }
    }

    private static BinaryOp binaryOp(Operator op) {
        return switch (op) {
            case ADD -> BinaryOp.ADD;
            case SUB -> BinaryOp.SUB;
            case MULT -> BinaryOp.MUL;
            case MAT_MULT -> BinaryOp.MATMUL;
            case DIV -> BinaryOp.TRUEDIV;
            case MOD -> BinaryOp.MOD;
            case POW -> BinaryOp.POW;
            case L_SHIFT -> BinaryOp.LSHIFT;
            case R_SHIFT -> BinaryOp.RSHIFT;
            case BIT_OR -> BinaryOp.OR;
            case BIT_XOR -> BinaryOp.XOR;
            case BIT_AND -> BinaryOp.AND;
            case FLOOR_DIV -> BinaryOp.FLOORDIV;
        };
    }
}
