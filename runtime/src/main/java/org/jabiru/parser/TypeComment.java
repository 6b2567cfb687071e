package org.jabiru.parser;

/** Comments that say a type (PEP 484), which were before annotations of variables. */
final class TypeComment {
    private static final String PREFIX = "# type: ";
    private static final String IGNORE = "ignore";

    private TypeComment() {}

    /** Where the type of the comment {@code bytes[start..end]} begins; -1 if it says none. */
    static int textStart(byte[] bytes, int start, int end) {
        int p = start;
        for (int i = 0; i < PREFIX.length(); i++) {
            char c = PREFIX.charAt(i);
            if (p >= end) {
                return -1;
            }
            if (c == ' ') {
                while (bytes[p] == ' ' || bytes[p] == '\t') {
                    p++;
                }
            } else if (bytes[p] == c) {
                p++;
            } else {
                return -1;
            }
        }
        return p;
    }

    /** Where the text behind the word {@code ignore} begins; -1 where another type is said. */
    static int ignoreEnd(byte[] bytes, int start, int end) {
        int after = start + IGNORE.length();
        if (after > end) {
            return -1;
        }
        for (int i = 0; i < IGNORE.length(); i++) {
            if (bytes[start + i] != IGNORE.charAt(i)) {
                return -1;
            }
        }
        boolean ends =
                after == end || bytes[after] >= 0 && !Character.isLetterOrDigit(bytes[after]);
        return ends ? after : -1;
    }
}
