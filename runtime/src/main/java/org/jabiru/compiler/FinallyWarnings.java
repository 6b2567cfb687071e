package org.jabiru.compiler;

import org.jabiru.ast.Span;

/** Warns about return, break and continue that end a finally block early (PEP 765). */
final class FinallyWarnings {
    private final CompilerWarnings sink;
    private boolean inFinally;

    FinallyWarnings(CompilerWarnings sink) {
        this.sink = sink;
    }

    void inFinally(Runnable block) {
        with(true, block);
    }

    /** The body of a function, or of a loop: CPython does not look for return in those either. */
    void inside(Runnable body) {
        with(false, body);
    }

    private void with(boolean isFinally, Runnable body) {
        boolean before = inFinally;
        inFinally = isFinally;
        body.run();
        inFinally = before;
    }

    /** A statement with this keyword. */
    void leaves(String keyword, Span span) {
        if (inFinally) {
            sink.warn("'" + keyword + "' in a 'finally' block", span);
        }
    }
}
