package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The source positions of a code object. The compiler adds each position once, and marks the
 * instructions with {@code beginSourceSection(index, 0)}; lines count from 1, columns from 0 in
 * bytes of UTF-8.
 */
public final class PositionTable {
    private static final int PARTS = 4;

    private static final int[] NONE = {};

    private int[] data;
    private int used;

    /** Numbers that were not read yet, or null. */
    private byte[] packed;

    private int packedAt;
    private Map<Position, Integer> indices;

    public PositionTable() {
        this(NONE);
    }

    /**
     * A table that is read from bytes when it is first asked.
     *
     * @param from where in the bytes it begins
     * @param count of numbers of 32 bits, the lowest byte first
     */
    public PositionTable(byte[] packed, int from, int count) {
        this.data = NONE;
        this.used = count;
        this.packed = packed;
        this.packedAt = from;
    }

    private int[] data() {
        if (packed != null) {
            int[] read = new int[used];
            ByteBuffer.wrap(packed, packedAt, used * Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .get(read);
            data = read;
            packed = null;
        }
        return data;
    }

    /** A table that was made before. */
    public PositionTable(int[] data) {
        this.data = data;
        this.used = data.length;
    }

    /**
     * The source that the sections of a code object refer to. It has no content: the start of a
     * section is an index into the table.
     */
    public static Source source(String fileName) {
        return Source.newBuilder("python", "", fileName).content(Source.CONTENT_NONE).build();
    }

    /** The index of a position, which is added unless it is there: so a parser may run again. */
    public int add(int line, int column, int endLine, int endColumn) {
        data();
        if (indices == null) {
            indices = new HashMap<>();
        }
        Integer known =
                indices.putIfAbsent(new Position(line, column, endLine, endColumn), used / PARTS);
        if (known != null) {
            return known;
        }
        if (used == data.length) {
            data = Arrays.copyOf(data, Math.max(4 * PARTS, used * 2));
        }
        data[used] = line;
        data[used + 1] = column;
        data[used + 2] = endLine;
        data[used + 3] = endColumn;
        used += PARTS;
        return used / PARTS - 1;
    }

    /**
     * With methods of its own: what a record has by itself is made when a program first uses it.
     */
    private record Position(int line, int column, int endLine, int endColumn) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Position p
                    && line == p.line
                    && column == p.column
                    && endLine == p.endLine
                    && endColumn == p.endColumn;
        }

        @Override
        public int hashCode() {
            return ((line * 31 + column) * 31 + endLine) * 31 + endColumn;
        }
    }

    /** The number of positions. */
    public int size() {
        return used / PARTS;
    }

    /** The line, or -1 where the table, which {@code code.replace} may have made, has none. */
    public int line(int index) {
        return part(index, 0);
    }

    public int column(int index) {
        return part(index, 1);
    }

    public int endLine(int index) {
        return part(index, 2);
    }

    public int endColumn(int index) {
        return part(index, 3);
    }

    private int part(int index, int part) {
        int at = index * PARTS + part;
        return at < used ? data()[at] : -1;
    }

    /** All positions, four numbers each. */
    public int[] toArray() {
        return Arrays.copyOf(data(), used);
    }

    /** The index of the position of an instruction, or -1. */
    public static int indexOf(BytecodeNode node, int bytecodeIndex) {
        SourceSection section = node.getSourceLocation(bytecodeIndex);
        return section == null || !section.isAvailable() ? -1 : section.getCharIndex();
    }

    /** The table as bytes. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(used * Integer.BYTES);
        for (int i = 0; i < used; i++) {
            out.putInt(data()[i]);
        }
        return out.array();
    }

    /** The table that {@link #toBytes} wrote. */
    public static PositionTable ofBytes(byte[] bytes) {
        int[] data = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(data);
        return new PositionTable(data);
    }
}
