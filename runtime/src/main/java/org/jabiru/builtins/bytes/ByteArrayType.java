package org.jabiru.builtins.bytes;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
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
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.SequenceIndex;

/** The methods of bytearray. Those that change its size are in {@link ByteArrayChanges}. */
@BuiltinType(
        value = "bytearray",
        doc =
                "bytearray(integers), bytearray(text, encoding), bytearray(buffer), bytearray(size)\n"
                        + "\n"
                        + "A mutable sequence of bytes.")
public final class ByteArrayType {
    public static final PyType TYPE =
            PyType.builtin(
                            "bytearray",
                            ByteArrayTypeTable::new,
                            type -> new PyByteArray(type, new byte[0]))
                    .withTable(ByteArrayChangesTable::new)
                    .sequence();

    static {
        TYPE.collectionFlag = 0;
    }

    private static final PyBytes SPACE = BytesType.SPACE;

    private ByteArrayType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(Object cls, Object[] args, Object keywords) {
        return Finalizers.watched(new PyByteArray(NewCheck.subtype(TYPE, cls), new byte[0]));
    }

    @Builtin(
            "__init__(self, source=<unrepresentable>, encoding=<unrepresentable>,"
                    + " errors=<unrepresentable>)")
    static void init(PyByteArray self, Object source, Object encoding, Object errors) {
        if (encoding == null && errors == null && BytesConversion.isIterated(source)) {
            // One by one, so that the iterator sees what is there already.
            self.resize(0);
            Object iterator = BytesConversion.iterator(source, "bytearray");
            for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
                byte b = ByteStrings.toByte(x);
                self.resize(self.size() + 1);
                self.backing()[self.size() - 1] = b;
            }
            return;
        }
        self.set(BytesConversion.content(source, encoding, errors, "bytearray"));
    }

    /** Does something that may call Python code with the argument; then no byte may be moved. */
    private static <T> T locked(PyByteArray self, Object argument, Supplier<T> action) {
        if (argument instanceof PyBytes b && b.type() == BytesType.TYPE
                || argument instanceof Long
                || argument == null) {
            return action.get();
        }
        self.lock();
        try {
            return action.get();
        } finally {
            self.unlock();
        }
    }

    private static Object wrap(byte[] content) {
        return new PyByteArray(content);
    }

    private static PyList list(List<byte[]> parts) {
        PyList out = new PyList();
        parts.forEach(part -> out.append(wrap(part)));
        return out;
    }

    private static PyTuple tuple(List<byte[]> parts) {
        return new PyTuple(parts.stream().map(ByteArrayType::wrap).toArray());
    }

    private static Object compare(Comparison.Op op, PyByteArray self, Object value) {
        if (!Buffers.isBuffer(value)) {
            if (op == Comparison.Op.EQ || op == Comparison.Op.NE) {
                BytesWarnings.comparison("bytearray", value);
            }
            return Singleton.NOT_IMPLEMENTED;
        }
        byte[] other = Buffers.bytesOf(value);
        return op.holds(
                Arrays.compareUnsigned(self.backing(), 0, self.size(), other, 0, other.length));
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyByteArray self) {
        boolean single = false;
        boolean dual = false;
        for (int i = 0; i < self.size(); i++) {
            single |= self.backing()[i] == '\'';
            dual |= self.backing()[i] == '"';
        }
        char quote = single && !dual ? '"' : '\'';
        String literal = ByteText.literal(self.backing(), self.size(), quote);
        // Unlike that of bytes, this one escapes single quotes between double quotes too.
        return self.type().name() + "(" + literal.replace("'", quote == '"' ? "\\'" : "'") + ")";
    }

    @Builtin("__str__(self, /)")
    static String str(PyByteArray self) {
        BytesWarnings.conversion("bytearray");
        return repr(self);
    }

    @Builtin("__buffer__(self, flags, /)")
    static Object buffer(PyByteArray self, int flags) {
        return new PyMemoryView(self.getBuffer(flags));
    }

    @Builtin("__release_buffer__(self, buffer, /)")
    static void releaseBuffer(PyByteArray self, PyMemoryView buffer) {
        buffer.releaseFor(self);
    }

    @Builtin("__len__(self, /)")
    static long length(PyByteArray self) {
        return self.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyByteArray self) {
        return new PyBytesIterator(self);
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyByteArray self, Object key) {
        if (key instanceof PySlice slice) {
            PySlice.Indices i = slice.indices(self.size());
            return wrap(ByteStrings.slice(self.backing(), i));
        }
        int at = SequenceIndex.of(key, self.size(), "bytearray", "bytearray index out of range");
        return (long) (self.get(at) & 0xff);
    }

    @Builtin("__add__(self, value, /)")
    static Object add(PyByteArray self, Object value) {
        return wrap(ByteStrings.concat(self.backing(), self.size(), value, "bytearray"));
    }

    @Builtin("__alloc__(self, /)")
    static long alloc(PyByteArray self) {
        return self.size() == 0 ? 0 : self.backing().length + 1;
    }

    @Builtin(value = "fromhex(cls, string, /)", kind = BuiltinKind.CLASS)
    static Object fromHex(PyType cls, Object text) {
        byte[] made = ByteText.fromHex(text);
        return cls == TYPE ? wrap(made) : Call.call(cls, new PyBytes(made));
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyByteArray self, Object value) {
        return compare(Comparison.Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyByteArray self, Object value) {
        return compare(Comparison.Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyByteArray self, Object value) {
        return compare(Comparison.Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyByteArray self, Object value) {
        return compare(Comparison.Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyByteArray self, Object value) {
        return compare(Comparison.Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyByteArray self, Object value) {
        return compare(Comparison.Op.GE, self, value);
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyByteArray self, Object key) {
        return locked(self, key, () -> ByteStrings.contains(self.backing(), self.size(), key));
    }

    @Builtin("__mul__(self, value, /)")
    static Object mul(PyByteArray self, Object value) {
        return wrap(
                ByteStrings.repeat(self.backing(), self.size(), SequenceIndex.repeatCount(value)));
    }

    @Builtin("__rmul__(self, value, /)")
    static Object rmul(PyByteArray self, Object value) {
        return mul(self, value);
    }

    @Builtin("__mod__(self, value, /)")
    static Object mod(PyByteArray self, Object value) {
        TruffleString format = Str.ofLatin1(self.backing(), 0, self.size());
        return wrap(
                locked(
                        self,
                        value,
                        () -> PyBytes.ofLatin1(PercentFormat.formatBytes(format, value)).value));
    }

    @Builtin("__rmod__(self, value, /)")
    static Object rmod(Object self, Object value) {
        return value instanceof PyByteArray v ? mod(v, self) : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin(
            value = "find(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int find(PyByteArray self, Object sub, Object start, Object end) {
        return locked(
                self,
                sub,
                () -> ByteStrings.find(self.backing(), self.size(), sub, start, end, false));
    }

    @Builtin(
            value = "rfind(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int rfind(PyByteArray self, Object sub, Object start, Object end) {
        return locked(
                self,
                sub,
                () -> ByteStrings.find(self.backing(), self.size(), sub, start, end, true));
    }

    @Builtin(
            value = "index(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int index(PyByteArray self, Object sub, Object start, Object end) {
        return locked(
                self,
                sub,
                () -> ByteStrings.index(self.backing(), self.size(), sub, start, end, false));
    }

    @Builtin(
            value = "rindex(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static int rindex(PyByteArray self, Object sub, Object start, Object end) {
        return locked(
                self,
                sub,
                () -> ByteStrings.index(self.backing(), self.size(), sub, start, end, true));
    }

    @Builtin(
            value = "count(self, sub, start=None, end=None, /)",
            shown = "($self, sub[, start[, end]], /)")
    static long count(PyByteArray self, Object sub, Object start, Object end) {
        return locked(
                self, sub, () -> ByteStrings.count(self.backing(), self.size(), sub, start, end));
    }

    @Builtin(
            value = "startswith(self, prefix, start=None, end=None, /)",
            shown = "($self, prefix[, start[, end]], /)")
    static boolean startsWith(PyByteArray self, Object prefix, Object start, Object end) {
        return ByteStrings.hasAffix(self.backing(), self.size(), prefix, start, end, false);
    }

    @Builtin(
            value = "endswith(self, suffix, start=None, end=None, /)",
            shown = "($self, suffix[, start[, end]], /)")
    static boolean endsWith(PyByteArray self, Object suffix, Object start, Object end) {
        return ByteStrings.hasAffix(self.backing(), self.size(), suffix, start, end, true);
    }

    @Builtin("removeprefix(self, prefix, /)")
    static Object removePrefix(PyByteArray self, Object prefix) {
        byte[] p = Buffers.bytesOf(prefix);
        int from =
                p.length > 0 && ByteStrings.hasAffix(self.backing(), p, 0, self.size(), false)
                        ? p.length
                        : 0;
        return wrap(Arrays.copyOfRange(self.backing(), from, self.size()));
    }

    @Builtin("removesuffix(self, suffix, /)")
    static Object removeSuffix(PyByteArray self, Object suffix) {
        byte[] p = Buffers.bytesOf(suffix);
        int cut =
                p.length > 0 && ByteStrings.hasAffix(self.backing(), p, 0, self.size(), true)
                        ? p.length
                        : 0;
        return wrap(Arrays.copyOf(self.backing(), self.size() - cut));
    }

    @Builtin("replace(self, old, new, count=-1, /)")
    static Object replace(PyByteArray self, Object old, Object by, long count) {
        return wrap(ByteStrings.replace(self.backing(), self.size(), old, by, count));
    }

    @Builtin("join(self, iterable_of_bytes, /)")
    static Object join(PyByteArray self, Object items) {
        return wrap(
                locked(self, items, () -> ByteStrings.join(self.backing(), self.size(), items)));
    }

    @Builtin("translate(self, table, /, delete=b'')")
    static Object translate(PyByteArray self, Object table, Object delete) {
        return wrap(ByteStrings.translate(self.backing(), self.size(), table, delete));
    }

    @Builtin(value = "maketrans(frm, to, /)", kind = BuiltinKind.STATIC)
    static Object makeTrans(Object from, Object to) {
        return new PyBytes(ByteStrings.makeTable(from, to));
    }

    @Builtin("upper(self, /)")
    static Object upper(PyByteArray self) {
        return wrap(ByteCase.upper(self.backing(), self.size()));
    }

    @Builtin("lower(self, /)")
    static Object lower(PyByteArray self) {
        return wrap(ByteCase.lower(self.backing(), self.size()));
    }

    @Builtin("swapcase(self, /)")
    static Object swapCase(PyByteArray self) {
        return wrap(ByteCase.swapCase(self.backing(), self.size()));
    }

    @Builtin("capitalize(self, /)")
    static Object capitalize(PyByteArray self) {
        return wrap(ByteCase.capitalize(self.backing(), self.size()));
    }

    @Builtin("title(self, /)")
    static Object title(PyByteArray self) {
        return wrap(ByteCase.title(self.backing(), self.size()));
    }

    @Builtin("isalnum(self, /)")
    static boolean isAlnum(PyByteArray self) {
        return ByteCase.all(
                self.backing(), self.size(), b -> ByteCase.isAlpha(b) || ByteCase.isDigit(b));
    }

    @Builtin("isalpha(self, /)")
    static boolean isAlpha(PyByteArray self) {
        return ByteCase.all(self.backing(), self.size(), ByteCase::isAlpha);
    }

    @Builtin("isdigit(self, /)")
    static boolean isDigit(PyByteArray self) {
        return ByteCase.all(self.backing(), self.size(), ByteCase::isDigit);
    }

    @Builtin("isspace(self, /)")
    static boolean isSpace(PyByteArray self) {
        return ByteCase.all(self.backing(), self.size(), ByteSplit::isSpace);
    }

    @Builtin("isascii(self, /)")
    static boolean isAscii(PyByteArray self) {
        return ByteCase.isAscii(self.backing(), self.size());
    }

    @Builtin("isupper(self, /)")
    static boolean isUpper(PyByteArray self) {
        return ByteCase.isCase(self.backing(), self.size(), true);
    }

    @Builtin("islower(self, /)")
    static boolean isLower(PyByteArray self) {
        return ByteCase.isCase(self.backing(), self.size(), false);
    }

    @Builtin("istitle(self, /)")
    static boolean isTitle(PyByteArray self) {
        return ByteCase.isTitle(self.backing(), self.size());
    }

    @Builtin("ljust(self, width, fillchar=b' ', /)")
    static Object ljust(PyByteArray self, long width, Object fill) {
        return wrap(
                ByteCase.pad(
                        self.backing(),
                        self.size(),
                        width,
                        fill == null ? SPACE : fill,
                        "ljust",
                        -1));
    }

    @Builtin("rjust(self, width, fillchar=b' ', /)")
    static Object rjust(PyByteArray self, long width, Object fill) {
        return wrap(
                ByteCase.pad(
                        self.backing(),
                        self.size(),
                        width,
                        fill == null ? SPACE : fill,
                        "rjust",
                        1));
    }

    @Builtin("center(self, width, fillchar=b' ', /)")
    static Object center(PyByteArray self, long width, Object fill) {
        return wrap(
                ByteCase.pad(
                        self.backing(),
                        self.size(),
                        width,
                        fill == null ? SPACE : fill,
                        "center",
                        0));
    }

    @Builtin("zfill(self, width, /)")
    static Object zfill(PyByteArray self, long width) {
        return wrap(ByteCase.zeroFill(self.backing(), self.size(), width));
    }

    @Builtin("expandtabs(self, /, tabsize=8)")
    static Object expandTabs(PyByteArray self, int tabSize) {
        return wrap(ByteCase.expandTabs(self.backing(), self.size(), tabSize));
    }

    @Builtin("strip(self, bytes=None, /)")
    static Object strip(PyByteArray self, Object bytes) {
        return wrap(ByteSplit.strip(self.backing(), self.size(), bytes, true, true));
    }

    @Builtin("lstrip(self, bytes=None, /)")
    static Object lstrip(PyByteArray self, Object bytes) {
        return wrap(ByteSplit.strip(self.backing(), self.size(), bytes, true, false));
    }

    @Builtin("rstrip(self, bytes=None, /)")
    static Object rstrip(PyByteArray self, Object bytes) {
        return wrap(ByteSplit.strip(self.backing(), self.size(), bytes, false, true));
    }

    @Builtin("split(self, /, sep=None, maxsplit=-1)")
    static Object split(PyByteArray self, Object separator, long limit) {
        return list(
                locked(
                        self,
                        separator,
                        () -> ByteSplit.split(self.backing(), self.size(), separator, limit)));
    }

    @Builtin("rsplit(self, /, sep=None, maxsplit=-1)")
    static Object rsplit(PyByteArray self, Object separator, long limit) {
        return list(
                locked(
                        self,
                        separator,
                        () -> ByteSplit.splitRight(self.backing(), self.size(), separator, limit)));
    }

    @Builtin("splitlines(self, /, keepends=False)")
    static Object splitLines(PyByteArray self, boolean keepEnds) {
        return list(ByteSplit.splitLines(self.backing(), self.size(), keepEnds));
    }

    @Builtin("partition(self, sep, /)")
    static Object partition(PyByteArray self, Object separator) {
        return tuple(ByteSplit.partition(self.backing(), self.size(), separator, false));
    }

    @Builtin("rpartition(self, sep, /)")
    static Object rpartition(PyByteArray self, Object separator) {
        return tuple(ByteSplit.partition(self.backing(), self.size(), separator, true));
    }

    @Builtin(
            value = "hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)",
            doc =
                    "The bytes in hexadecimal, with a separator between groups if one is given.\n"
                            + "\n"
                            + "    >>> bytearray(b'abcd').hex('-', 2)\n"
                            + "    '6162-6364'")
    static String hex(PyByteArray self, Object sep, int group) {
        return locked(self, sep, () -> ByteText.hex(self.backing(), self.size(), sep, group));
    }

    @Builtin("decode(self, /, encoding='utf-8', errors='strict')")
    static Object decode(PyByteArray self, TruffleString encoding, TruffleString errors) {
        return Codecs.decode(self.toByteArray(), encoding, errors);
    }
}
