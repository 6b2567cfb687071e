package org.jabiru.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Every file of CPython's library parses, but for those which are meant not to. */
class StandardLibraryParseTest {
    private static final String HOME = "org/bytedeco/cpython/linux-x86_64/lib/python3.14/";

    @Test
    void libraryParses() throws IOException {
        URL known = getClass().getClassLoader().getResource(HOME + "os.py");
        assumeTrue(known != null, "the library's jar is not on the class path");
        List<String> failed = new ArrayList<>();
        int parsed = 0;
        JarFile jar = ((JarURLConnection) known.openConnection()).getJarFile();
        for (JarEntry entry : jar.stream().toList()) {
            String name = entry.getName();
            if (!name.startsWith(HOME) || !name.endsWith(".py") || name.contains("/bad")) {
                continue;
            }
            try (InputStream in = jar.getInputStream(entry)) {
                SourceText source = SourceText.ofBytes(in.readAllBytes(), name);
                Parser.parse(source, ParseMode.EXEC, ParserOptions.DEFAULT);
                parsed++;
            } catch (PythonSyntaxException e) {
                failed.add(name + ":" + e.line() + ": " + e.getMessage());
            }
        }
        assertEquals(List.of(), failed);
        assertTrue(parsed > 500, "files parsed: " + parsed);
    }
}
