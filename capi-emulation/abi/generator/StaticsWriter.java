import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The static type objects, with their hidden prefix, and the PyExc_ pointers to them. */
final class StaticsWriter {
    private final Table table;
    private final List<Symbol> types;

    StaticsWriter(Table table) {
        this.table = table;
        this.types = table.types();
    }

    void addTo(Map<String, String> files) {
        files.put("native-support/target/generated/types.h", header());
        files.put("native-support/target/generated/types.inc", source());
        files.put(JavaWriter.DIRECTORY + "NativeTypes.java", names());
    }

    /** The macro list that statics.c builds its block from: symbol, label, facts of the type. */
    private String header() {
        var text =
                new StringBuilder(
                        "/* Generated from capi-emulation/abi. */\n#define JABIRU_TYPES(ENTRY)");
        for (int i = 0; i < types.size(); i++) {
            Symbol type = types.get(i);
            text.append(" \\\n    ENTRY(")
                    .append(
                            String.join(
                                    ", ",
                                    typeName(type),
                                    "\"" + type.tags().get("python") + "\"",
                                    type.tags().containsKey("base")
                                            ? "JABIRU_TYPE("
                                                    + indexOf(type.tags().get("base"))
                                                    + ")"
                                            : "NULL",
                                    fact(type, "basicsize"),
                                    fact(type, "itemsize"),
                                    fact(type, "flags"),
                                    fact(type, "dictoffset"),
                                    fact(type, "weaklistoffset"),
                                    fact(type, "vectorcalloffset")))
                    .append(")");
        }
        text.append("\n\n");
        for (int i = 0; i < types.size(); i++) {
            text.append("#define JABIRU_INDEX_")
                    .append(typeName(types.get(i)))
                    .append(" ")
                    .append(i)
                    .append("\n");
        }
        return text.toString();
    }

    private static String fact(Symbol type, String tag) {
        return type.tags().getOrDefault(tag, "0");
    }

    private int indexOf(String pythonName) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).is("python", pythonName)) {
                return i;
            }
        }
        throw new IllegalArgumentException("base=" + pythonName + ": no such type in the table");
    }

    /** Symbols are set into the block by the assembler: C cannot name the inside of a struct. */
    private String source() {
        var text = new StringBuilder("/* Generated from capi-emulation/abi. */\n");
        for (int i = 0; i < types.size(); i++) {
            if (!isException(types.get(i))) {
                text.append("JABIRU_TYPE_SYMBOL(")
                        .append(types.get(i).name())
                        .append(", ")
                        .append(i)
                        .append(");\n");
            }
        }
        text.append("\n");
        for (Symbol symbol : table.symbols()) {
            if (symbol.isData() && symbol.name().startsWith("PyExc_")) {
                String target = symbol.tags().getOrDefault("alias", symbol.name());
                text.append("JABIRU_EXPORT PyObject *")
                        .append(symbol.name())
                        .append(" = (PyObject *)JABIRU_TYPE(JABIRU_INDEX_")
                        .append(target)
                        .append(");\n");
            }
        }
        return text.toString();
    }

    private static boolean isException(Symbol symbol) {
        return symbol.name().startsWith("PyExc_");
    }

    private static String typeName(Symbol symbol) {
        return symbol.name();
    }

    private String names() {
        String list =
                types.stream()
                        .map(t -> "        \"" + t.tags().get("python") + "\"")
                        .collect(Collectors.joining(",\n"));
        return """
        package org.jabiru.capi.generated;

        /** The Python names of the static types, in the order of the native table. */
        public final class NativeTypes {
            /** Names as in {@code tp_name}. */
            public static final String[] NAMES = {
        %s
            };

            private NativeTypes() {}
        }
        """
                .formatted(list);
    }
}
