import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The symbol table: every line of every {@code *.abi} file. */
record Table(List<Symbol> symbols) {
    static Table read(Path directory) throws IOException {
        List<Symbol> symbols = new ArrayList<>();
        List<Path> files;
        try (var entries = Files.list(directory)) {
            files = entries.filter(f -> f.toString().endsWith(".abi")).sorted().toList();
        }
        for (Path file : files) {
            String stem = file.getFileName().toString().replace(".abi", "");
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    try {
                        symbols.add(Symbol.parse(stem, line));
                    } catch (RuntimeException e) {
                        throw new IllegalArgumentException(file + ":" + number + ": " + e, e);
                    }
                }
            }
        }
        var table = new Table(symbols);
        table.checkUnique();
        return table;
    }

    private void checkUnique() {
        var names = new LinkedHashMap<String, Symbol>();
        for (Symbol symbol : symbols) {
            if (names.put(symbol.name(), symbol) != null) {
                throw new IllegalArgumentException(symbol.name() + " is in the table twice");
            }
        }
    }

    /** Functions whose body is a Java method, in the order that gives them their indexes. */
    List<Symbol> upcalls() {
        return symbols.stream().filter(Symbol::isUpcall).toList();
    }

    /** The upcalls by shape; the position in a list is the function's index. */
    Map<String, List<Symbol>> shapes() {
        Map<String, List<Symbol>> shapes = new TreeMap<>();
        for (Symbol symbol : upcalls()) {
            shapes.computeIfAbsent(symbol.shape(), s -> new ArrayList<>()).add(symbol);
        }
        return shapes;
    }

    /** The C functions that Java may call. */
    List<Symbol> downcalls() {
        return symbols.stream()
                .filter(s -> s.since().equals("native") || s.is("native", "yes"))
                .toList();
    }

    /** The types with memory of their own, aliases excluded. */
    List<Symbol> types() {
        return symbols.stream().filter(s -> s.tags().containsKey("python")).toList();
    }

    /** What the library exports. */
    List<Symbol> exported() {
        return symbols.stream().filter(s -> !s.isHidden()).toList();
    }

    /**
     * Changes whenever C and Java generated from different tables could misunderstand each other.
     */
    long fingerprint() {
        var text = new StringBuilder();
        shapes().forEach((shape, list) -> list.forEach(s -> text.append(shape).append(s.name())));
        downcalls().forEach(s -> text.append(s.shape()).append(s.name()));
        types().forEach(s -> text.append(s.name()));
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
