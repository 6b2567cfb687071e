package org.jabiru.builtins.codecs;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.codecs.Codecs.Decoded;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Buffers;

/** The functions of the module {@code _codecs}, beneath the module codecs. */
@BuiltinModule("_codecs")
public final class CodecsModule {
    private CodecsModule() {}

    private static String handler(TruffleString errors) {
        return errors == null ? "strict" : Str.java(errors);
    }

    private static Object encoded(TruffleString text, byte[] bytes) {
        return new PyTuple(new PyBytes(bytes), (long) Str.length(text));
    }

    private static Object decoded(Decoded d) {
        return new PyTuple(d.text(), (long) d.consumed());
    }

    private static byte[] bytes(Object data) {
        return Buffers.bytesOf(data);
    }

    /** Bytes, or a str as UTF-8. */
    private static byte[] bytesOrText(Object data) {
        TruffleString text = Str.valueOrNull(data);
        return text == null ? Buffers.bytesOf(data) : Utf8.encode(text, "strict");
    }

    @Builtin("register(search_function, /)")
    static void register(Object function) {
        CodecRegistry.get().register(function);
    }

    @Builtin("unregister(search_function, /)")
    static void unregister(Object function) {
        CodecRegistry.get().unregister(function);
    }

    @Builtin("lookup(encoding, /)")
    static Object lookup(TruffleString encoding) {
        if (Str.java(encoding).indexOf('\0') >= 0) {
            throw Errors.valueError("embedded null character");
        }
        return CodecRegistry.get().lookup(encoding);
    }

    @Builtin("register_error(errors, handler, /)")
    static void registerError(TruffleString errors, Object handler) {
        CodecRegistry.get().registerError(Str.java(errors), handler);
    }

    @Builtin("_unregister_error(errors, /)")
    static boolean unregisterError(TruffleString errors) {
        return CodecRegistry.get().unregisterError(Str.java(errors));
    }

    @Builtin("lookup_error(name, /)")
    static Object lookupError(TruffleString name) {
        return CodecRegistry.get().errorHandler(Str.java(name));
    }

    @Builtin("encode(obj, encoding='utf-8', errors='strict')")
    static Object encode(Object object, TruffleString encoding, TruffleString errors) {
        return CodecRegistry.get().encode(object, encoding, Str.java(errors));
    }

    @Builtin("decode(obj, encoding='utf-8', errors='strict')")
    static Object decode(Object object, TruffleString encoding, TruffleString errors) {
        return CodecRegistry.get().decode(object, encoding, Str.java(errors));
    }

    @Builtin("utf_8_encode(str, errors=None, /)")
    static Object utf8Encode(TruffleString text, TruffleString errors) {
        return encoded(text, Utf8.encode(text, handler(errors)));
    }

    @Builtin("utf_7_encode(str, errors=None, /)")
    static Object utf7Encode(TruffleString text, TruffleString errors) {
        return encoded(text, Utf7.encode(text));
    }

    @Builtin("ascii_encode(str, errors=None, /)")
    static Object asciiEncode(TruffleString text, TruffleString errors) {
        return encoded(text, SingleByte.encodeAscii(text, handler(errors)));
    }

    @Builtin("latin_1_encode(str, errors=None, /)")
    static Object latin1Encode(TruffleString text, TruffleString errors) {
        return encoded(text, SingleByte.encodeLatin1(text, handler(errors)));
    }

    @Builtin("unicode_escape_encode(str, errors=None, /)")
    static Object unicodeEscapeEncode(TruffleString text, TruffleString errors) {
        return encoded(text, UnicodeEscape.encode(text));
    }

    @Builtin("raw_unicode_escape_encode(str, errors=None, /)")
    static Object rawUnicodeEscapeEncode(TruffleString text, TruffleString errors) {
        return encoded(text, UnicodeEscape.encodeRaw(text));
    }

    @Builtin("utf_16_encode(str, errors=None, byteorder=0, /)")
    static Object utf16Encode(TruffleString text, TruffleString errors, int order) {
        return encoded(text, Utf16.encode(text, handler(errors), Integer.signum(order)));
    }

    @Builtin("utf_16_le_encode(str, errors=None, /)")
    static Object utf16LeEncode(TruffleString text, TruffleString errors) {
        return encoded(text, Utf16.encode(text, handler(errors), -1));
    }

    @Builtin("utf_16_be_encode(str, errors=None, /)")
    static Object utf16BeEncode(TruffleString text, TruffleString errors) {
        return encoded(text, Utf16.encode(text, handler(errors), 1));
    }

    @Builtin("utf_32_encode(str, errors=None, byteorder=0, /)")
    static Object utf32Encode(TruffleString text, TruffleString errors, int order) {
        return encoded(text, Utf32.encode(text, handler(errors), Integer.signum(order)));
    }

    @Builtin("utf_32_le_encode(str, errors=None, /)")
    static Object utf32LeEncode(TruffleString text, TruffleString errors) {
        return encoded(text, Utf32.encode(text, handler(errors), -1));
    }

    @Builtin("utf_32_be_encode(str, errors=None, /)")
    static Object utf32BeEncode(TruffleString text, TruffleString errors) {
        return encoded(text, Utf32.encode(text, handler(errors), 1));
    }

    @Builtin("utf_8_decode(data, errors=None, final=False, /)")
    static Object utf8Decode(Object data, TruffleString errors, boolean last) {
        return decoded(Utf8.decode(bytes(data), handler(errors), last));
    }

    @Builtin("utf_7_decode(data, errors=None, final=False, /)")
    static Object utf7Decode(Object data, TruffleString errors, boolean last) {
        return decoded(Utf7.decode(bytes(data), handler(errors), last));
    }

    @Builtin("unicode_escape_decode(data, errors=None, final=True, /)")
    static Object unicodeEscapeDecode(Object data, TruffleString errors, boolean last) {
        return decoded(UnicodeEscape.decode(bytesOrText(data), handler(errors), last));
    }

    @Builtin("raw_unicode_escape_decode(data, errors=None, final=True, /)")
    static Object rawUnicodeEscapeDecode(Object data, TruffleString errors, boolean last) {
        return decoded(UnicodeEscape.decodeRaw(bytesOrText(data), handler(errors), last));
    }

    @Builtin("utf_16_decode(data, errors=None, final=False, /)")
    static Object utf16Decode(Object data, TruffleString errors, boolean last) {
        return decoded(Utf16.decode(bytes(data), handler(errors), 0, last));
    }

    @Builtin("utf_16_le_decode(data, errors=None, final=False, /)")
    static Object utf16LeDecode(Object data, TruffleString errors, boolean last) {
        return decoded(Utf16.decode(bytes(data), handler(errors), -1, last));
    }

    @Builtin("utf_16_be_decode(data, errors=None, final=False, /)")
    static Object utf16BeDecode(Object data, TruffleString errors, boolean last) {
        return decoded(Utf16.decode(bytes(data), handler(errors), 1, last));
    }

    @Builtin("utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /)")
    static Object utf16ExDecode(Object data, TruffleString errors, int order, boolean last) {
        byte[] in = bytes(data);
        Decoded d = Utf16.decode(in, handler(errors), Integer.signum(order), last);
        long found = Utf16.detect(in, Integer.signum(order))[0];
        return new PyTuple(d.text(), (long) d.consumed(), found);
    }

    @Builtin("utf_32_decode(data, errors=None, final=False, /)")
    static Object utf32Decode(Object data, TruffleString errors, boolean last) {
        return decoded(Utf32.decode(bytes(data), handler(errors), 0, last));
    }

    @Builtin("utf_32_le_decode(data, errors=None, final=False, /)")
    static Object utf32LeDecode(Object data, TruffleString errors, boolean last) {
        return decoded(Utf32.decode(bytes(data), handler(errors), -1, last));
    }

    @Builtin("utf_32_be_decode(data, errors=None, final=False, /)")
    static Object utf32BeDecode(Object data, TruffleString errors, boolean last) {
        return decoded(Utf32.decode(bytes(data), handler(errors), 1, last));
    }

    @Builtin("utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /)")
    static Object utf32ExDecode(Object data, TruffleString errors, int order, boolean last) {
        byte[] in = bytes(data);
        Decoded d = Utf32.decode(in, handler(errors), Integer.signum(order), last);
        long found = Utf32.detect(in, Integer.signum(order))[0];
        return new PyTuple(d.text(), (long) d.consumed(), found);
    }

    @Builtin("ascii_decode(data, errors=None, /)")
    static Object asciiDecode(Object data, TruffleString errors) {
        byte[] in = bytes(data);
        return new PyTuple(SingleByte.decodeAscii(in, handler(errors)), (long) in.length);
    }

    @Builtin("latin_1_decode(data, errors=None, /)")
    static Object latin1Decode(Object data, TruffleString errors) {
        byte[] in = bytes(data);
        return new PyTuple(SingleByte.decodeLatin1(in), (long) in.length);
    }

    @Builtin("charmap_build(map, /)")
    static Object charmapBuild(TruffleString map) {
        return Charmap.build(map);
    }

    @Builtin("charmap_encode(str, errors=None, mapping=None, /)")
    static Object charmapEncode(TruffleString text, TruffleString errors, Object mapping) {
        return mapping == Singleton.NONE
                ? encoded(text, SingleByte.encodeLatin1(text, handler(errors)))
                : encoded(text, Charmap.encode(text, handler(errors), mapping));
    }

    @Builtin("charmap_decode(data, errors=None, mapping=None, /)")
    static Object charmapDecode(Object data, TruffleString errors, Object mapping) {
        byte[] in = bytes(data);
        TruffleString text =
                mapping == Singleton.NONE
                        ? SingleByte.decodeLatin1(in)
                        : Charmap.decode(in, handler(errors), mapping);
        return new PyTuple(text, (long) in.length);
    }

    @Builtin("escape_encode(data, errors=None, /)")
    static Object escapeEncode(PyBytes data, TruffleString errors) {
        return new PyTuple(new PyBytes(ByteEscape.encode(data.value)), (long) data.value.length);
    }

    @Builtin("escape_decode(data, errors=None, /)")
    static Object escapeDecode(Object data, TruffleString errors) {
        byte[] in = bytesOrText(data);
        return new PyTuple(new PyBytes(ByteEscape.decode(in, handler(errors))), (long) in.length);
    }

    @Builtin("readbuffer_encode(data, errors=None, /)")
    static Object readBufferEncode(Object data, TruffleString errors) {
        byte[] in = bytesOrText(data);
        return new PyTuple(new PyBytes(in.clone()), (long) in.length);
    }
}
