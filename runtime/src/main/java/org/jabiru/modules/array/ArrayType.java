package org.jabiru.modules.array;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Audit;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.SequenceIndex;
import org.jabiru.protocol.Warnings;

/** The methods of {@code array.array}. */
@BuiltinType("array")
public final class ArrayType {
    public static final PyType TYPE =
            PyType.builtin(
                            "array.array",
                            ArrayTypeTable::new,
                            type -> new PyArray(type, ItemKind.SIGNED_CHAR))
                    .sequence()
                    .withWeakReferences()
                    .madeAtRunTime();

    private ArrayType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, PyDict keywords) {
        if (cls == TYPE && keywords.size() > 0) {
            throw Errors.typeError("array.array() takes no keyword arguments");
        }
        if (args.length == 0) {
            throw Errors.typeError("array() takes at least 1 argument (0 given)");
        }
        if (args.length > 2) {
            throw Errors.typeError("array() takes at most 2 arguments (%d given)", args.length);
        }
        Audit.event("array.__new__", args[0], args.length > 1 ? args[1] : Singleton.NONE);
        TruffleString code = Str.valueOrNull(args[0]);
        if (code == null) {
            throw Errors.typeError(
                    "array() argument 1 must be a unicode character, not %s",
                    Types.nameForMessage(args[0]));
        }
        if (Str.length(code) != 1) {
            throw Errors.typeError(
                    "array() argument 1 must be a unicode character, not a string of length %d",
                    Str.length(code));
        }
        if (Str.codePointAt(code, 0) == 'u') {
            Warnings.warn(
                    ExceptionTypes.DeprecationWarning,
                    "The 'u' type code is deprecated and will be removed in Python 3.16",
                    1);
        }
        PyArray out = new PyArray(cls, ItemKind.of(Str.codePointAt(code, 0)));
        if (args.length == 2) {
            ArrayItems.initialize(out, args[1]);
        }
        return out;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyArray self) {
        StrBuilder out =
                new StrBuilder()
                        .append(self.type().shortName())
                        .append("('" + self.kind().typeCode + "'");
        if (self.size() > 0) {
            Object content = self.kind().isUnicode() ? toUnicode(self) : toList(self);
            out.literal(", ").append(Repr.repr(content));
        }
        return out.literal(")").toStr();
    }

    // ---- comparison ----

    private static Object compare(Op op, PyArray a, Object other) {
        if (!(other instanceof PyArray b)) {
            return Singleton.NOT_IMPLEMENTED;
        }
        if (a.size() != b.size() && (op == Op.EQ || op == Op.NE)) {
            return op == Op.NE;
        }
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            Object x = a.get(i);
            Object y = b.get(i);
            if (!Comparison.equal(x, y)) {
                return switch (op) {
                    case EQ -> false;
                    case NE -> true;
                    default -> Comparison.compare(op, x, y);
                };
            }
        }
        return op.holds(Integer.compare(a.size(), b.size()));
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyArray self, Object value) {
        return compare(Op.EQ, self, value);
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyArray self, Object value) {
        return compare(Op.NE, self, value);
    }

    @Builtin("__lt__(self, value, /)")
    static Object lt(PyArray self, Object value) {
        return compare(Op.LT, self, value);
    }

    @Builtin("__le__(self, value, /)")
    static Object le(PyArray self, Object value) {
        return compare(Op.LE, self, value);
    }

    @Builtin("__gt__(self, value, /)")
    static Object gt(PyArray self, Object value) {
        return compare(Op.GT, self, value);
    }

    @Builtin("__ge__(self, value, /)")
    static Object ge(PyArray self, Object value) {
        return compare(Op.GE, self, value);
    }

    // ---- sequence ----

    @Builtin("__len__(self, /)")
    static int len(PyArray self) {
        return self.size();
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyArray self) {
        return new ArrayIterator(self);
    }

    private static int index(PyArray self, Object key, String outOfRange) {
        if (!Numbers.isIndex(key)) {
            throw Errors.typeError("array indices must be integers");
        }
        return SequenceIndex.of(key, self.size(), "array", outOfRange);
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyArray self, Object key) {
        return key instanceof PySlice s
                ? ArrayItems.slice(self, s.indices(self.size()))
                : self.get(index(self, key, "array index out of range"));
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(PyArray self, Object key, Object value) {
        if (key instanceof PySlice s) {
            ArrayItems.assign(self, s, value);
        } else {
            self.set(index(self, key, "array assignment index out of range"), value);
        }
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyArray self, Object key) {
        if (key instanceof PySlice s) {
            ArrayItems.delete(self, s.indices(self.size()));
        } else {
            int i = index(self, key, "array assignment index out of range");
            self.remove(i, i + 1);
        }
    }

    @Builtin("__contains__(self, key, /)")
    static boolean contains(PyArray self, Object key) {
        return ArrayItems.find(self, key, 0, Integer.MAX_VALUE) >= 0;
    }

    @Builtin("__add__(self, value, /)")
    static Object add(PyArray self, Object value) {
        if (!(value instanceof PyArray other)) {
            throw Errors.typeError(
                    "can only append array (not \"%s\") to array", Types.of(value).fullName());
        }
        if (self.kind() != other.kind()) {
            throw Errors.typeError("bad argument type for built-in operation");
        }
        PyArray out = self.copyOf(0, self.size());
        ArrayItems.extend(out, other);
        return out;
    }

    @Builtin("__iadd__(self, value, /)")
    static Object addInPlace(PyArray self, Object value) {
        if (!(value instanceof PyArray)) {
            throw Errors.typeError(
                    "can only extend array with array (not \"%s\")", Types.of(value).fullName());
        }
        ArrayItems.extend(self, value);
        return self;
    }

    @Builtin("__mul__(self, value, /)")
    static Object multiply(PyArray self, Object value) {
        return ArrayItems.repeat(self, SequenceIndex.repeatCount(value));
    }

    @Builtin("__rmul__(self, value, /)")
    static Object multiplyReflected(PyArray self, Object value) {
        return multiply(self, value);
    }

    @Builtin("__imul__(self, value, /)")
    static Object multiplyInPlace(PyArray self, Object value) {
        PyArray out = ArrayItems.repeat(self, SequenceIndex.repeatCount(value));
        self.replace(0, self.size(), out.memory(), out.size());
        return self;
    }

    // ---- methods ----

    @Builtin(value = "append(self, v, /)", doc = "Adds an item at the end.")
    static void append(PyArray self, Object v) {
        self.append(v);
    }

    @Builtin(value = "extend(self, bb, /)", doc = "Adds all items of an iterable at the end.")
    static void extend(PyArray self, Object iterable) {
        ArrayItems.extend(self, iterable);
    }

    @Builtin(value = "insert(self, i, v, /)", doc = "Puts an item before an index.")
    static void insert(PyArray self, long i, Object v) {
        int size = self.size();
        long at = i < 0 ? Math.max(i + size, 0) : Math.min(i, size);
        self.insert((int) at, v);
    }

    @Builtin(value = "pop(self, i=-1, /)", doc = "Takes an item out and returns it.")
    static Object pop(PyArray self, long i) {
        int size = self.size();
        if (size == 0) {
            throw Errors.indexError("pop from empty array");
        }
        long at = i < 0 ? i + size : i;
        if (at < 0 || at >= size) {
            throw Errors.indexError("pop index out of range");
        }
        Object item = self.get((int) at);
        self.remove((int) at, (int) at + 1);
        return item;
    }

    @Builtin(value = "remove(self, v, /)", doc = "Takes the first item that equals v out.")
    static void remove(PyArray self, Object v) {
        int found = ArrayItems.find(self, v, 0, Integer.MAX_VALUE);
        if (found < 0) {
            throw Errors.valueError("array.remove(x): x not in array");
        }
        self.remove(found, found + 1);
    }

    @Builtin(
            value = "index(self, v, start=0, stop=sys.maxsize, /)",
            doc = "Where v is found first.")
    static int index(PyArray self, Object v, Object start, Object stop) {
        int from = SequenceIndex.searchBound(start, self.size());
        int to = SequenceIndex.searchBound(stop, self.size());
        int found = ArrayItems.find(self, v, from, to);
        if (found < 0) {
            throw Errors.valueError("array.index(x): x not in array");
        }
        return found;
    }

    @Builtin(value = "count(self, v, /)", doc = "How many items equal v.")
    static int count(PyArray self, Object v) {
        int n = 0;
        for (int i = 0; i < self.size(); i++) {
            if (Comparison.equal(self.get(i), v)) {
                n++;
            }
        }
        return n;
    }

    @Builtin(value = "clear(self, /)", doc = "Removes everything.")
    static void clear(PyArray self) {
        self.resize(0);
    }

    @Builtin(value = "reverse(self, /)", doc = "Turns the order around, in place.")
    static void reverse(PyArray self) {
        ArrayItems.reverse(self);
    }

    @Builtin(value = "byteswap(self, /)", doc = "Turns the bytes of each item around.")
    static void byteSwap(PyArray self) {
        ArrayItems.byteSwap(self);
    }

    @Builtin(value = "buffer_info(self, /)", doc = "The address of the items, and their number.")
    static Object bufferInfo(PyArray self) {
        return new PyTuple(self.memory().address(), (long) self.size());
    }

    @Builtin(value = "__copy__(self, /)", doc = "A copy.")
    static Object copy(PyArray self) {
        return self.copyOf(0, self.size());
    }

    @Builtin(value = "__deepcopy__(self, unused, /)", doc = "A copy.")
    static Object deepCopy(PyArray self, Object unused) {
        return copy(self);
    }

    // ---- conversions ----

    @Builtin(value = "tolist(self, /)", doc = "A list of the items.")
    static PyList toList(PyArray self) {
        Object[] out = new Object[self.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = self.get(i);
        }
        return new PyList(out);
    }

    @Builtin(value = "fromlist(self, list, /)", doc = "Adds the items of a list.")
    static void fromList(PyArray self, Object list) {
        if (!(list instanceof PyList l)) {
            throw Errors.typeError("arg must be list");
        }
        ArrayItems.fromList(self, l);
    }

    @Builtin(value = "tobytes(self, /)", doc = "The items as they are in memory.")
    static Object toBytes(PyArray self) {
        return ByteArguments.bytes(self.toBytes());
    }

    @Builtin(value = "frombytes(self, buffer, /)", doc = "Adds items as they are in memory.")
    static void fromBytes(PyArray self, Object buffer) {
        ArrayItems.appendBytes(self, Buffers.bytesOf(buffer));
    }

    private static void requireUnicode(PyArray self, String method) {
        if (!self.kind().isUnicode()) {
            throw Errors.valueError(
                    "%s() may only be called on unicode type arrays ('u' or 'w')", method);
        }
    }

    @Builtin(value = "tounicode(self, /)", doc = "The items as a str.")
    static Object toUnicode(PyArray self) {
        requireUnicode(self, "tounicode");
        StrBuilder out = new StrBuilder();
        for (int i = 0; i < self.size(); i++) {
            out.append((TruffleString) self.get(i));
        }
        return out.toStr();
    }

    @Builtin(value = "fromunicode(self, ustr, /)", doc = "Adds the characters of a str.")
    static void fromUnicode(PyArray self, TruffleString text) {
        requireUnicode(self, "fromunicode");
        ArrayItems.appendText(self, text);
    }

    @Builtin(value = "tofile(self, f, /)", doc = "Writes the items to a binary file.")
    static void toFile(PyArray self, Object file) {
        byte[] all = self.toBytes();
        int block = 64 * 1024;
        for (int at = 0; at < all.length; at += block) {
            byte[] part = Arrays.copyOfRange(all, at, Math.min(all.length, at + block));
            Call.method(file, "write", ByteArguments.bytes(part));
        }
    }

    @Builtin(value = "fromfile(self, f, n, /)", doc = "Adds n items from a binary file.")
    static void fromFile(PyArray self, Object file, long n) {
        if (n < 0) {
            throw Errors.valueError("negative count");
        }
        Object read = Call.method(file, "read", n * self.kind().size);
        byte[] data = ByteArguments.bytesOrNull(read);
        if (data == null) {
            throw Errors.typeError("read() didn't return bytes");
        }
        ArrayItems.appendBytes(self, data);
        if (data.length != n * self.kind().size) {
            throw Errors.raise(ExceptionTypes.EOFError, "read() didn't return enough bytes");
        }
    }

    @Builtin(value = "typecode", kind = BuiltinKind.GETTER, doc = "The kind of items.")
    static String typeCode(PyArray self) {
        return String.valueOf(self.kind().typeCode);
    }

    @Builtin(value = "itemsize", kind = BuiltinKind.GETTER, doc = "The size of an item in bytes.")
    static int itemSize(PyArray self) {
        return self.kind().size;
    }

    @Builtin(value = "__reduce_ex__(self, value, /)", doc = "What pickling needs to make it again.")
    static Object reduce(PyArray self, Object protocol) {
        Object dict = Attributes.getOrNull((PyObject) self, "__dict__");
        Object state = dict == null ? Singleton.NONE : dict;
        Object code = Str.of(String.valueOf(self.kind().typeCode));
        if (Args.toLong(protocol) < 3) {
            Object items = self.kind().isUnicode() ? toUnicode(self) : toList(self);
            return new PyTuple(self.type(), new PyTuple(code, items), state);
        }
        Object args =
                new PyTuple(self.type(), code, (long) self.kind().machineFormat, toBytes(self));
        return new PyTuple(Modules.attribute("array", "_array_reconstructor"), args, state);
    }

    @Builtin(value = "__sizeof__(self, /)", doc = "The memory it takes, in bytes.")
    static long sizeOf(PyArray self) {
        return 64 + self.byteLength();
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
