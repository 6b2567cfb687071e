package org.jabiru.modules.sre;

/** A compiled pattern: its instructions, and what a search can know before it runs them. */
final class PatternCode {
    final int[] code;

    /** The number of capturing groups. */
    final int groups;

    /** Where the instructions begin, after INFO. */
    final int start;

    /** No match is shorter. */
    final int minWidth;

    /** Every match begins with these characters; null when nothing is known. */
    final int[] prefix;

    /** The prefix is the whole pattern. */
    final boolean isLiteral;

    /** Every match begins with a character of this set; null when nothing is known. */
    final CharSet first;

    private final CharSet[] sets;

    PatternCode(int[] code, int groups) {
        this.code = code;
        this.groups = groups;
        this.sets = new CharSet[code.length];
        int[] knownPrefix = null;
        CharSet knownFirst = null;
        boolean literal = false;
        int width = 0;
        int from = 0;
        if (code.length > 0 && code[0] == Opcode.INFO) {
            from = 1 + code[1];
            int flags = code[2];
            width = code[3];
            if ((flags & Opcode.INFO_PREFIX) != 0) {
                knownPrefix = new int[code[5]];
                System.arraycopy(code, 7, knownPrefix, 0, knownPrefix.length);
                literal = (flags & Opcode.INFO_LITERAL) != 0;
            } else if ((flags & Opcode.INFO_CHARSET) != 0) {
                knownFirst = new CharSet(Opcode.IN, code, 5);
            }
        }
        this.start = from;
        this.minWidth = Math.max(width, 0);
        this.prefix = knownPrefix;
        this.isLiteral = literal;
        this.first = knownFirst;
    }

    /** The set of the IN instruction at a position. */
    CharSet setAt(int pc) {
        CharSet known = sets[pc];
        if (known == null) {
            known = new CharSet(code[pc], code, pc + 2);
            sets[pc] = known;
        }
        return known;
    }

    /** Whether the single-character instruction at a position matches. */
    boolean matchesOne(int at, int c) {
        return switch (code[at]) {
            case Opcode.LITERAL -> c == code[at + 1];
            case Opcode.NOT_LITERAL -> c != code[at + 1];
            case Opcode.ANY -> c != '\n';
            case Opcode.ANY_ALL -> true;
            case Opcode.IN, Opcode.IN_IGNORE, Opcode.IN_UNI_IGNORE, Opcode.IN_LOC_IGNORE ->
                    setAt(at).contains(c);
            case Opcode.CATEGORY -> Characters.isIn(code[at + 1], c);
            case Opcode.LITERAL_IGNORE -> Characters.asciiLower(c) == code[at + 1];
            case Opcode.NOT_LITERAL_IGNORE -> Characters.asciiLower(c) != code[at + 1];
            case Opcode.LITERAL_UNI_IGNORE -> Characters.lower(c) == code[at + 1];
            case Opcode.NOT_LITERAL_UNI_IGNORE -> Characters.lower(c) != code[at + 1];
            case Opcode.LITERAL_LOC_IGNORE -> equalsIgnoringCase(c, code[at + 1]);
            case Opcode.NOT_LITERAL_LOC_IGNORE -> !equalsIgnoringCase(c, code[at + 1]);
            case Opcode.FAILURE -> false;
            default -> throw new IllegalStateException("instruction " + code[at]);
        };
    }

    private static boolean equalsIgnoringCase(int c, int literal) {
        return c == literal
                || Characters.asciiLower(c) == literal
                || Characters.asciiUpper(c) == literal;
    }

    /** How far single characters match from a position, at most a number of them. */
    int scan(int item, Subject subject, int from, int end, int max) {
        int to = max < end - from ? from + max : end;
        int i = from;
        switch (code[item]) {
            case Opcode.ANY_ALL -> {
                return to;
            }
            case Opcode.ANY -> {
                int newline = subject.indexOf('\n', from, to);
                return newline < 0 ? to : newline;
            }
            case Opcode.LITERAL -> {
                int wanted = code[item + 1];
                while (i < to && subject.at(i) == wanted) {
                    i++;
                }
            }
            case Opcode.NOT_LITERAL -> {
                int found = subject.indexOf(code[item + 1], from, to);
                return found < 0 ? to : found;
            }
            case Opcode.IN, Opcode.IN_IGNORE, Opcode.IN_UNI_IGNORE, Opcode.IN_LOC_IGNORE -> {
                CharSet set = setAt(item);
                while (i < to && set.contains(subject.at(i))) {
                    i++;
                }
            }
            default -> {
                while (i < to && matchesOne(item, subject.at(i))) {
                    i++;
                }
            }
        }
        return i;
    }
}
