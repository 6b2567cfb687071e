package org.jabiru.capi.abicheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of one shared library. */
final class Report {
    private static final int OURS = 14;
    private static final int SHOWN = 12;
    private static final Pattern VERSION = Pattern.compile("\\.cpython-3(\\d+)(t?)-.*\\.so$");

    private final String name;
    private final ElfFile file;
    private final List<String> wanted = new ArrayList<>();
    private final List<String> beyond = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();
    private final List<String> raising = new ArrayList<>();
    private final boolean isExtension;
    private int limitedApi = 2;
    private String newest = "";

    Report(String name, ElfFile file, SymbolTable symbols) {
        this.name = name;
        this.file = file;
        this.isExtension = file.defined.stream().anyMatch(s -> s.startsWith("PyInit"));
        for (String symbol : file.undefined) {
            if (SymbolTable.isPython(symbol)) {
                wanted.add(symbol);
                classify(symbol, symbols.get(symbol));
            }
        }
    }

    private void classify(String symbol, SymbolTable.Entry entry) {
        if (entry == null) {
            absent.add(symbol);
            return;
        }
        if (entry.missing()) {
            raising.add(symbol);
        }
        if (!entry.isStable()) {
            beyond.add(symbol);
        } else if (entry.since() > limitedApi) {
            limitedApi = entry.since();
            newest = symbol;
        }
    }

    /** Whether the dynamic linker will find every symbol, and Python the file. */
    boolean loads() {
        return absent.isEmpty() && otherVersion() == null;
    }

    /** The version of CPython in the file's name if it is not ours, else null. */
    private String otherVersion() {
        Matcher m = VERSION.matcher(name);
        if (!m.find() || m.group(1).equals("" + OURS) && m.group(2).isEmpty()) {
            return null;
        }
        return "3." + m.group(1) + (m.group(2).isEmpty() ? "" : ", free-threaded,");
    }

    String text() {
        var out = new StringBuilder(name).append('\n');
        line(out, "kind", kind());
        line(out, "needs", wanted.size() + " symbols of Python");
        if (!wanted.isEmpty()) {
            line(out, "stable ABI", stability());
            line(out, "Jabiru has", (wanted.size() - absent.size()) + " of them");
        }
        list(out, "not stable", beyond);
        list(out, "missing", absent);
        list(out, "only raise", raising);
        line(out, "verdict", verdict());
        return out.toString();
    }

    private String kind() {
        if (!isExtension) {
            return "a library without PyInit function";
        }
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.contains(".abi3.")
                ? "extension module for the stable ABI"
                : VERSION.matcher(file).find()
                        ? "extension module for one version of CPython"
                        : "extension module";
    }

    private String stability() {
        int stable = wanted.size() - beyond.size() - absent.size();
        String version = "limited API 3." + limitedApi + " or later";
        return stable
                + " of them, "
                + version
                + (newest.isEmpty() ? "" : " (because of " + newest + ")");
    }

    private String verdict() {
        if (otherVersion() != null) {
            return "does not load: built for CPython " + otherVersion() + " by its name";
        }
        if (!absent.isEmpty()) {
            return "does not load: " + count(absent, "symbol is", "symbols are") + " missing";
        }
        String reserve =
                raising.isEmpty()
                        ? ""
                        : "; "
                                + count(raising, "function only raises", "functions only raise")
                                + " SystemError";
        return beyond.isEmpty()
                ? "loads" + reserve
                : "loads, with "
                        + count(beyond, "symbol", "symbols")
                        + " beyond the stable ABI"
                        + reserve;
    }

    private static String count(List<String> list, String one, String many) {
        return list.size() + " " + (list.size() == 1 ? one : many);
    }

    private static void line(StringBuilder out, String label, String text) {
        out.append("  %-12s %s%n".formatted(label, text));
    }

    private static void list(StringBuilder out, String label, List<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
            line(
                    out,
                    label,
                    String.join(" ", names.subList(0, Math.min(SHOWN, names.size()))) + more);
        }
    }
}
