package org.jabiru.parser;

import java.util.Arrays;

/** The tokens read so far, field by field; offsets and columns count bytes. */
class TokenBuffer {
    int[] kinds;
    int[] starts;
    int[] ends;
    int[] lines;
    int[] columns;
    int[] endLines;
    int[] endColumns;

    /** Open brackets after the token. */
    short[] levels;

    /** The identifier of a name or keyword. */
    String[] names;

    int count;

    TokenBuffer(int capacity) {
        kinds = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        lines = new int[capacity];
        columns = new int[capacity];
        endLines = new int[capacity];
        endColumns = new int[capacity];
        levels = new short[capacity];
        names = new String[capacity];
    }

    final void append(
            int kind, int start, int end, int line, int column, int endLine, int endColumn) {
        int i = count;
        if (i == kinds.length) {
            grow();
        }
        kinds[i] = kind;
        starts[i] = start;
        ends[i] = end;
        lines[i] = line;
        columns[i] = column;
        endLines[i] = endLine;
        endColumns[i] = endColumn;
        count = i + 1;
    }

    private void grow() {
        int capacity = count * 2;
        kinds = Arrays.copyOf(kinds, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        lines = Arrays.copyOf(lines, capacity);
        columns = Arrays.copyOf(columns, capacity);
        endLines = Arrays.copyOf(endLines, capacity);
        endColumns = Arrays.copyOf(endColumns, capacity);
        levels = Arrays.copyOf(levels, capacity);
        names = Arrays.copyOf(names, capacity);
    }
}
