package org.jabiru.capi.abicheck;

import java.util.HashMap;
import java.util.Map;
import org.jabiru.capi.generated.AbiSymbols;

/** The symbols that Jabiru's library exports, and what they are. */
final class SymbolTable {
    /**
     * A symbol.
     *
     * @param since the first minor version of Python 3 whose limited API has it; 2 when it is in
     *     the stable ABI without being in a header, -1 when it is beyond the stable ABI
     * @param missing whether a call only raises SystemError
     */
    record Entry(int since, boolean missing) {
        boolean isStable() {
            return since >= 0;
        }
    }

    private final Map<String, Entry> entries = new HashMap<>();

    SymbolTable() {
        for (String line : AbiSymbols.LINES.split("\n")) {
            String[] parts = line.split(" ");
            int since =
                    switch (parts[1]) {
                        case "cpython", "entry" -> -1;
                        case "abi" -> 2;
                        default -> Integer.parseInt(parts[1].substring(2));
                    };
            entries.put(parts[0], new Entry(since, parts[2].equals("todo")));
        }
    }

    /** What is known of a symbol, or null when Jabiru does not export it. */
    Entry get(String name) {
        return entries.get(name);
    }

    /** Whether a symbol has a name of Python's. */
    static boolean isPython(String name) {
        return name.matches("_?Py[A-Z_]?\\w*");
    }
}
