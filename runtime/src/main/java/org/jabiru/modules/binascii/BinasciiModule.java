package org.jabiru.modules.binascii;

import com.oracle.truffle.api.strings.TruffleString;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.ByteText;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.NewException;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Numbers;

/** The functions of the module binascii. */
@BuiltinModule("binascii")
public final class BinasciiModule {
    private BinasciiModule() {}

    /** What the module keeps for one interpreter. */
    private static final class State {
        final PyType error = NewException.of("binascii", "Error", ExceptionTypes.ValueError);
        final PyType incomplete =
                NewException.of("binascii", "Incomplete", ExceptionTypes.Exception);
    }

    private static State state() {
        return PythonContext.get().state(State.class, State::new);
    }

    /** The exceptions. */
    public static void initialize(PyModule module) {
        module.dict.put("Error", state().error);
        module.dict.put("Incomplete", state().incomplete);
    }

    /** {@code binascii.Error}. */
    static PyException error(String format, Object... args) {
        return Errors.raise(state().error, format, args);
    }

    /** Bytes, or a str of ASCII characters. */
    private static byte[] ascii(Object data) {
        TruffleString s = Str.valueOrNull(data);
        if (s == null) {
            if (!Buffers.isBuffer(data)) {
                throw Errors.typeError(
                        "argument should be bytes, buffer or ASCII string, not '%s'",
                        Types.of(data).name());
            }
            return Buffers.bytesOf(data);
        }
        CodePoints points = CodePoints.of(s);
        if (!points.isAscii()) {
            throw Errors.valueError("string argument should contain only ASCII characters");
        }
        byte[] out = new byte[points.length()];
        points.copyLatin1(0, out.length, out, 0);
        return out;
    }

    @Builtin("hexlify(data, sep=<unrepresentable>, bytes_per_sep=1)")
    static Object hexlify(Object data, Object separator, int group) {
        byte[] in = Buffers.bytesOf(data);
        String hex = ByteText.hex(in, in.length, separator, group);
        return new PyBytes(hex.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Builtin("b2a_hex(data, sep=<unrepresentable>, bytes_per_sep=1)")
    static Object b2aHex(Object data, Object separator, int group) {
        return hexlify(data, separator, group);
    }

    @Builtin("unhexlify(hexstr, /)")
    static Object unhexlify(Object text) {
        byte[] in = ascii(text);
        if (in.length % 2 != 0) {
            throw error("Odd-length string");
        }
        byte[] out = new byte[in.length / 2];
        for (int i = 0; i < out.length; i++) {
            int high = in[2 * i] < 0 ? -1 : Character.digit(in[2 * i], 16);
            int low = in[2 * i + 1] < 0 ? -1 : Character.digit(in[2 * i + 1], 16);
            if (high < 0 || low < 0) {
                throw error("Non-hexadecimal digit found");
            }
            out[i] = (byte) (high << 4 | low);
        }
        return new PyBytes(out);
    }

    @Builtin("a2b_hex(hexstr, /)")
    static Object a2bHex(Object text) {
        return unhexlify(text);
    }

    @Builtin("b2a_base64(data, /, *, newline=True)")
    static Object b2aBase64(Object data, boolean newline) {
        return new PyBytes(Base64.encode(Buffers.bytesOf(data), newline));
    }

    @Builtin("a2b_base64(data, /, *, strict_mode=False)")
    static Object a2bBase64(Object data, boolean strict) {
        return new PyBytes(Base64.decode(ascii(data), strict));
    }

    @Builtin("b2a_uu(data, /, *, backtick=False)")
    static Object b2aUu(Object data, boolean backtick) {
        return new PyBytes(Uuencode.encode(Buffers.bytesOf(data), backtick));
    }

    @Builtin("a2b_uu(data, /)")
    static Object a2bUu(Object data) {
        return new PyBytes(Uuencode.decode(ascii(data)));
    }

    @Builtin("b2a_qp(data, quotetabs=False, istext=True, header=False)")
    static Object b2aQp(Object data, boolean quoteTabs, boolean text, boolean header) {
        return new PyBytes(QuotedPrintable.encode(Buffers.bytesOf(data), quoteTabs, text, header));
    }

    @Builtin("a2b_qp(data, header=False)")
    static Object a2bQp(Object data, boolean header) {
        return new PyBytes(QuotedPrintable.decode(ascii(data), header));
    }

    @Builtin("crc32(data, crc=0, /)")
    static long crc32(Object data, Object start) {
        byte[] in = Buffers.bytesOf(data);
        int crc = Numbers.big(Numbers.index(start)).intValue();
        if (crc == 0) {
            CRC32 fast = new CRC32();
            fast.update(in);
            return fast.getValue();
        }
        crc = ~crc;
        for (byte b : in) {
            crc ^= b & 0xff;
            for (int k = 0; k < 8; k++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1;
            }
        }
        return ~crc & 0xffffffffL;
    }

    @Builtin("crc_hqx(data, crc, /)")
    static long crcHqx(Object data, Object start) {
        int crc = Numbers.big(Numbers.index(start)).intValue() & 0xffff;
        for (byte b : Buffers.bytesOf(data)) {
            crc ^= (b & 0xff) << 8;
            for (int k = 0; k < 8; k++) {
                crc = (crc & 0x8000) != 0 ? (crc << 1 ^ 0x1021) & 0xffff : crc << 1;
            }
        }
        return crc;
    }
}
