package org.jabiru.capi.api;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.str.StrTransform;
import org.jabiru.builtins.str.StrType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.libc.FsEncoding;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;

/** Unicode Objects and Codecs. */
public final class UnicodeApi {
    /** Py_CLEANUP_SUPPORTED: PyArg_Parse calls the converter again with NULL when it fails. */
    private static final int CLEANUP_SUPPORTED = 0x20000;

    private UnicodeApi() {}

    private static TruffleString str(Object o) {
        TruffleString s = Str.valueOrNull(o);
        if (s == null) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        return s;
    }

    private static Object textOr(String text, String otherwise) {
        return Str.of(text == null ? otherwise : text);
    }

    public static Object PyUnicode_AsEncodedString(
            CapiContext context, Object unicode, String encoding, String errors) {
        return Call.method(
                str(unicode), "encode", textOr(encoding, "utf-8"), textOr(errors, "strict"));
    }

    /** What C does not do itself: text that is not valid UTF-8. */
    public static Object PyUnicode_DecodeUTF8(
            CapiContext context, long string, long length, long errors) {
        PyBytes bytes = new PyBytes(Memory.getBytes(string, length));
        return Call.method(
                bytes,
                "decode",
                Str.name("utf-8"),
                textOr(errors == 0 ? null : Memory.string(errors), "strict"));
    }

    public static Object PyUnicode_AsASCIIString(CapiContext context, Object unicode) {
        return encode("ascii_encode", str(unicode));
    }

    public static Object PyUnicode_AsLatin1String(CapiContext context, Object unicode) {
        return encode("latin_1_encode", str(unicode));
    }

    public static Object PyUnicode_AsUTF16String(CapiContext context, Object unicode) {
        return encode("utf_16_encode", str(unicode));
    }

    public static Object PyUnicode_AsUTF32String(CapiContext context, Object unicode) {
        return encode("utf_32_encode", str(unicode));
    }

    public static Object PyUnicode_AsUnicodeEscapeString(CapiContext context, Object unicode) {
        return encode("unicode_escape_encode", str(unicode));
    }

    public static Object PyUnicode_AsRawUnicodeEscapeString(CapiContext context, Object unicode) {
        return encode("raw_unicode_escape_encode", str(unicode));
    }

    public static Object PyUnicode_AsCharmapString(
            CapiContext context, Object unicode, Object mapping) {
        if (mapping == null) {
            throw Support.badArgument();
        }
        Object text = str(unicode);
        needItems(mapping);
        return encode("charmap_encode", text, Singleton.NONE, mapping);
    }

    public static Object PyUnicode_DecodeASCII(
            CapiContext context, long string, long length, String errors) {
        return decode("ascii_decode", string, length, errors).get(0);
    }

    public static Object PyUnicode_DecodeLatin1(
            CapiContext context, long string, long length, String errors) {
        return decode("latin_1_decode", string, length, errors).get(0);
    }

    public static Object PyUnicode_DecodeUTF7(
            CapiContext context, long string, long length, String errors) {
        return decode("utf_7_decode", string, length, errors, true).get(0);
    }

    public static Object PyUnicode_DecodeUnicodeEscape(
            CapiContext context, long string, long length, String errors) {
        return decode("unicode_escape_decode", string, length, errors, true).get(0);
    }

    public static Object PyUnicode_DecodeRawUnicodeEscape(
            CapiContext context, long string, long length, String errors) {
        return decode("raw_unicode_escape_decode", string, length, errors, true).get(0);
    }

    /** None is no mapping here, where it is one in the module _codecs. */
    private static void needItems(Object mapping) {
        if (mapping == Singleton.NONE) {
            throw Errors.typeError("'NoneType' object is not subscriptable");
        }
    }

    public static Object PyUnicode_DecodeCharmap(
            CapiContext context, long string, long length, Object mapping, String errors) {
        if (length != 0) {
            needItems(mapping);
        }
        return decode("charmap_decode", string, length, errors, Support.orNone(mapping)).get(0);
    }

    public static Object PyUnicode_DecodeUTF8Stateful(
            CapiContext context, long string, long length, long errors, long consumed) {
        return stateful("utf_8_decode", string, length, Support.stringOrNull(errors), consumed);
    }

    public static Object PyUnicode_DecodeUTF7Stateful(
            CapiContext context, long string, long length, long errors, long consumed) {
        return stateful("utf_7_decode", string, length, Support.stringOrNull(errors), consumed);
    }

    public static Object PyUnicode_DecodeUTF16(
            CapiContext context, long string, long length, String errors, long byteorder) {
        return wide("utf_16_ex_decode", string, length, errors, byteorder, 0);
    }

    public static Object PyUnicode_DecodeUTF16Stateful(
            CapiContext context,
            long string,
            long length,
            String errors,
            long byteorder,
            long consumed) {
        return wide("utf_16_ex_decode", string, length, errors, byteorder, consumed);
    }

    public static Object PyUnicode_DecodeUTF32(
            CapiContext context, long string, long length, String errors, long byteorder) {
        return wide("utf_32_ex_decode", string, length, errors, byteorder, 0);
    }

    public static Object PyUnicode_DecodeUTF32Stateful(
            CapiContext context,
            long string,
            long length,
            String errors,
            long byteorder,
            long consumed) {
        return wide("utf_32_ex_decode", string, length, errors, byteorder, consumed);
    }

    public static Object PyUnicode_Decode(
            CapiContext context, long s, long size, String encoding, String errors) {
        return Call.method(
                Support.bytes(s, size),
                "decode",
                textOr(encoding, "utf-8"),
                textOr(errors, "strict"));
    }

    public static Object PyUnicode_FromEncodedObject(
            CapiContext context, Object obj, String encoding, String errors) {
        if (Str.valueOrNull(obj) != null) {
            throw Errors.typeError("decoding str is not supported");
        }
        if (!Buffers.isBuffer(obj)) {
            throw Errors.typeError(
                    "decoding to str: need a bytes-like object, %s found", Support.typeName(obj));
        }
        PyBytes data = obj instanceof PyBytes b ? b : new PyBytes(Buffers.bytesOf(obj));
        return Call.method(data, "decode", textOr(encoding, "utf-8"), textOr(errors, "strict"));
    }

    public static Object PyUnicode_FromObject(CapiContext context, Object obj) {
        TruffleString s = Str.valueOrNull(obj);
        if (s == null) {
            throw Errors.typeError(
                    "Can't convert '%s' object to str implicitly", Support.typeName(obj));
        }
        if (s != obj && Str.length(s) > 1) {
            // The value of a subclass's instance, which may be an object of its own.
            CodePoints points = CodePoints.of(s);
            return new StrBuilder(points.length()).append(points, 0, points.length()).toStr();
        }
        return s;
    }

    public static Object PyUnicode_DecodeFSDefaultAndSize(CapiContext context, long s, long size) {
        return FsEncoding.decode(Memory.getBytes(s, size));
    }

    public static Object PyUnicode_DecodeFSDefault(CapiContext context, long s) {
        return FsEncoding.decode(Memory.getBytes(s, Memory.stringLength(s)));
    }

    public static Object PyUnicode_DecodeLocaleAndSize(
            CapiContext context, long str, long len, String errors) {
        return Call.method(
                Support.bytes(str, len), "decode", Str.of("utf-8"), textOr(errors, "strict"));
    }

    public static Object PyUnicode_DecodeLocale(CapiContext context, long str, String errors) {
        return PyUnicode_DecodeLocaleAndSize(context, str, Memory.stringLength(str), errors);
    }

    public static Object PyUnicode_EncodeLocale(
            CapiContext context, Object unicode, String errors) {
        Object text = str(unicode);
        if (errors != null && !errors.equals("strict") && !errors.equals("surrogateescape")) {
            throw Errors.valueError("unsupported error handler");
        }
        return Call.method(text, "encode", Str.of("utf-8"), textOr(errors, "strict"));
    }

    public static Object PyUnicode_EncodeFSDefault(CapiContext context, Object unicode) {
        return new PyBytes(FsEncoding.encode(str(unicode)));
    }

    public static int PyUnicode_FSConverter(CapiContext context, Object obj, long result) {
        if (obj == null) {
            context.crossing.release(Memory.getLong(result));
            Memory.putLong(result, 0);
            return 1;
        }
        Object path = Support.function("posix", "fspath", obj);
        PyBytes bytes = path instanceof PyBytes b ? b : new PyBytes(FsEncoding.encode(str(path)));
        for (byte x : bytes.value) {
            if (x == 0) {
                throw Errors.valueError("embedded null byte");
            }
        }
        Memory.putLong(result, context.toNewReference(bytes));
        return CLEANUP_SUPPORTED;
    }

    public static int PyUnicode_FSDecoder(CapiContext context, Object obj, long result) {
        if (obj == null) {
            context.crossing.release(Memory.getLong(result));
            Memory.putLong(result, 0);
            return 1;
        }
        Object path = Support.function("posix", "fspath", obj);
        TruffleString text = path instanceof PyBytes b ? FsEncoding.decode(b.value) : str(path);
        for (int i = 0; i < Str.length(text); i++) {
            if (Str.codePointAt(text, i) == 0) {
                throw Errors.valueError("embedded null character");
            }
        }
        Memory.putLong(result, context.toNewReference(text));
        return CLEANUP_SUPPORTED;
    }

    public static Object PyUnicode_BuildEncodingMap(CapiContext context, Object string) {
        return Support.function("_codecs", "charmap_build", string);
    }

    public static Object PyUnicode_Concat(CapiContext context, Object left, Object right) {
        must(left);
        if (Str.valueOrNull(right) == null) {
            throw Errors.typeError(
                    "can only concatenate str (not \"%s\") to str", Support.typeName(right));
        }
        return own("__add__", left, right);
    }

    public static boolean PyUnicode_Contains(
            CapiContext context, Object container, Object element) {
        if (Str.valueOrNull(element) == null) {
            throw Errors.typeError(
                    "'in <string>' requires string as left operand, not %s",
                    Support.typeName(element));
        }
        must(container);
        return Truth.isTrue(own("__contains__", container, element));
    }

    public static int PyUnicode_Compare(CapiContext context, Object left, Object right) {
        TruffleString a = Str.valueOrNull(left);
        TruffleString b = Str.valueOrNull(right);
        if (a == null || b == null) {
            throw Errors.typeError(
                    "Can't compare %s and %s", Support.typeName(left), Support.typeName(right));
        }
        return Comparison.equal(a, b) ? 0 : Comparison.less(a, b) ? -1 : 1;
    }

    public static Object PyUnicode_RichCompare(
            CapiContext context, Object left, Object right, int op) {
        if (Str.valueOrNull(left) == null || Str.valueOrNull(right) == null) {
            return Singleton.NOT_IMPLEMENTED;
        }
        return Comparison.compare(
                Comparison.Op.values()[op], Str.valueOrNull(left), Str.valueOrNull(right));
    }

    public static boolean PyUnicode_Equal(CapiContext context, Object str1, Object str2) {
        for (int i = 0; i < 2; i++) {
            if (Str.valueOrNull(i == 0 ? str1 : str2) == null) {
                throw Errors.typeError(
                        "%s argument must be str, not %s",
                        i == 0 ? "first" : "second", Support.fullName(i == 0 ? str1 : str2));
            }
        }
        return Comparison.equal(Str.valueOrNull(str1), Str.valueOrNull(str2));
    }

    public static long PyUnicode_Count(
            CapiContext context, Object str, Object substr, long start, long end) {
        must(str);
        must(substr);
        return (Long) own("count", str, substr, start, end);
    }

    public static long PyUnicode_Find(
            CapiContext context, Object str, Object substr, long start, long end, int direction) {
        must(str);
        must(substr);
        return (Long) own(direction > 0 ? "find" : "rfind", str, substr, start, end);
    }

    public static long PyUnicode_FindChar(
            CapiContext context, Object str, int ch, long start, long end, int direction) {
        must(str);
        if (ch < 0 || ch > Character.MAX_CODE_POINT) {
            return -1;
        }
        Object one = Str.ofCodePoint(ch);
        return (Long) own(direction > 0 ? "find" : "rfind", str, one, start, end);
    }

    public static boolean PyUnicode_Tailmatch(
            CapiContext context, Object str, Object substr, long start, long end, int direction) {
        must(str);
        must(substr);
        return Truth.isTrue(
                own(direction > 0 ? "endswith" : "startswith", str, substr, start, end));
    }

    public static Object PyUnicode_Format(CapiContext context, Object format, Object args) {
        must(format);
        return own("__mod__", format, args);
    }

    public static boolean PyUnicode_IsIdentifier(CapiContext context, Object s) {
        return Truth.isTrue(own("isidentifier", s));
    }

    public static Object PyUnicode_Join(CapiContext context, Object separator, Object seq) {
        Object items = SequenceApi.PySequence_Fast(context, seq, "can only join an iterable");
        if (Sequences.length(items) == 0) {
            return Str.EMPTY;
        }
        if (Sequences.length(items) == 1) {
            Object only = Sequences.getItem(items, 0L);
            return only instanceof TruffleString ? only : own("join", Str.EMPTY, items);
        }
        if (separator != null && Str.valueOrNull(separator) == null) {
            throw Errors.typeError(
                    "separator: expected str instance, %s found", Support.typeName(separator));
        }
        return own("join", separator == null ? Str.of(" ") : separator, items);
    }

    public static Object PyUnicode_Partition(CapiContext context, Object s, Object sep) {
        must(s);
        must(sep);
        return own("partition", s, sep);
    }

    public static Object PyUnicode_RPartition(CapiContext context, Object s, Object sep) {
        must(s);
        must(sep);
        return own("rpartition", s, sep);
    }

    public static Object PyUnicode_Split(CapiContext context, Object s, Object sep, long maxsplit) {
        must(s);
        if (sep != null) {
            must(sep);
        }
        return own("split", s, Support.orNone(sep), maxsplit);
    }

    public static Object PyUnicode_RSplit(
            CapiContext context, Object s, Object sep, long maxsplit) {
        must(s);
        if (sep != null) {
            must(sep);
        }
        return own("rsplit", s, Support.orNone(sep), maxsplit);
    }

    public static Object PyUnicode_Splitlines(CapiContext context, Object s, int keepends) {
        must(s);
        return own("splitlines", s, keepends != 0);
    }

    public static Object PyUnicode_Replace(
            CapiContext context, Object str, Object substr, Object replstr, long maxcount) {
        must(str);
        must(substr);
        must(replstr);
        return own("replace", str, substr, replstr, maxcount);
    }

    public static Object PyUnicode_Substring(
            CapiContext context, Object str, long start, long end) {
        if (start < 0 || end < 0) {
            throw Errors.indexError("string index out of range");
        }
        must(str);
        return Sequences.getItem(Str.valueOrNull(str), new PySlice(start, end, Singleton.NONE));
    }

    public static Object PyUnicode_Translate(
            CapiContext context, Object str, Object table, String errors) {
        must(str);
        if (table == null) {
            throw Support.badArgument();
        }
        TruffleString text = Str.valueOrNull(str);
        return StrTransform.translate(
                text,
                table,
                (out, start, end) -> {
                    Object error =
                            Call.call(
                                    ExceptionTypes.UnicodeTranslateError,
                                    text,
                                    (long) start,
                                    (long) end,
                                    Str.of("character maps to <undefined>"));
                    Object handler = CodecApi.PyCodec_LookupError(context, errors);
                    return append(out, Call.call(handler, error), Str.length(text));
                });
    }

    /** What an error handler gave: a str and the position to go on from. */
    private static int append(StrBuilder out, Object result, int length) {
        if (!(result instanceof PyTuple t
                && t.size() == 2
                && Str.valueOrNull(t.get(0)) != null
                && Numbers.intOrNull(t.get(1)) instanceof Long to)) {
            throw Errors.typeError("translating error handler must return (str, int) tuple");
        }
        long next = to < 0 ? to + length : to;
        if (next < 0 || next > length) {
            throw Errors.indexError("position %d from error handler out of bounds", to);
        }
        out.append(Str.valueOrNull(t.get(0)));
        return (int) next;
    }

    public static Object PyUnicode_AsDecodedObject(
            CapiContext context, Object unicode, String encoding, String errors) {
        str(unicode);
        return Support.function(
                "_codecs", "decode", unicode, textOr(encoding, "utf-8"), textOr(errors, "strict"));
    }

    public static Object PyUnicode_AsDecodedUnicode(
            CapiContext context, Object unicode, String encoding, String errors) {
        str(unicode);
        return Support.function(
                "_codecs", "decode", unicode, textOr(encoding, "utf-8"), textOr(errors, "strict"));
    }

    public static Object PyUnicode_AsEncodedObject(
            CapiContext context, Object unicode, String encoding, String errors) {
        str(unicode);
        return Support.function(
                "_codecs", "encode", unicode, textOr(encoding, "utf-8"), textOr(errors, "strict"));
    }

    public static Object PyUnicode_AsEncodedUnicode(
            CapiContext context, Object unicode, String encoding, String errors) {
        str(unicode);
        return Support.function(
                "_codecs", "encode", unicode, textOr(encoding, "utf-8"), textOr(errors, "strict"));
    }

    /** What str itself does, whatever a subclass has made of it. */
    private static Object own(String method, Object... args) {
        return Support.own(StrType.TYPE, method, args);
    }

    private static void must(Object o) {
        if (Str.valueOrNull(o) == null) {
            throw Errors.typeError("must be str, not %s", Support.typeName(o));
        }
    }

    private static Object encode(String codec, Object... args) {
        return ((PyTuple) Support.function("_codecs", codec, args)).get(0);
    }

    private static PyTuple decode(
            String codec, long string, long length, String errors, Object... more) {
        Object[] args = new Object[2 + more.length];
        args[0] = Support.bytes(string, length);
        args[1] = Support.textOrNone(errors);
        System.arraycopy(more, 0, args, 2, more.length);
        return (PyTuple) Support.function("_codecs", codec, args);
    }

    /** Decodes what is complete and says how much that was; all of it when consumed is NULL. */
    private static Object stateful(
            String codec, long string, long length, String errors, long consumed) {
        PyTuple result = decode(codec, string, length, errors, consumed == 0);
        if (consumed != 0) {
            Memory.putLong(consumed, (Long) result.get(1));
        }
        return result.get(0);
    }

    /** UTF-16 and UTF-32: the byte order is looked for when 0, and given back. */
    private static Object wide(
            String codec, long string, long length, String errors, long byteorder, long consumed) {
        long order = byteorder == 0 ? 0 : Memory.getInt(byteorder);
        PyTuple result = decode(codec, string, length, errors, order, consumed == 0);
        if (byteorder != 0) {
            Memory.putInt(byteorder, ((Long) result.get(2)).intValue());
        }
        if (consumed != 0) {
            Memory.putLong(consumed, (Long) result.get(1));
        }
        return result.get(0);
    }
}
