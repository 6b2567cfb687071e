package org.jabiru.modules.sre;

/** The assertions about a position: {@code ^}, {@code $} and word boundaries. */
final class Positions {
    private Positions() {}

    static boolean isAt(int where, Subject subject, int position, int end) {
        return switch (where) {
            case Opcode.AT_BEGINNING, Opcode.AT_BEGINNING_STRING -> position == 0;
            case Opcode.AT_BEGINNING_LINE -> position == 0 || subject.at(position - 1) == '\n';
            case Opcode.AT_END ->
                    position == end || position == end - 1 && subject.at(position) == '\n';
            case Opcode.AT_END_LINE -> position == end || subject.at(position) == '\n';
            case Opcode.AT_END_STRING -> position == end;
            case Opcode.AT_BOUNDARY, Opcode.AT_LOC_BOUNDARY ->
                    isBoundary(subject, position, end, false);
            case Opcode.AT_NON_BOUNDARY, Opcode.AT_LOC_NON_BOUNDARY ->
                    !isBoundary(subject, position, end, false);
            case Opcode.AT_UNI_BOUNDARY -> isBoundary(subject, position, end, true);
            case Opcode.AT_UNI_NON_BOUNDARY -> !isBoundary(subject, position, end, true);
            default -> throw new IllegalStateException("position " + where);
        };
    }

    private static boolean isBoundary(Subject subject, int position, int end, boolean unicode) {
        boolean before = position > 0 && isWord(subject.at(position - 1), unicode);
        boolean after = position < end && isWord(subject.at(position), unicode);
        return before != after;
    }

    private static boolean isWord(int c, boolean unicode) {
        return unicode ? Characters.isWord(c) : Characters.isAsciiWord(c);
    }
}
