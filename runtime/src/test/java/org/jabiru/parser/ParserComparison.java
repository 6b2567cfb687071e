package org.jabiru.parser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jabiru.ast.AstDump;

/**
 * Compares the parser with what {@code parser_oracle.py} wrote.
 *
 * <pre>
 * files EXPECTED          names and totals of the files of a "files" result that differ
 * cases EXPECTED          the same for snippets
 * dump FILE               the dump or the error of one file
 * time FILE...            parses the files again and again and prints the speed
 * </pre>
 */
public final class ParserComparison {
    private ParserComparison() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "files" -> compare(Path.of(args[1]), false);
            case "cases" -> compare(Path.of(args[1]), true);
            case "dump" -> System.out.println(result(Files.readAllBytes(Path.of(args[1]))));
            case "time" -> time(args);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** The dump, or the error in the form of {@code parser_oracle.py}. */
    static String result(byte[] source) {
        try {
            return dump(SourceText.ofBytes(source, "<source>"), ParseMode.EXEC);
        } catch (PythonSyntaxException e) {
            return error(e);
        }
    }

    /** The same for a str. */
    static String result(String source, ParseMode mode) {
        try {
            return dump(SourceText.ofString(source, "<source>"), mode);
        } catch (PythonSyntaxException e) {
            return error(e);
        }
    }

    private static String dump(SourceText source, ParseMode mode) {
        return AstDump.dump(Parser.parse(source, mode, ParserOptions.DEFAULT));
    }

    private static String error(PythonSyntaxException e) {
        return String.format(
                "!%s|%s|%d|%d|%d|%d|%s",
                e.kind().exceptionName(),
                e.getMessage(),
                e.line(),
                e.column(),
                e.endLine(),
                e.endColumn(),
                e.text() == null ? "null" : JsonText.write(e.text()));
    }

    private static void compare(Path expected, boolean cases) throws IOException {
        int total = 0;
        int equal = 0;
        int errors = 0;
        int equalErrors = 0;
        for (String line : Files.readAllLines(expected)) {
            String name = line.substring(0, line.indexOf('\t'));
            String want = line.substring(name.length() + 1);
            String got;
            try {
                if (cases) {
                    String[] pair = JsonText.readStrings(name);
                    got =
                            result(
                                    pair[0],
                                    ParseMode.valueOf(pair[1].toUpperCase(java.util.Locale.ROOT)));
                } else {
                    got = result(Files.readAllBytes(Path.of(name)));
                }
                if (!got.startsWith("!")) {
                    got = digest(got);
                }
            } catch (RuntimeException | StackOverflowError e) {
                got = "!! " + e + " " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "");
            }
            boolean same = got.equals(want);
            if (want.startsWith("!")) {
                errors++;
                equalErrors += same ? 1 : 0;
            } else {
                total++;
                equal += same ? 1 : 0;
            }
            if (!same) {
                System.out.println(name + "\n    want " + want + "\n    got  " + got);
            }
        }
        System.out.printf(
                "trees %d/%d equal, errors %d/%d equal%n", equal, total, equalErrors, errors);
    }

    private static String digest(String text) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void time(String[] args) throws IOException {
        byte[][] sources = new byte[args.length - 1][];
        long bytes = 0;
        for (int i = 1; i < args.length; i++) {
            sources[i - 1] = Files.readAllBytes(Path.of(args[i]));
            bytes += sources[i - 1].length;
        }
        for (int round = 1; round <= 12; round++) {
            long start = System.nanoTime();
            for (byte[] source : sources) {
                try {
                    Parser.parse(
                            SourceText.ofBytes(source, "<source>"),
                            ParseMode.EXEC,
                            ParserOptions.DEFAULT);
                } catch (PythonSyntaxException e) {
                    // Some test files are meant to be wrong.
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "round %d: %.3f s, %.2f MB/s%n", round, seconds, bytes / seconds / 1e6);
        }
    }
}
