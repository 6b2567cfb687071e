package org.jabiru.modules.binascii;

import org.jabiru.builtins.bytes.ByteBuilder;

/** Base64 as {@code binascii} decodes it: leniently, or strictly. */
final class Base64 {
    private Base64() {}

    private static int digit(int c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    static byte[] encode(byte[] in, boolean newline) {
        byte[] plain = java.util.Base64.getEncoder().encode(in);
        return newline
                ? new ByteBuilder(plain.length + 1)
                        .append(plain, 0, plain.length)
                        .append('\n')
                        .toByteArray()
                : plain;
    }

    static byte[] decode(byte[] in, boolean strict) {
        if (in.length % 4 == 0) {
            try {
                return java.util.Base64.getDecoder().decode(in);
            } catch (IllegalArgumentException e) {
                // Something that is to be left out, or reported in CPython's words.
            }
        }
        return decodeByRules(in, strict);
    }

    private static byte[] decodeByRules(byte[] in, boolean strict) {
        if (strict && in.length > 0 && in[0] == '=') {
            throw BinasciiModule.error("Leading padding not allowed");
        }
        ByteBuilder out = new ByteBuilder(in.length / 4 * 3 + 3);
        int quad = 0;
        int left = 0;
        int pads = 0;
        boolean padded = false;
        for (int i = 0; i < in.length; i++) {
            int c = in[i];
            if (c == '=') {
                padded = true;
                if (quad >= 2 && quad + ++pads >= 4) {
                    if (strict && i + 1 < in.length) {
                        throw BinasciiModule.error("Excess data after padding");
                    }
                    return out.toByteArray();
                }
                if (strict && quad == 0) {
                    throw BinasciiModule.error("Excess padding not allowed");
                }
                continue;
            }
            int digit = digit(c);
            if (digit < 0) {
                if (strict) {
                    throw BinasciiModule.error("Only base64 data is allowed");
                }
                continue;
            }
            if (strict && padded) {
                throw BinasciiModule.error("Discontinuous padding not allowed");
            }
            pads = 0;
            switch (quad) {
                case 0 -> {
                    quad = 1;
                    left = digit;
                }
                case 1 -> {
                    quad = 2;
                    out.append(left << 2 | digit >> 4);
                    left = digit & 15;
                }
                case 2 -> {
                    quad = 3;
                    out.append(left << 4 | digit >> 2);
                    left = digit & 3;
                }
                default -> {
                    quad = 0;
                    out.append(left << 6 | digit);
                    left = 0;
                }
            }
        }
        if (quad != 0) {
            if (quad == 1) {
                throw BinasciiModule.error(
                        "Invalid base64-encoded string: number of data characters (%d) cannot be 1"
                                + " more than a multiple of 4",
                        out.size() / 3 * 4 + 1);
            }
            throw BinasciiModule.error("Incorrect padding");
        }
        return out.toByteArray();
    }
}
