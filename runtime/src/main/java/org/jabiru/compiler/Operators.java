package org.jabiru.compiler;

import org.jabiru.ast.CmpOp;
import org.jabiru.ast.Operator;
import org.jabiru.bytecode.PyBytecodeRootGen.Builder;

/** The operation for each operator. */
final class Operators {
    private Operators() {}

    /** Starts {@code left op right}, or {@code left op= right}. */
    static void begin(Builder b, Operator op, boolean inPlace) {
        switch (op) {
            case ADD -> b.beginAdd(inPlace);
            case SUB -> b.beginSub(inPlace);
            case MULT -> b.beginMul(inPlace);
            case MAT_MULT -> b.beginMatMul(inPlace);
            case DIV -> b.beginTrueDiv(inPlace);
            case MOD -> b.beginMod(inPlace);
            case POW -> b.beginPow(inPlace);
            case L_SHIFT -> b.beginLShift(inPlace);
            case R_SHIFT -> b.beginRShift(inPlace);
            case BIT_OR -> b.beginOr(inPlace);
            case BIT_XOR -> b.beginXor(inPlace);
            case BIT_AND -> b.beginAnd(inPlace);
            case FLOOR_DIV -> b.beginFloorDiv(inPlace);
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
}
