package org.jabiru;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;

/** Truffle falls back silently to a runtime that compiles nothing: then this fails. */
class OptimizingRuntimeTest {
    @Test
    void theOptimizingRuntimeIsInUse() {
        try (Engine engine = Engine.create()) {
            assertEquals("GraalVM CE", engine.getImplementationName());
        }
    }
}
