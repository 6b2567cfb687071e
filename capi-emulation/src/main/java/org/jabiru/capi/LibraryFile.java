package org.jabiru.capi;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What can be said of a shared library (ELF, System V ABI, chapters 4 and 5) before it is loaded.
 */
final class LibraryFile {
    private static final int MAGIC = 0x464c457f;
    private static final byte CLASS_64 = 2;
    private static final int HEADER_SIZE = 64;
    private static final int PROGRAM_HEADER_SIZE = 56;
    private static final int PT_LOAD = 1;

    private LibraryFile() {}

    /**
     * Whether a file ends before its segments do. The dynamic linker maps such a file, and the
     * first access behind its end kills the process.
     */
    static boolean isTruncated(String path) {
        try (var file = new RandomAccessFile(path, "r")) {
            ByteBuffer header = read(file, 0, HEADER_SIZE);
            if (header == null || header.getInt(0) != MAGIC || header.get(4) != CLASS_64) {
                return false; // the linker says what it is
            }
            long table = header.getLong(32);
            int count = Short.toUnsignedInt(header.getShort(56));
            ByteBuffer segments = read(file, table, count * PROGRAM_HEADER_SIZE);
            if (segments == null) {
                return false; // the linker reads these itself, and complains
            }
            for (int at = 0; at < segments.limit(); at += PROGRAM_HEADER_SIZE) {
                long end = segments.getLong(at + 8) + segments.getLong(at + 32);
                if (segments.getInt(at) == PT_LOAD && end > file.length()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // the linker meets the same
        }
    }

    private static ByteBuffer read(RandomAccessFile file, long from, int size) throws IOException {
        if (from < 0 || from > file.length() - size) {
            return null;
        }
        byte[] bytes = new byte[size];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
