package org.jabiru.modules.sre;

/** The set of characters that follows an IN instruction. */
final class CharSet {
    /** How the character is changed before it is looked up. */
    private final int folding;

    private final int[] code;
    private final int from;

    /** The answers for the first 256 characters. */
    private final long[] low = new long[4];

    /**
     * @param folding the instruction: IN, IN_IGNORE, IN_UNI_IGNORE or IN_LOC_IGNORE
     * @param from where the set begins in the code
     */
    CharSet(int folding, int[] code, int from) {
        this.folding = folding;
        this.code = code;
        this.from = from;
        for (int c = 0; c < 256; c++) {
            if (compute(c)) {
                low[c >> 6] |= 1L << c;
            }
        }
    }

    boolean contains(int c) {
        return c < 256 ? (low[c >> 6] & 1L << c) != 0 : compute(c);
    }

    private boolean compute(int c) {
        return switch (folding) {
            case Opcode.IN_IGNORE -> find(Characters.asciiLower(c));
            case Opcode.IN_UNI_IGNORE -> find(Characters.lower(c));
            case Opcode.IN_LOC_IGNORE ->
                    find(Characters.asciiLower(c)) || find(Characters.asciiUpper(c));
            default -> find(c);
        };
    }

    private boolean find(int c) {
        boolean inside = true;
        for (int pc = from; ; ) {
            switch (code[pc]) {
                case Opcode.FAILURE -> {
                    return !inside;
                }
                case Opcode.NEGATE -> {
                    inside = !inside;
                    pc++;
                }
                case Opcode.LITERAL -> {
                    if (c == code[pc + 1]) {
                        return inside;
                    }
                    pc += 2;
                }
                case Opcode.CATEGORY -> {
                    if (Characters.isIn(code[pc + 1], c)) {
                        return inside;
                    }
                    pc += 2;
                }
                case Opcode.RANGE -> {
                    if (code[pc + 1] <= c && c <= code[pc + 2]) {
                        return inside;
                    }
                    pc += 3;
                }
                case Opcode.RANGE_UNI_IGNORE -> {
                    int upper = Characters.upper(c);
                    if (code[pc + 1] <= c && c <= code[pc + 2]
                            || code[pc + 1] <= upper && upper <= code[pc + 2]) {
                        return inside;
                    }
                    pc += 3;
                }
                case Opcode.CHARSET -> {
                    if (c < 256 && bit(pc + 1, c)) {
                        return inside;
                    }
                    pc += 9;
                }
                case Opcode.BIGCHARSET -> {
                    int blocks = code[pc + 1];
                    if (c < 65536) {
                        int word = code[pc + 2 + (c >> 10)];
                        int block = word >> (c >> 8 & 3) * 8 & 0xff;
                        if (bit(pc + 66 + block * 8, c & 0xff)) {
                            return inside;
                        }
                    }
                    pc += 66 + blocks * 8;
                }
                default -> throw new IllegalStateException("set operator " + code[pc]);
            }
        }
    }

    private boolean bit(int words, int index) {
        return (code[words + (index >> 5)] & 1 << index) != 0;
    }
}
