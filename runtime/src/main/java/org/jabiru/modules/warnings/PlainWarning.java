package org.jabiru.modules.warnings;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Repr;

/** Shows a warning while the module warnings, which has functions for it, is not imported. */
final class PlainWarning {
    private PlainWarning() {}

    static void show(Object category, Object text, Object fileName, long line, Object sourceLine) {
        String file = Str.java(Repr.str(fileName));
        StringBuilder out = new StringBuilder(file).append(':').append(line).append(": ");
        out.append(Str.java(Repr.str(Attributes.get(category, "__name__")))).append(": ");
        out.append(Str.java(Repr.str(text))).append('\n');
        TruffleString given = Str.valueOrNull(sourceLine);
        String source = given != null ? Str.java(given) : lineOrNull(file, line);
        if (source != null && !source.isBlank()) {
            out.append("  ").append(source.strip()).append('\n');
        }
        SysHooks.writeError(out.toString());
    }

    private static String lineOrNull(String file, long line) {
        try {
            Path path = Path.of(file);
            if (line < 1 || !Files.isRegularFile(path)) {
                return null;
            }
            List<String> lines =
                    new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
            return line <= lines.size() ? lines.get((int) line - 1) : null;
        } catch (IOException | RuntimeException e) {
            // The line is only an ornament of the message.
            return null;
        }
    }
}
