package org.jabiru.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Mod;
import org.jabiru.ast.Stmt;
import org.jabiru.ast.StrValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser against trees and errors that CPython made (see {@code parser_oracle.py}). */
class ParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"definitions", "expressions", "layout", "patterns", "statements", "strings"})
    void treesAreCPythons(String name) throws IOException {
        String got = ParserComparison.result(resource("trees/" + name + ".py"));
        String want = new String(resource("trees/" + name + ".dump"), StandardCharsets.UTF_8);
        assertEquals(want.strip(), got);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorsAreCPythons(String source, String mode, String want) {
        ParseMode parseMode = ParseMode.valueOf(mode.toUpperCase(Locale.ROOT));
        assertEquals(want, ParserComparison.result(source, parseMode));
    }

    static List<String[]> errors() throws IOException {
        List<String[]> cases = new ArrayList<>();
        for (String line : new String(resource("errors.tsv"), StandardCharsets.UTF_8).split("\n")) {
            int tab = line.indexOf('\t');
            String[] pair = JsonText.readStrings(line.substring(0, tab));
            cases.add(new String[] {pair[0], pair[1], line.substring(tab + 1)});
        }
        return cases;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ParserTest.class.getResourceAsStream("/parser/" + name)) {
            return in.readAllBytes();
        }
    }

    // --- encodings

    private static Expr onlyExpression(byte[] source) {
        Mod.Module module =
                (Mod.Module)
                        Parser.parse(
                                SourceText.ofBytes(source, "<test>"),
                                ParseMode.EXEC,
                                ParserOptions.DEFAULT);
        return ((Stmt.ExprStmt) module.body().get(0)).value();
    }

    private static void assertString(String want, byte[] source) {
        Expr.Constant constant = assertInstanceOf(Expr.Constant.class, onlyExpression(source));
        assertEquals(StrValue.of(want), constant.value());
    }

    @Test
    void cookieChoosesTheEncoding() {
        Charset cyrillic = Charset.forName("windows-1251");
        assertString("да", "# -*- coding: cp1251 -*-\n'да'".getBytes(cyrillic));
        assertString(
                "é",
                "#!python\n# vim: set fileencoding=latin-1 :\n'é'"
                        .getBytes(StandardCharsets.ISO_8859_1));
        assertString("é", "'é'".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void byteOrderMarkIsSkipped() {
        assertString("é", "\ufeff'é'".getBytes(StandardCharsets.UTF_8));
        assertError(
                "encoding problem: iso-8859-1 with BOM",
                "\ufeff# coding: latin-1\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void undecodableSourceIsAnError() {
        PythonSyntaxException e =
                assertError(
                        "Non-UTF-8 code starting with '\\xff' on line 2, but no encoding declared;"
                                + " see https://peps.python.org/pep-0263/ for details",
                        new byte[] {'x', '\n', '\'', (byte) 0xff, '\''});
        assertEquals(2, e.line());
        assertEquals(2, e.column());
        assertError(
                "unknown encoding: nonsense",
                "# coding: nonsense\n".getBytes(StandardCharsets.UTF_8));
        assertError("source code string cannot contain null bytes", new byte[] {'x', 0});
    }

    private static PythonSyntaxException assertError(String message, byte[] source) {
        PythonSyntaxException e =
                assertThrows(PythonSyntaxException.class, () -> onlyExpression(source));
        assertEquals(message, e.getMessage());
        return e;
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a'\r\n'b'\r\n", "'a'\r'b'\r", "'a'\n'b'\n", "'a'\n'b'"})
    void everyNewlineEndsALine(String source) {
        Mod.Module module =
                (Mod.Module)
                        Parser.parse(
                                SourceText.ofString(source, "<test>"),
                                ParseMode.EXEC,
                                ParserOptions.DEFAULT);
        assertEquals(2, module.body().size());
        assertEquals(2, module.body().get(1).span().line());
    }

    // --- warnings

    private static List<String> warnings(String source) {
        List<String> found = new ArrayList<>();
        Parser.parse(
                SourceText.ofString(source, "<test>"),
                ParseMode.EXEC,
                ParserOptions.DEFAULT.withWarnings((text, line) -> found.add(line + ": " + text)));
        return found;
    }

    @Test
    void doubtfulEscapesAreWarnedOf() {
        String rest =
                " sequence. Such sequences will not work in the future. Did you mean \"\\\\%s\"?"
                        + " A raw string is also an option.";
        assertEquals(
                List.of("2: \"\\d\" is an invalid escape" + rest.formatted("d")),
                warnings("x\n'\\d\\q'"));
        assertEquals(
                List.of("3: \"\\400\" is an invalid octal escape" + rest.formatted("400")),
                warnings("'''\n\n\\400'''"));
        assertEquals(List.of("1: invalid decimal literal"), warnings("1if 2 else 3"));
    }

    // --- prompts

    private static String atPrompt(String source, boolean keepIndent) {
        try {
            Parser.parse(
                    SourceText.ofString(source, "<test>"),
                    ParseMode.SINGLE,
                    ParserOptions.DEFAULT.forPrompt(true, keepIndent));
            return "complete";
        } catch (PythonSyntaxException e) {
            return e.kind().exceptionName();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x = (1\n", "if x:", "\"\"\"a\n", "x \\\n", "@a\n", "f'{a", "x = 1 +", ""})
    void sourceThatMayGoOnIsIncomplete(String source) {
        assertEquals("_IncompleteInputError", atPrompt(source, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"]", "1 1\n", "x = 'a\n", "x = 1 +\n"})
    void sourceThatIsWrongIsNotIncomplete(String source) {
        assertEquals("SyntaxError", atPrompt(source, true));
    }

    @Test
    void promptDecidesWhetherTheEndEndsBlocks() {
        assertEquals("complete", atPrompt("if x:\n  y", false));
        assertEquals("_IncompleteInputError", atPrompt("if x:\n  y", true));
        assertEquals("complete", atPrompt("if x:\n  y\n", true));
    }

    // --- names of characters

    @Test
    void charactersHaveNames() {
        CharacterNames names = CharacterNames.PLATFORM;
        assertEquals('a', names.lookup("latin small letter a"));
        assertEquals('\n', names.lookup("LINE FEED"));
        assertEquals(0xac01, names.lookup("HANGUL SYLLABLE GAG"));
        assertEquals(0x4e00, names.lookup("CJK UNIFIED IDEOGRAPH-4E00"));
        for (String wrong : List.of("BASIC LATIN 41", "PRIVATE USE AREA E000", "LINE FEED (LF)")) {
            assertEquals(-1, names.lookup(wrong), wrong);
        }
    }

    // --- sizes

    @Test
    void longSourcesNestNoDeeperThanTheyMust() {
        String sum = "x = " + "1 + ".repeat(50_000) + "1";
        String chain = "x" + ".y".repeat(50_000);
        String elifs = "if a: pass\n" + "elif b: pass\n".repeat(20_000);
        for (String source : List.of(sum, chain, elifs)) {
            Parser.parse(
                    SourceText.ofString(source, "<test>"), ParseMode.EXEC, ParserOptions.DEFAULT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "not ", "lambda: ", "a if b else ", "a ** "})
    void nestingTooDeepIsAnErrorOfItsOwn(String unit) {
        PythonSyntaxException e =
                assertThrows(
                        PythonSyntaxException.class,
                        () ->
                                Parser.parse(
                                        SourceText.ofString(unit.repeat(100_000) + "1", "<test>"),
                                        ParseMode.EVAL,
                                        ParserOptions.DEFAULT));
        assertEquals(PythonSyntaxException.Kind.MEMORY, e.kind());
    }

    @Test
    @ResourceLock("time")
    void errorsTakeNoLongerThanTheSourceIs() {
        String source = "f(".repeat(90) + "x y" + ")".repeat(90) + "\n";
        String nested = "if a:\n" + " ".repeat(1) + "pass\n";
        long start = System.nanoTime();
        for (String text : List.of(source, nested.repeat(2000) + "x y\n", "{1: [".repeat(40))) {
            assertThrows(
                    PythonSyntaxException.class,
                    () ->
                            Parser.parse(
                                    SourceText.ofString(text, "<test>"),
                                    ParseMode.EXEC,
                                    ParserOptions.DEFAULT));
        }
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
    }
}
