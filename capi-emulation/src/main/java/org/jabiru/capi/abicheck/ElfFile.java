package org.jabiru.capi.abicheck;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The dynamic symbols of a shared library for Linux on x86-64 (System V ABI, chapters 4 and 5).
 * Read from the dynamic segment, as the dynamic linker does: section headers may have been
 * stripped.
 */
final class ElfFile {
    /** What is wrong with a file, in words for its user. */
    static final class FormatException extends Exception {
        private static final long serialVersionUID = 1L;

        FormatException(String message) {
            super(message);
        }
    }

    private static final int MAGIC = 0x464c457f;
    private static final int HEADER_SIZE = 64;
    private static final int SHARED_OBJECT = 3;
    private static final int X86_64 = 62;
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int DT_NEEDED = 1;
    private static final int DT_HASH = 4;
    private static final int DT_STRTAB = 5;
    private static final int DT_SYMTAB = 6;
    private static final int DT_STRSZ = 10;
    private static final int DT_GNU_HASH = 0x6ffffef5;
    private static final int SYMBOL_SIZE = 24;
    private static final int WEAK = 2;

    private final ByteBuffer bytes;
    private final List<long[]> segments = new ArrayList<>();
    private int strings;
    private long stringsSize;
    private final List<Long> neededNames = new ArrayList<>();

    /** Names of the symbols that other libraries must have. */
    final List<String> undefined = new ArrayList<>();

    /** The same, of those that may be missing. */
    final List<String> weak = new ArrayList<>();

    /** Names of the symbols that are exported. */
    final List<String> defined = new ArrayList<>();

    /** Names of the libraries that are loaded with it. */
    final List<String> needed = new ArrayList<>();

    private ElfFile(byte[] content) {
        bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads a file's content.
     *
     * @throws FormatException when it is not a shared library for this machine, or is damaged
     */
    static ElfFile read(byte[] content) throws FormatException {
        var file = new ElfFile(content);
        try {
            file.checkHeader();
            file.readSegments();
        } catch (IndexOutOfBoundsException e) {
            throw new FormatException("truncated or damaged: it ends before its tables do");
        }
        return file;
    }

    private void checkHeader() throws FormatException {
        if (bytes.limit() < 4 || bytes.getInt(0) != MAGIC) {
            throw new FormatException("not an ELF file: " + looksLike());
        }
        if (bytes.limit() < HEADER_SIZE) {
            throw new FormatException("truncated: it ends within the ELF header");
        }
        if (bytes.get(4) != 2 || bytes.get(5) != 1) {
            throw new FormatException(
                    "for another machine: "
                            + (bytes.get(4) == 1 ? "32 bits" : "64 bits")
                            + (bytes.get(5) == 2 ? ", big-endian" : ", little-endian"));
        }
        int machine = Short.toUnsignedInt(bytes.getShort(18));
        if (machine != X86_64) {
            throw new FormatException("for another machine: " + machineName(machine));
        }
        if (bytes.getShort(16) != SHARED_OBJECT) {
            throw new FormatException("an ELF file, but not a shared library");
        }
    }

    private String looksLike() {
        if (bytes.limit() == 0) {
            return "it is empty";
        }
        int start = bytes.limit() < 4 ? 0 : bytes.getInt(0);
        return switch (start) {
            case 0xfeedfacf, 0xbebafeca -> "it is a library for macOS";
            default -> (start & 0xffff) == 0x5a4d ? "it is a library for Windows" : "other content";
        };
    }

    private static String machineName(int machine) {
        return switch (machine) {
            case 3 -> "x86";
            case 40 -> "ARM";
            case 183 -> "AArch64";
            case 243 -> "RISC-V";
            case 21 -> "PowerPC";
            case 22 -> "S/390";
            default -> "ELF machine " + machine;
        };
    }

    private void readSegments() throws FormatException {
        long table = bytes.getLong(32);
        int size = Short.toUnsignedInt(bytes.getShort(54));
        int count = Short.toUnsignedInt(bytes.getShort(56));
        int dynamic = -1;
        for (int i = 0; i < count; i++) {
            int at = position(table + (long) i * size);
            int type = bytes.getInt(at);
            if (type == PT_LOAD) {
                segments.add(
                        new long[] {
                            bytes.getLong(at + 16), bytes.getLong(at + 8), bytes.getLong(at + 32)
                        });
            } else if (type == PT_DYNAMIC) {
                dynamic = position(bytes.getLong(at + 8));
            }
        }
        if (dynamic < 0) {
            throw new FormatException("a shared library without a dynamic segment");
        }
        readDynamic(dynamic);
    }

    private void readDynamic(int at) throws FormatException {
        int symbols = -1;
        int count = -1;
        for (int entry = at; bytes.getLong(entry) != 0; entry += 16) {
            long value = bytes.getLong(entry + 8);
            switch ((int) bytes.getLong(entry)) {
                case DT_NEEDED -> neededNames.add(value);
                case DT_STRTAB -> strings = offset(value);
                case DT_STRSZ -> stringsSize = value;
                case DT_SYMTAB -> symbols = offset(value);
                case DT_HASH -> count = bytes.getInt(offset(value) + 4);
                case DT_GNU_HASH -> count = count < 0 ? gnuHashCount(offset(value)) : count;
                default -> {}
            }
        }
        if (symbols < 0 || count < 0 || stringsSize == 0) {
            throw new FormatException("a shared library without dynamic symbols");
        }
        for (long name : neededNames) {
            needed.add(string(name));
        }
        // The first symbol is no symbol.
        for (int i = 1; i < count; i++) {
            readSymbol(symbols + i * SYMBOL_SIZE);
        }
    }

    /** The hash table says where the last chain begins; it ends at an odd hash. */
    private int gnuHashCount(int at) {
        int buckets = bytes.getInt(at);
        int first = bytes.getInt(at + 4);
        int bloom = bytes.getInt(at + 8);
        int table = at + 16 + 8 * bloom;
        int last = 0;
        for (int i = 0; i < buckets; i++) {
            last = Math.max(last, bytes.getInt(table + 4 * i));
        }
        if (last < first) {
            return first;
        }
        int chain = table + 4 * buckets + 4 * (last - first);
        while ((bytes.getInt(chain) & 1) == 0) {
            chain += 4;
            last++;
        }
        return last + 1;
    }

    private void readSymbol(int at) {
        String name = string(Integer.toUnsignedLong(bytes.getInt(at)));
        int binding = bytes.get(at + 4) >> 4 & 0xf;
        if (bytes.getShort(at + 6) != 0) {
            defined.add(name);
        } else {
            (binding == WEAK ? weak : undefined).add(name);
        }
    }

    private String string(long index) {
        if (index >= stringsSize) {
            throw new IndexOutOfBoundsException();
        }
        int from = strings + (int) index;
        int end = from;
        while (bytes.get(end) != 0) {
            end++;
        }
        return new String(bytes.array(), from, end - from, StandardCharsets.UTF_8);
    }

    /** The place in the file of an address. */
    private int offset(long address) {
        for (long[] s : segments) {
            if (address >= s[0] && address < s[0] + s[2]) {
                return position(s[1] + address - s[0]);
            }
        }
        throw new IndexOutOfBoundsException();
    }

    private int position(long offset) {
        if (offset < 0 || offset >= bytes.limit()) {
            throw new IndexOutOfBoundsException();
        }
        return (int) offset;
    }
}
