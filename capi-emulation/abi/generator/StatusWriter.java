import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page of the documentation that says which functions are there. */
final class StatusWriter {
    private final Table table;

    StatusWriter(Table table) {
        this.table = table;
    }

    String page() {
        Map<String, List<Symbol>> stems = new TreeMap<>();
        for (Symbol symbol : table.exported()) {
            stems.computeIfAbsent(symbol.stem(), s -> new ArrayList<>()).add(symbol);
        }
        long todo = table.exported().stream().filter(Symbol::isTodo).count();
        var text =
                new StringBuilder(
                        """
                        # The C-API: what is there

                        Generated from `capi-emulation/abi`. %d symbols are exported, %d of them still raise
                        `SystemError` when called; those are named.

                        | chapter | symbols | missing |
                        |---|---|---|
                        """
                                .formatted(table.exported().size(), todo));
        stems.forEach((stem, symbols) -> {
            String missing =
                    symbols.stream()
                            .filter(Symbol::isTodo)
                            .map(s -> "`" + s.name() + "`")
                            .collect(Collectors.joining(" "));
            text.append("| ")
                    .append(stem)
                    .append(" | ")
                    .append(symbols.size())
                    .append(" | ")
                    .append(missing)
                    .append(" |\n");
        });
        return text.toString();
    }
}
