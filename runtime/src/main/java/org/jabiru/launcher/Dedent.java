package org.jabiru.launcher;

/** Takes away the indentation that all lines of {@code -c}'s program have (Python 3.14). */
final class Dedent {
    private Dedent() {}

    static String dedent(String text) {
        String common = null;
        for (String line : text.split("\n", -1)) {
            String indent = indentOf(line);
            if (indent.length() == line.length()) {
                continue;
            }
            common = common == null ? indent : commonPrefix(common, indent);
        }
        if (common == null || common.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (String line : text.split("\n", -1)) {
            if (!first) {
                out.append('\n');
            }
            first = false;
            out.append(
                    line.startsWith(common)
                            ? line.substring(common.length())
                            : line.substring(indentOf(line).length()));
        }
        return out.toString();
    }

    private static String indentOf(String line) {
        int i = 0;
        while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            i++;
        }
        return line.substring(0, i);
    }

    private static String commonPrefix(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return a.substring(0, i);
    }
}
