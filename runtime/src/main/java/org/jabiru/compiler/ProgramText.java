package org.jabiru.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jabiru.parser.PythonSyntaxException;
import org.jabiru.parser.SourceText;

/** The line of a file that an error of the compiler is on. */
final class ProgramText {
    private ProgramText() {}

    /**
     * A line with its newline; null when there is no such file or line. As in CPython it is read
     * again: what is compiled may never have been a file.
     */
    static String lineOrNull(String fileName, int line) {
        if (fileName.startsWith("<") || line < 1) {
            return null;
        }
        try {
            Path path = Path.of(fileName);
            if (!Files.isRegularFile(path)) {
                return null;
            }
            SourceText text = SourceText.ofBytes(Files.readAllBytes(path), fileName);
            return text.text().lines().skip(line - 1L).findFirst().map(l -> l + "\n").orElse(null);
        } catch (IOException | InvalidPathException | PythonSyntaxException e) {
            return null;
        }
    }
}
