package org.jabiru.builtins.bytes;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import java.util.List;
import org.jabiru.builtins.codecs.Codecs;
import org.jabiru.builtins.format.PercentFormat;
import org.jabiru.builtins.ints.NewCheck;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.builtins.object.Finalizers;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.SequenceIndex;

/** The methods of bytes. */
@BuiltinType(
        value = "bytes",
        doc =
                "bytes(integers), bytes(text, encoding), bytes(buffer), bytes(size)\n"
                        + "\n"
                        + "An immutable sequence of bytes.")
public final class BytesType {
    public static final PyType TYPE =
            PyType.builtin("bytes", BytesTypeTable::new, type -> new PyBytes(type, new byte[0]))
                    .sequence();

    static {
        TYPE.collectionFlag = 0;
    }

    static final PyBytes SPACE = new PyBytes(new byte[] {' '});

    private BytesType() {}

    @Builtin(
            value =
                    "__new__(cls, source=<unrepresentable>, encoding=<unrepresentable>,"
                            + " errors=<unrepresentable>)",
            kind = BuiltinKind.NEW)
    static Object newInstance(Object cls, Object source, Object encoding, Object errors) {
        PyType type = NewCheck.subtype(TYPE, cls);
        if (encoding == null && errors == null) {
            if (type == TYPE && source instanceof PyBytes b && b.type() == TYPE) {
                return b;
            }
            PyBytes made = BytesConversion.specialOrNull(source);
            if (made != null) {
                return type == TYPE ? made : Finalizers.watched(new PyBytes(type, made.value));
            }
        }
        byte[] content = BytesConversion.content(source, encoding, errors, "bytes");
        return type == TYPE ? wrap(content) : Finalizers.watched(new PyBytes(type, content));
    }

    private static Object wrap(byte[] content) {
        return PyBytes.of(content);
    }

    private static PyList list(List<byte[]> parts) {
        PyList out = new PyList();
        parts.forEach(part -> out.append(wrap(part)));
        return out;
    }

    private static Object compare(Comparison.Op op, PyBytes self, Object value) {
        if (value instanceof PyBytes other) {
            boolean equality = op == Comparison.Op.EQ || op == Comparison.Op.NE;
            return equality
                    ? Arrays.equals(self.value, other.value) == (op == Comparison.Op.EQ)
                    : op.holds(Arrays.compareUnsigned(self.value, other.value));
        }
        if (op == Comparison.Op.EQ || op == Comparison.Op.NE) {
            BytesWarnings.comparison("bytes", value);
        }
        return Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyBytes self) {
        return self.hash();
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyBytes self) {
        return ByteText.repr(self.value, self.value.length);
    }

    @Builtin("__str__(self, /)")
    static String str(PyBytes self) {
        BytesWarnings.conversion("bytes");
        return repr(self);
    }

    @Builtin("__bytes__(self, /)")
    static Object toBytes(PyBytes self) {
        return self.type() == TYPE ? self : wrap(self.value);
    }

    @Builtin("__buffer__(self, flags, /)")
    static Object buffer(PyBytes self, int flags) {
        return new PyMemoryView(self.getBuffer(flags));
    }

    @Builtin("__len__(self, /)")
    static long length(PyBytes self) {
        return self.value.length;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyBytes self) {
        return new PyBytesIterator(self);
    }

    @Builtin("__getnewargs__(self, /)")
    static Object getNewArgs(PyBytes self) {
        return new PyTuple(wrap(self.value));
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyBytes self, Object key) {
        if (key instanceof PySlice slice) {
            PySlice.Indices i = slice.indices(self.value.length);
            if (i.count() == self.value.length && i.step() == 1 && self.type() == TYPE) {
                return self;
            }
            return wrap(ByteStrings.slice(self.value, i));
        }
        int at = SequenceIndex.of(key, self.value.length, "byte", "index out of range");
        return (long) (self.value[at] & 0xff);
    }

    @Builtin("__add__(self, value, /)")
    static Object add(PyBytes self, Object value) {
        if (value instanceof PyBytes b) {
            if (self.value.length == 0 && b.type() == TYPE) {
                return b;
            }
            if (b.value.length == 0 && self.type() == TYPE) {
                return self;
            }
        }
        return wrap(ByteStrings.concat(self.value, self.value.length, value, "bytes"));
    }

    @Builtin(value = "fromhex(cls, string, /)", kind = BuiltinKind.CLASS)
    static Object fromHex(PyType cls, Object text) {
        Object made = wrap(ByteText.fromHex(text));
        return cls == TYPE ? made : Call.call(cls, made);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyBytes self, Object value) {
        return compare(Comparison.Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyBytes self, Object value) {
        return compare(Comparison.Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyBytes self, Object value) {
        return compare(Comparison.Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyBytes self, Object value) {
        return compare(Comparison.Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyBytes self, Object value) {
        return compare(Comparison.Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyBytes self, Object value) {
        return compare(Comparison.Op.GE, self, value);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyBytes self, Object key) {
        return ByteStrings.contains(self.value, self.value.length, key);
    }

    @Builtin("__mul__(self, value, /)")
    static Object mul(PyBytes self, Object value) {
        long count = SequenceIndex.repeatCount(value);
        if (self.type() == TYPE && (count == 1 || self.value.length == 0)) {
            return self;
        }
        // As in CPython an object of its own even when it is empty, which tracemalloc tells.
        return new PyBytes(ByteStrings.repeat(self.value, self.value.length, count));
    }

    @Builtin("__rmul__(self, value, /)")
    static Object rmul(PyBytes self, Object value) {
        return mul(self, value);
    }

    @Builtin("__mod__(self, value, /)")
    static Object mod(PyBytes self, Object value) {
        TruffleString format = Str.ofLatin1(self.value, 0, self.value.length);
        return wrap(PyBytes.ofLatin1(PercentFormat.formatBytes(format, value)).value);
    }

    @Builtin("__rmod__(self, value, /)")
    static Object rmod(Object self, Object value) {
        return value instanceof PyBytes v ? mod(v, self) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(
            value = "find(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int find(PyBytes self, Object sub, Object start, Object end) {
        return ByteStrings.find(self.value, self.value.length, sub, start, end, false);
    }

    @Builtin(
            value = "rfind(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int rfind(PyBytes self, Object sub, Object start, Object end) {
        return ByteStrings.find(self.value, self.value.length, sub, start, end, true);
    }

    @Builtin(
            value = "index(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int index(PyBytes self, Object sub, Object start, Object end) {
        return ByteStrings.index(self.value, self.value.length, sub, start, end, false);
    }

    @Builtin(
            value = "rindex(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int rindex(PyBytes self, Object sub, Object start, Object end) {
        return ByteStrings.index(self.value, self.value.length, sub, start, end, true);
    }

    @Builtin(
            value = "count(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static long count(PyBytes self, Object sub, Object start, Object end) {
        return ByteStrings.count(self.value, self.value.length, sub, start, end);
    }

    @Builtin(
            value = "startswith(self, prefix, start=None, end=None, /)",
            shown = "($self, prefix[, start[, end]], /)")
    static boolean startsWith(PyBytes self, Object prefix, Object start, Object end) {
        return ByteStrings.hasAffix(self.value, self.value.length, prefix, start, end, false);
    }

    @Builtin(
            value = "endswith(self, suffix, start=None, end=None, /)",
            shown = "($self, suffix[, start[, end]], /)")
    static boolean endsWith(PyBytes self, Object suffix, Object start, Object end) {
        return ByteStrings.hasAffix(self.value, self.value.length, suffix, start, end, true);
    }

    @Builtin("removeprefix(self, prefix, /)")
    static Object removePrefix(PyBytes self, Object prefix) {
        byte[] p = Buffers.bytesOf(prefix);
        int from =
                p.length > 0 && ByteStrings.hasAffix(self.value, p, 0, self.value.length, false)
                        ? p.length
                        : 0;
        return wrap(Arrays.copyOfRange(self.value, from, self.value.length));
    }

    @Builtin("removesuffix(self, suffix, /)")
    static Object removeSuffix(PyBytes self, Object suffix) {
        byte[] p = Buffers.bytesOf(suffix);
        int cut =
                p.length > 0 && ByteStrings.hasAffix(self.value, p, 0, self.value.length, true)
                        ? p.length
                        : 0;
        return wrap(Arrays.copyOf(self.value, self.value.length - cut));
    }

    @Builtin("replace(self, old, new, count=-1, /)")
    static Object replace(PyBytes self, Object old, Object by, long count) {
        return wrap(ByteStrings.replace(self.value, self.value.length, old, by, count));
    }

    @Builtin("join(self, iterable_of_bytes, /)")
    static Object join(PyBytes self, Object items) {
        return wrap(ByteStrings.join(self.value, self.value.length, items));
    }

    @Builtin("translate(self, table, /, delete=b'')")
    static Object translate(PyBytes self, Object table, Object delete) {
        return wrap(ByteStrings.translate(self.value, self.value.length, table, delete));
    }

    @Builtin(value = "maketrans(frm, to, /)", kind = BuiltinKind.STATIC)
    static Object makeTrans(Object from, Object to) {
        return new PyBytes(ByteStrings.makeTable(from, to));
    }

    @Builtin("upper(self, /)")
    static Object upper(PyBytes self) {
        return wrap(ByteCase.upper(self.value, self.value.length));
    }

    @Builtin("lower(self, /)")
    static Object lower(PyBytes self) {
        return wrap(ByteCase.lower(self.value, self.value.length));
    }

    @Builtin("swapcase(self, /)")
    static Object swapCase(PyBytes self) {
        return wrap(ByteCase.swapCase(self.value, self.value.length));
    }

    @Builtin("capitalize(self, /)")
    static Object capitalize(PyBytes self) {
        return wrap(ByteCase.capitalize(self.value, self.value.length));
    }

    @Builtin("title(self, /)")
    static Object title(PyBytes self) {
        return wrap(ByteCase.title(self.value, self.value.length));
    }

    @Builtin("isalnum(self, /)")
    static boolean isAlnum(PyBytes self) {
        return ByteCase.all(
                self.value, self.value.length, b -> ByteCase.isAlpha(b) || ByteCase.isDigit(b));
    }

    @Builtin("isalpha(self, /)")
    static boolean isAlpha(PyBytes self) {
        return ByteCase.all(self.value, self.value.length, ByteCase::isAlpha);
    }

    @Builtin("isdigit(self, /)")
    static boolean isDigit(PyBytes self) {
        return ByteCase.all(self.value, self.value.length, ByteCase::isDigit);
    }

    @Builtin("isspace(self, /)")
    static boolean isSpace(PyBytes self) {
        return ByteCase.all(self.value, self.value.length, ByteSplit::isSpace);
    }

    @Builtin("isascii(self, /)")
    static boolean isAscii(PyBytes self) {
        return ByteCase.isAscii(self.value, self.value.length);
    }

    @Builtin("isupper(self, /)")
    static boolean isUpper(PyBytes self) {
        return ByteCase.isCase(self.value, self.value.length, true);
    }

    @Builtin("islower(self, /)")
    static boolean isLower(PyBytes self) {
        return ByteCase.isCase(self.value, self.value.length, false);
    }

    @Builtin("istitle(self, /)")
    static boolean isTitle(PyBytes self) {
        return ByteCase.isTitle(self.value, self.value.length);
    }

    @Builtin("ljust(self, width, fillchar=b' ', /)")
    static Object ljust(PyBytes self, long width, Object fill) {
        return wrap(
                ByteCase.pad(
                        self.value,
                        self.value.length,
                        width,
                        fill == null ? SPACE : fill,
                        "ljust",
                        -1));
    }

    @Builtin("rjust(self, width, fillchar=b' ', /)")
    static Object rjust(PyBytes self, long width, Object fill) {
        return wrap(
                ByteCase.pad(
                        self.value,
                        self.value.length,
                        width,
                        fill == null ? SPACE : fill,
                        "rjust",
                        1));
    }

    @Builtin("center(self, width, fillchar=b' ', /)")
    static Object center(PyBytes self, long width, Object fill) {
        return wrap(
                ByteCase.pad(
                        self.value,
                        self.value.length,
                        width,
                        fill == null ? SPACE : fill,
                        "center",
                        0));
    }

    @Builtin("zfill(self, width, /)")
    static Object zfill(PyBytes self, long width) {
        return wrap(ByteCase.zeroFill(self.value, self.value.length, width));
    }

    @Builtin("expandtabs(self, /, tabsize=8)")
    static Object expandTabs(PyBytes self, int tabSize) {
        return wrap(ByteCase.expandTabs(self.value, self.value.length, tabSize));
    }

    @Builtin("strip(self, bytes=None, /)")
    static Object strip(PyBytes self, Object bytes) {
        return wrap(ByteSplit.strip(self.value, self.value.length, bytes, true, true));
    }

    @Builtin("lstrip(self, bytes=None, /)")
    static Object lstrip(PyBytes self, Object bytes) {
        return wrap(ByteSplit.strip(self.value, self.value.length, bytes, true, false));
    }

    @Builtin("rstrip(self, bytes=None, /)")
    static Object rstrip(PyBytes self, Object bytes) {
        return wrap(ByteSplit.strip(self.value, self.value.length, bytes, false, true));
    }

    @Builtin("split(self, /, sep=None, maxsplit=-1)")
    static Object split(PyBytes self, Object separator, long limit) {
        return list(ByteSplit.split(self.value, self.value.length, separator, limit));
    }

    @Builtin("rsplit(self, /, sep=None, maxsplit=-1)")
    static Object rsplit(PyBytes self, Object separator, long limit) {
        return list(ByteSplit.splitRight(self.value, self.value.length, separator, limit));
    }

    @Builtin("splitlines(self, /, keepends=False)")
    static Object splitLines(PyBytes self, boolean keepEnds) {
        return list(ByteSplit.splitLines(self.value, self.value.length, keepEnds));
    }

    @Builtin("partition(self, sep, /)")
    static Object partition(PyBytes self, Object separator) {
        return ByteSplit.partition(self, separator, false);
    }

    @Builtin("rpartition(self, sep, /)")
    static Object rpartition(PyBytes self, Object separator) {
        return ByteSplit.partition(self, separator, true);
    }

    @Builtin(
            value = "hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)",
            doc =
                    "The bytes in hexadecimal, with a separator between groups if one is given.\n"
                            + "\n"
                            + "    >>> b'abcd'.hex('-', 2)\n"
                            + "    '6162-6364'")
    static String hex(PyBytes self, Object sep, int group) {
        return ByteText.hex(self.value, self.value.length, sep, group);
    }

    @Builtin("decode(self, /, encoding='utf-8', errors='strict')")
    static Object decode(PyBytes self, TruffleString encoding, TruffleString errors) {
        return Codecs.decode(self.value, encoding, errors);
    }
}
