package org.jabiru.modules.array;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;

/** Items in pickles that were written on a machine with other formats. */
final class MachineFormat {
    private MachineFormat() {}

    /** The size of an item by format number. */
    private static int sizeOf(int format) {
        return switch (format) {
            case 0, 1 -> 1;
            case 2, 3, 4, 5, 18, 19 -> 2;
            case 6, 7, 8, 9, 14, 15, 20, 21 -> 4;
            default -> 8;
        };
    }

    /** Adds items to an array; odd numbers mean big-endian, from 2 on. */
    static void decode(PyArray array, int format, byte[] data) {
        if (format >= 18) {
            decodeText(array, format, data);
            return;
        }
        int size = sizeOf(format);
        if (data.length % size != 0) {
            throw Errors.valueError("string length not a multiple of item size");
        }
        boolean big = format >= 2 && (format & 1) != 0;
        ByteBuffer in =
                ByteBuffer.wrap(data).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        boolean signed =
                format == 1
                        || format == 4
                        || format == 5
                        || format == 8
                        || format == 9
                        || format == 12
                        || format == 13;
        while (in.hasRemaining()) {
            array.append(item(in, format, size, signed));
        }
    }

    private static Object item(ByteBuffer in, int format, int size, boolean signed) {
        if (format == 14 || format == 15) {
            return (double) in.getFloat();
        }
        if (format == 16 || format == 17) {
            return in.getDouble();
        }
        return switch (size) {
            case 1 -> signed ? (long) in.get() : in.get() & 0xFFL;
            case 2 -> signed ? (long) in.getShort() : in.getShort() & 0xFFFFL;
            case 4 -> signed ? (long) in.getInt() : in.getInt() & 0xFFFFFFFFL;
            default -> {
                long l = in.getLong();
                yield signed || l >= 0
                        ? (Object) l
                        : Numbers.normalize(new BigInteger(Long.toUnsignedString(l)));
            }
        };
    }

    private static void decodeText(PyArray array, int format, byte[] data) {
        Charset charset =
                switch (format) {
                    case 18 -> StandardCharsets.UTF_16LE;
                    case 19 -> StandardCharsets.UTF_16BE;
                    case 20 -> StandardCharsets.UTF_32LE;
                    default -> StandardCharsets.UTF_32BE;
                };
        TruffleString text = Str.of(new String(data, charset));
        if (!array.kind().isUnicode()) {
            throw Errors.typeError("a unicode format for an array of numbers");
        }
        ArrayItems.appendText(array, text);
    }
}
