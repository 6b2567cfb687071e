package org.example.embedding;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Installs Python packages with the pip that comes with Jabiru, in a process of its own: pip uses
 * extension modules, and those belong to one context of a process.
 */
final class Pip {
    private Pip() {}

    /** Installs a package into a directory, unless that was done before. */
    static void install(Path directory, String requirement)
            throws IOException, InterruptedException {
        Path note = directory.resolve("installed");
        if (Files.exists(note) && Files.readString(note).equals(requirement)) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(List.of("-cp", jars(), "org.jabiru.launcher.Main", "-m", "pip", "install"));
        // Without what tokenizers needs to fetch trained models: the example makes its own.
        command.addAll(List.of("--quiet", "--no-deps", "--upgrade"));
        command.addAll(List.of("--target", directory.toString(), requirement));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("pip ended with the status " + status);
        }
        Files.writeString(note, requirement);
    }

    /** Everything that this program was started with. */
    private static String jars() {
        return String.join(
                File.pathSeparator,
                Stream.of("jdk.module.path", "java.class.path")
                        .map(System::getProperty)
                        .filter(path -> path != null && !path.isEmpty())
                        .toList());
    }
}
