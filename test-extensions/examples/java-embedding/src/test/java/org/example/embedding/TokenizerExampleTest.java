package org.example.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a program that embeds Python can rely on. */
class TokenizerExampleTest {
    private static final String PACKAGES = System.getProperty("example.packages");

    private static TokenizerExample example;

    @BeforeAll
    static void start() throws Exception {
        Pip.install(Path.of(PACKAGES), TokenizerExample.PACKAGE);
        example = new TokenizerExample(PACKAGES);
    }

    @AfterAll
    static void end() {
        example.close();
    }

    @Test
    void runsAsItWasAskedTo() {
        boolean expected = Boolean.getBoolean("example.onModulePath");
        assertEquals(expected, TokenizerExample.class.getModule().isNamed());
    }

    @Test
    void aBatch() {
        assertEquals(
                List.of(List.of(1, 2, 3, 4, 1, 5), List.of(6, 7, 8), List.of(0)),
                example.encode(List.of("the cat sat on the mat", "a dog ran", "bird")));
    }

    @Test
    void severalThreads() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<List<List<Integer>>>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                results.add(pool.submit(() -> example.encode(List.of("the cat", "a dog"))));
            }
            for (var result : results) {
                assertEquals(List.of(List.of(1, 2), List.of(6, 7)), result.get());
            }
        }
    }

    @Test
    void aSecondContextRunsPythonButNoExtensions() {
        try (Context second = context(true)) {
            assertEquals(3, second.eval("python", "import json; json.loads('[1, 2]')[1] + 1").asInt());
            PolyglotException e =
                    assertThrows(
                            PolyglotException.class,
                            () -> second.eval("python", "import tokenizers"));
            assertTrue(e.getMessage().startsWith("ImportError: "), e.getMessage());
            assertTrue(e.getMessage().contains("another context of this process"), e.getMessage());
        }
        aBatch();
    }

    @Test
    void withoutNativeAccessTheErrorSaysSo() {
        try (Context limited = context(false)) {
            assertEquals(2, limited.eval("python", "import json; len(json.dumps([]))").asInt());
            PolyglotException e =
                    assertThrows(
                            PolyglotException.class,
                            () -> limited.eval("python", "import tokenizers"));
            assertTrue(e.getMessage().startsWith("ImportError: "), e.getMessage());
            assertTrue(e.getMessage().contains("allowNativeAccess"), e.getMessage());
            Value caught =
                    limited.eval(
                            "python",
                            """
                            try:
                                import tokenizers
                            except ImportError as e:
                                name = e.name
                            name
                            """);
            assertTrue(caught.asString().startsWith("tokenizers"));
        }
    }

    private static Context context(boolean nativeAccess) {
        return Context.newBuilder("python")
                .allowIO(IOAccess.ALL)
                .allowNativeAccess(nativeAccess)
                .option("python.PythonPath", PACKAGES)
                .build();
    }

    @Test
    void exceptionsTellWhereInPython() {
        try (Context context = context(false)) {
            PolyglotException e =
                    assertThrows(
                            PolyglotException.class,
                            () ->
                                    context.eval(
                                            "python",
                                            "import json\njson.loads('{')"));
            assertTrue(e.getMessage().startsWith("json.decoder.JSONDecodeError"), e.getMessage());
            boolean found = false;
            for (var frame : e.getPolyglotStackTrace()) {
                found |= frame.isGuestFrame() && frame.getRootName().equals("JSONDecoder.decode");
            }
            assertTrue(found, "no frame of the decoder");
            assertFalse(e.isInternalError());
        }
    }
}
