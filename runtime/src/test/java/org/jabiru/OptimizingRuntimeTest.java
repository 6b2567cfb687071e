package org.jabiru;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;

/** Truffle falls back silently to a runtime that compiles nothing: then this fails. */
class OptimizingRuntimeTest {
    private static final String LOOP =
            """
            def hot(n):
                total = 0
                for i in range(n):
                    total += i & 3
                return total

            for _ in range(200):
                hot(20000)
            """;

    @Test
    void theOptimizingRuntimeIsInUse() {
        try (Engine engine = Engine.create()) {
            assertEquals("GraalVM CE", engine.getImplementationName());
        }
    }

    @Test
    void aHotFunctionIsCompiled() {
        var log = new ByteArrayOutputStream();
        try (Context context =
                Context.newBuilder("python")
                        .allowAllAccess(true)
                        .allowExperimentalOptions(true)
                        .option("engine.TraceCompilation", "true")
                        .option("engine.BackgroundCompilation", "false")
                        .logHandler(log)
                        .build()) {
            context.eval("python", LOOP);
        }
        String lines = log.toString(StandardCharsets.UTF_8);
        assertTrue(
                lines.lines().anyMatch(line -> line.contains("opt done") && line.contains("hot")),
                lines);
    }
}
