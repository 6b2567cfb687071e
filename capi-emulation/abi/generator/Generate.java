import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Generates the C and Java code that follows from the symbol table. Run from source: {@code java
 * Generate.java [--check|--committed] [ROOT]}. Without an option it writes what goes to {@code
 * target/}; {@code --committed} also writes the files under version control, {@code --check} fails
 * when one of those differs.
 */
public final class Generate {
    public static void main(String[] arguments) throws IOException {
        boolean check = false;
        boolean committed = false;
        Path root = Path.of("");
        for (String argument : arguments) {
            switch (argument) {
                case "--check" -> check = true;
                case "--committed" -> committed = true;
                default -> root = Path.of(argument);
            }
        }
        Table table = Table.read(root.resolve("capi-emulation/abi"));
        if (check) {
            check(root, committedFiles(table));
            return;
        }
        Map<String, String> files = buildFiles(table);
        deleteStale(root, files);
        write(root, files);
        if (committed) {
            write(root, committedFiles(table));
        }
    }

    private static Map<String, String> committedFiles(Table table) {
        Map<String, String> files = new TreeMap<>();
        new HeaderWriter(table).addTo(files);
        files.put("docs/capi-status.md", new StatusWriter(table).page());
        return files;
    }

    private static Map<String, String> buildFiles(Table table) {
        Map<String, String> files = new TreeMap<>();
        new CWriter(table).addTo(files);
        new StaticsWriter(table).addTo(files);
        new JavaWriter(table).addTo(files);
        new NativeFunctionsWriter(table).addTo(files);
        return files;
    }

    /** Files of earlier runs that the table no longer asks for. */
    private static void deleteStale(Path root, Map<String, String> files) throws IOException {
        for (String directory : List.of(CWriter.DIRECTORY, JavaWriter.DIRECTORY)) {
            Path path = root.resolve(directory);
            if (Files.isDirectory(path)) {
                try (var entries = Files.list(path)) {
                    for (Path entry : entries.toList()) {
                        if (!files.containsKey(directory + entry.getFileName())) {
                            Files.delete(entry);
                        }
                    }
                }
            }
        }
    }

    private static void write(Path root, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }

    private static void check(Path root, Map<String, String> files) throws IOException {
        List<String> different = new ArrayList<>();
        for (var file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                different.add(file.getKey());
            }
        }
        if (!different.isEmpty()) {
            System.err.println("Generated files differ from the symbol table: " + different);
            System.err.println("Run capi-emulation/abi/generator/run.sh --committed");
            System.exit(1);
        }
    }
}
