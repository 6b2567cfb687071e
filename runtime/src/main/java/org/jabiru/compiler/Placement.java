package org.jabiru.compiler;

import java.util.function.BooleanSupplier;
import org.jabiru.ast.Span;

/**
 * Finds statements that stand where they may not: return outside a function, break outside a loop,
 * more nested blocks than CPython's compiler takes. The first is kept for when all names are known,
 * as CPython finds it only then; code that cannot run counts too.
 */
final class Placement {
    private static final int MAX_BLOCKS = 21;
    private static final String TOO_MANY_BLOCKS = "too many statically nested blocks";

    private static final class Body {
        final Body around;
        final boolean function;

        /** Where all blocks are in use, or null. */
        CompileError fullBlocks;

        int blocks;
        int loops;

        /** Loops inside an except* block; negative outside one. */
        int loopsInExceptStar = -1;

        Body(Body around, boolean function) {
            this.around = around;
            this.function = function;
        }
    }

    private Body body = new Body(null, false);
    private CompileError first;

    /** The body of a function (or lambda) or class. */
    void inBody(boolean function, BooleanSupplier suspendable, Runnable visit) {
        body = new Body(body, function);
        visit.run();
        if (body.fullBlocks != null && first == null && suspendable.getAsBoolean()) {
            // The body of a generator or coroutine is itself a block.
            first = body.fullBlocks;
        }
        body = body.around;
    }

    /** Blocks of a statement, around what is visited. */
    void inBlocks(int count, Span span, Runnable visit) {
        body.blocks += count;
        if (body.blocks > MAX_BLOCKS) {
            report(TOO_MANY_BLOCKS, span);
        } else if (body.blocks == MAX_BLOCKS && body.fullBlocks == null) {
            body.fullBlocks = new CompileError(TOO_MANY_BLOCKS, span);
        }
        visit.run();
        body.blocks -= count;
    }

    void inLoop(Span span, Runnable visit) {
        body.loops++;
        body.loopsInExceptStar += body.loopsInExceptStar >= 0 ? 1 : 0;
        inBlocks(1, span, visit);
        body.loopsInExceptStar -= body.loopsInExceptStar > 0 ? 1 : 0;
        body.loops--;
    }

    void inExceptStar(Runnable visit) {
        int before = body.loopsInExceptStar;
        body.loopsInExceptStar = 0;
        visit.run();
        body.loopsInExceptStar = before;
    }

    void loopExit(String problem, Span span) {
        if (body.loopsInExceptStar == 0) {
            reportInExceptStar(span);
        } else if (body.loops == 0) {
            report(problem, span);
        }
    }

    void functionExit(Span span) {
        if (!body.function) {
            report("'return' outside function", span);
        } else if (body.loopsInExceptStar >= 0) {
            reportInExceptStar(span);
        }
    }

    private void reportInExceptStar(Span span) {
        report("'break', 'continue' and 'return' cannot appear in an except* block", span);
    }

    /** Notes an error, unless there was one before. */
    void report(String problem, Span span) {
        if (first == null) {
            first = new CompileError(problem, span);
        }
    }

    /** Raises what was found. */
    void check() {
        if (first != null) {
            throw first;
        }
    }
}
