import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The prototypes of {@code include/generated}, guarded by the limited API's version. */
final class HeaderWriter {
    private final Table table;

    HeaderWriter(Table table) {
        this.table = table;
    }

    void addTo(Map<String, String> files) {
        Map<String, List<Symbol>> stems = new TreeMap<>();
        for (Symbol symbol : table.symbols()) {
            if (symbol.since().startsWith("3.")) {
                stems.computeIfAbsent(symbol.stem(), s -> new ArrayList<>()).add(symbol);
            }
        }
        stems.forEach((stem, symbols) ->
                files.put("include/generated/" + stem + ".h", header(stem, symbols)));
        var all = new StringBuilder("/* Generated from capi-emulation/abi. */\n");
        stems.keySet().forEach(stem -> all.append("#include \"").append(stem).append(".h\"\n"));
        files.put("include/generated/all.h", all.toString());
    }

    private static String header(String stem, List<Symbol> symbols) {
        Map<Integer, List<Symbol>> versions = new TreeMap<>();
        for (Symbol symbol : symbols) {
            int minor = Integer.parseInt(symbol.since().substring(2));
            versions.computeIfAbsent(minor, v -> new ArrayList<>()).add(symbol);
        }
        var text = new StringBuilder("/* Generated from capi-emulation/abi/" + stem + ".abi. */\n");
        versions.forEach((minor, list) -> {
            boolean guarded = minor > 2;
            if (guarded) {
                text.append("\n#if Py_LIMITED_API+0 >= 0x03%02x0000\n".formatted(minor));
            }
            for (Symbol symbol : list) {
                text.append(declaration(symbol)).append(";\n");
            }
            if (guarded) {
                text.append("#endif\n");
            }
        });
        return text.toString();
    }

    private static String declaration(Symbol symbol) {
        if (symbol.isData()) {
            return "JABIRU_DATA " + symbol.prototype();
        }
        return "JABIRU_FUNCTION " + symbol.prototype();
    }
}
