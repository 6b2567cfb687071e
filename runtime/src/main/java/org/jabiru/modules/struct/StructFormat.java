package org.jabiru.modules.struct;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;

/**
 * A compiled struct format (struct, Format Strings).
 *
 * @param items the fields that have values, and where they lie
 * @param size the size of the whole structure
 * @param count the number of values
 */
record StructFormat(List<Item> items, long size, int count, boolean bigEndian) {
    /**
     * One or several fields of a kind.
     *
     * @param code the format character
     * @param size bytes of one value
     * @param repeat the number of values (1 for s and p, whose size is the count)
     * @param isNative whether the size is that of the platform's C type
     */
    record Item(char code, long offset, int size, int repeat, boolean isNative) {}

    static PyException error(String format, Object... args) {
        return Errors.raise(StructModule.errorType(), format, args);
    }

    static StructFormat parse(String format) {
        int at = 0;
        boolean isNative = true;
        boolean aligned = true;
        boolean big = false;
        if (!format.isEmpty()) {
            switch (format.charAt(0)) {
                case '@' -> at = 1;
                case '=', '<' -> {
                    at = 1;
                    isNative = false;
                }
                case '>', '!' -> {
                    at = 1;
                    isNative = false;
                    big = true;
                }
                default -> {}
            }
            aligned = isNative;
        }
        List<Item> items = new ArrayList<>();
        long offset = 0;
        long count = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c == ' ' || c >= 9 && c <= 13) {
                continue;
            }
            long repeat = 1;
            if (c >= '0' && c <= '9') {
                repeat = c - '0';
                while (at < format.length()
                        && format.charAt(at) >= '0'
                        && format.charAt(at) <= '9') {
                    int digit = format.charAt(at++) - '0';
                    if (repeat > (Long.MAX_VALUE - digit) / 10) {
                        throw tooLong();
                    }
                    repeat = repeat * 10 + digit;
                }
                if (at == format.length()) {
                    throw error("repeat count given without format specifier");
                }
                c = format.charAt(at++);
            }
            int size = size(c, isNative);
            if (c == 0) {
                throw error("embedded null character");
            }
            if (size == 0) {
                throw error("bad char in struct format");
            }
            if (aligned) {
                long alignment = alignment(c);
                offset = (offset + alignment - 1) / alignment * alignment;
            }
            boolean text = c == 's' || c == 'p';
            if (repeat > 0 && (repeat > Integer.MAX_VALUE || repeat * size > Integer.MAX_VALUE)) {
                throw tooLong();
            }
            if (c != 'x' && (text || repeat > 0)) {
                items.add(
                        text
                                ? new Item(c, offset, (int) repeat, 1, isNative)
                                : new Item(c, offset, size, (int) repeat, isNative));
                count += text ? 1 : repeat;
            }
            offset += repeat * size;
            if (offset > Integer.MAX_VALUE) {
                throw tooLong();
            }
        }
        return new StructFormat(items, offset, (int) count, big);
    }

    private static PyException tooLong() {
        return error("total struct size too long");
    }

    private static int size(char c, boolean isNative) {
        return switch (c) {
            case 'x', 'c', 'b', 'B', '?', 's', 'p' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L' -> isNative ? 8 : 4;
            case 'q', 'Q', 'd', 'F' -> 8;
            case 'n', 'N', 'P' -> isNative ? 8 : 0;
            case 'D' -> 16;
            default -> 0;
        };
    }

    private static int alignment(char c) {
        return switch (c) {
            case 'F' -> 4;
            case 'D' -> 8;
            default -> size(c, true);
        };
    }
}
