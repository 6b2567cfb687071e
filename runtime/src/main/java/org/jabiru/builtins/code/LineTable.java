package org.jabiru.builtins.code;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jabiru.bytecode.PositionTable;

/**
 * {@code co_linetable}: opaque to Python code, which hands it from one code object to another. So
 * it has the positions, and with them the instructions that really run: {@code co_code} is a
 * listing.
 */
final class LineTable {
    private static final int MARK = 0x4A62724C;
    private static final int HEADER = 2 * Integer.BYTES;

    private LineTable() {}

    static byte[] of(PyCode code) {
        byte[] body = CodeSerializer.writeBody(code);
        byte[] positions = code.positions.toBytes();
        return ByteBuffer.allocate(HEADER + positions.length + body.length)
                .putInt(MARK)
                .putInt(positions.length)
                .put(positions)
                .put(body)
                .array();
    }

    private static boolean isOurs(byte[] table) {
        return table.length >= HEADER && ByteBuffer.wrap(table).getInt() == MARK;
    }

    /** The positions, none at all in a table that is not ours. */
    static PositionTable positions(byte[] table) {
        if (!isOurs(table)) {
            return new PositionTable();
        }
        byte[] positions = new byte[ByteBuffer.wrap(table).getInt(Integer.BYTES)];
        ByteBuffer.wrap(table).position(HEADER).get(positions);
        return PositionTable.ofBytes(positions);
    }

    /** The instructions; in a table that is not ours, those that cannot run. */
    static CodeBody body(byte[] table, byte[] instructions) {
        if (!isOurs(table)) {
            return new Body.Foreign(instructions);
        }
        int start = HEADER + ByteBuffer.wrap(table).getInt(Integer.BYTES);
        try {
            return new Body.Serialized(CodeInput.of(table, start, table.length - start));
        } catch (IOException e) {
            return new Body.Foreign(instructions);
        }
    }
}
