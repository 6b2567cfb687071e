package org.jabiru.parser;

import java.util.ArrayList;
import java.util.List;

/** Strings as Python's json module writes them. */
final class JsonText {
    private JsonText() {}

    static String write(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** The elements of an array of strings. */
    static String[] readStrings(String json) {
        List<String> found = new ArrayList<>();
        int i = 0;
        while ((i = json.indexOf('"', i)) >= 0) {
            StringBuilder out = new StringBuilder();
            for (i++; json.charAt(i) != '"'; i++) {
                char c = json.charAt(i);
                if (c == '\\') {
                    c = json.charAt(++i);
                    switch (c) {
                        case 'n' -> c = '\n';
                        case 'r' -> c = '\r';
                        case 't' -> c = '\t';
                        case 'f' -> c = '\f';
                        case 'b' -> c = '\b';
                        case 'u' -> {
                            c = (char) Integer.parseInt(json.substring(i + 1, i + 5), 16);
                            i += 4;
                        }
                        default -> {}
                    }
                }
                out.append(c);
            }
            found.add(out.toString());
            i++;
        }
        return found.toArray(new String[0]);
    }
}
