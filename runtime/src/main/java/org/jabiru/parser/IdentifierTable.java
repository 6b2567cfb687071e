package org.jabiru.parser;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes each distinct identifier of a source one string, found by its bytes; knows the keywords.
 * One table serves one parse.
 */
final class IdentifierTable {
    /** Holds the keywords; copied, never changed. */
    private static final IdentifierTable KEYWORDS = new IdentifierTable();

    static {
        TokenKind.KEYWORDS.forEach((word, kind) -> {
            byte[] b = word.getBytes(StandardCharsets.US_ASCII);
            KEYWORDS.find(b, 0, b.length, hash(b));
            KEYWORDS.kinds[KEYWORDS.size - 1] = kind;
        });
    }

    private int[] slots;
    private int[] hashes;
    private int[] kinds;
    private String[] names;
    private int size;

    private IdentifierTable() {
        slots = new int[256];
        hashes = new int[128];
        kinds = new int[128];
        names = new String[128];
    }

    private IdentifierTable(IdentifierTable from) {
        slots = from.slots.clone();
        hashes = from.hashes.clone();
        kinds = from.kinds.clone();
        names = from.names.clone();
        size = from.size;
    }

    static IdentifierTable create() {
        return new IdentifierTable(KEYWORDS);
    }

    private static int hash(byte[] bytes) {
        int h = 0;
        for (byte b : bytes) {
            h = h * 31 + b;
        }
        return h;
    }

    /**
     * The index of the ASCII identifier in {@code source}; {@code hash} is the sum the tokenizer
     * made while it read the bytes ({@code h * 31 + b}).
     */
    int find(byte[] source, int start, int end, int hash) {
        int mask = slots.length - 1;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (true) {
            int entry = slots[slot] - 1;
            if (entry < 0) {
                return add(slot, hash, asString(source, start, end));
            }
            if (hashes[entry] == hash && matches(names[entry], source, start, end)) {
                return entry;
            }
            slot = (slot + 1) & mask;
        }
    }

    private static String asString(byte[] source, int start, int end) {
        return new String(source, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static boolean matches(String name, byte[] source, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) != source[start + i]) {
                return false;
            }
        }
        return true;
    }

    private int add(int slot, int hash, String name) {
        int entry = size++;
        if (entry == names.length) {
            names = Arrays.copyOf(names, entry * 2);
            kinds = Arrays.copyOf(kinds, entry * 2);
            hashes = Arrays.copyOf(hashes, entry * 2);
        }
        names[entry] = name;
        hashes[entry] = hash;
        kinds[entry] = TokenKind.NAME;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            grow();
        }
        return entry;
    }

    private void grow() {
        int[] bigger = new int[slots.length * 2];
        int mask = bigger.length - 1;
        for (int entry = 0; entry < size; entry++) {
            int slot = (hashes[entry] ^ (hashes[entry] >>> 15)) & mask;
            while (bigger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            bigger[slot] = entry + 1;
        }
        slots = bigger;
    }

    String name(int index) {
        return names[index];
    }

    /** {@link TokenKind#NAME} or that of the keyword. */
    int kind(int index) {
        return kinds[index];
    }
}
