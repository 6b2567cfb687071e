package org.jabiru.builtins.memoryview;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.function.Supplier;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.ByteText;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.builtins.object.Identity;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.PyBuffer;

/** The methods of memoryview. */
@BuiltinType(value = "memoryview", doc = "A view of the memory that an object exports.")
public final class MemoryViewType {
    public static final PyType TYPE =
            PyType.builtin("memoryview", MemoryViewTypeTable::new, null)
                    .withWeakReferences()
                    .sealed();

    static {
        TYPE.collectionFlag = PyType.SEQUENCE;
    }

    private MemoryViewType() {}

    @Builtin(value = "__new__(cls, object)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object object) {
        return of(object, PyBuffer.FULL_RO);
    }

    @Builtin(value = "_from_flags(cls, object, flags)", kind = BuiltinKind.CLASS)
    static Object fromFlags(PyType cls, Object object, int flags) {
        return of(object, flags);
    }

    /** {@code memoryview(object)}. */
    public static PyMemoryView of(Object object, int flags) {
        if (!Buffers.isBuffer(object)) {
            throw Errors.typeError(
                    "memoryview: a bytes-like object is required, not '%s'",
                    Types.of(object).name());
        }
        if (object instanceof PyMemoryView v) {
            return v.with(v.buffer());
        }
        if (object instanceof PyByteArray b && PythonContext.get().hasExtensions) {
            b.moveOutside();
        }
        return new PyMemoryView(Buffers.get(object, flags));
    }

    @Builtin(value = "__class_getitem__(cls, object, /)", kind = BuiltinKind.CLASS)
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }

    // ---- life ----

    @Builtin("release(self, /)")
    static void release(PyMemoryView self) {
        self.release();
    }

    @Builtin("__enter__(self, /)")
    static Object enter(PyMemoryView self) {
        self.buffer();
        return self;
    }

    @Builtin("__exit__(self, /, *exc_info)")
    static void exit(PyMemoryView self, Object[] info) {
        self.release();
    }

    @Builtin("__buffer__(self, flags, /)")
    static Object buffer(PyMemoryView self, int flags) {
        return new PyMemoryView(self.getBuffer(flags));
    }

    @Builtin("__release_buffer__(self, buffer, /)")
    static void releaseBuffer(PyMemoryView self, PyMemoryView buffer) {
        buffer.release();
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyMemoryView self) {
        String released = self.isReleased() ? "released " : "";
        return "<" + released + "memory at " + Identity.address(self) + ">";
    }

    /** Does something that may call Python code, which must not release the view. */
    private static <T> T locked(PyMemoryView self, Supplier<T> action) {
        PyBuffer lock = self.getBuffer(PyBuffer.FULL_RO);
        try {
            return action.get();
        } finally {
            lock.release();
        }
    }

    // ---- items ----

    @Builtin("__len__(self, /)")
    static long length(PyMemoryView self) {
        PyBuffer b = self.buffer();
        if (b.dimensions() == 0) {
            throw Errors.typeError("0-dim memory has no length");
        }
        return b.shape[0];
    }

    @Builtin("__getitem__(self, key, /)")
    static Object getItem(PyMemoryView self, Object key) {
        return MemoryViewItems.getItem(self, key);
    }

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(PyMemoryView self, Object key, Object value) {
        MemoryViewItems.setItem(self, key, value);
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyMemoryView self, Object key) {
        MemoryViewItems.setItem(self, key, null);
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyMemoryView self) {
        PyBuffer b = self.buffer();
        if (b.dimensions() == 0) {
            throw Errors.typeError("invalid indexing of 0-dim memory");
        }
        ItemFormat.code(b.format);
        return new PyMemoryIterator(self);
    }

    @Builtin("index(self, value, start=0, stop=sys.maxsize, /)")
    static long index(PyMemoryView self, Object value, long start, long stop) {
        long n = length(self);
        long from = start < 0 ? Math.max(start + n, 0) : start;
        long to = stop < 0 ? Math.max(stop + n, 0) : Math.min(stop, n);
        for (long i = from; i < to; i++) {
            if (Comparison.sameOrEqual(MemoryViewItems.getItem(self, i), value)) {
                return i;
            }
        }
        throw Errors.valueError("memoryview.index(x): x not found");
    }

    @Builtin("count(self, value, /)")
    static long count(PyMemoryView self, Object value) {
        long count = 0;
        for (long i = 0; i < length(self); i++) {
            if (Comparison.sameOrEqual(MemoryViewItems.getItem(self, i), value)) {
                count++;
            }
        }
        return count;
    }

    @Builtin("tolist(self, /)")
    static Object toList(PyMemoryView self) {
        return MemoryViewItems.toList(self.buffer());
    }

    @Builtin("tobytes(self, /, order='C')")
    static Object toBytes(PyMemoryView self, Object order) {
        String name = order == Singleton.NONE ? "C" : text(order);
        PyBuffer b = self.buffer();
        boolean fortran =
                switch (name) {
                    case "C" -> false;
                    case "F" -> true;
                    case "A" -> b.isFContiguous() && !b.isCContiguous();
                    default -> throw Errors.valueError("order must be 'C', 'F' or 'A'");
                };
        return PyBytes.of(b.toByteArray(fortran));
    }

    private static String text(Object order) {
        TruffleString s = Str.valueOrNull(order);
        if (s == null) {
            throw Errors.typeError(
                    "tobytes() argument 'order' must be str or None, not %s",
                    Types.of(order).name());
        }
        return Str.java(s);
    }

    @Builtin(
            value = "hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)",
            doc =
                    "The bytes in hexadecimal, with a separator between groups if one is given.\n"
                            + "\n"
                            + "    >>> memoryview(b'abcd').hex('-', 2)\n"
                            + "    '6162-6364'")
    static String hex(PyMemoryView self, Object separator, int group) {
        byte[] content = self.buffer().toByteArray();
        return locked(self, () -> ByteText.hex(content, content.length, separator, group));
    }

    @Builtin("cast(self, /, format, shape=<unrepresentable>)")
    static Object cast(PyMemoryView self, TruffleString format, Object shape) {
        return self.with(
                MemoryViewCast.cast(
                        self.buffer(), Str.java(format), shape == null ? Singleton.NONE : shape));
    }

    @Builtin("toreadonly(self, /)")
    static Object toReadOnly(PyMemoryView self) {
        return self.with(self.buffer().asReadOnly());
    }

    // ---- comparison ----

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyMemoryView self, Object value) {
        Boolean equal = MemoryViewItems.equalOrNull(self, value);
        return equal == null ? Singleton.NOT_IMPLEMENTED : equal;
    }

    @Builtin("__ne__(self, value, /)")
    static Object ne(PyMemoryView self, Object value) {
        Boolean equal = MemoryViewItems.equalOrNull(self, value);
        return equal == null ? Singleton.NOT_IMPLEMENTED : (Object) !equal;
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyMemoryView self) {
        if (self.hash == 0) {
            PyBuffer b = self.buffer();
            if (!b.readOnly) {
                throw Errors.valueError("cannot hash writable memoryview object");
            }
            if (!ItemFormat.isByte(ItemFormat.codeOrZero(b.format))) {
                throw Errors.valueError(
                        "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
            }
            locked(self, () -> Hashing.hash(b.owner));
            self.hash = Hashing.hash(new PyBytes(b.toByteArray()));
        }
        return self.hash;
    }

    // ---- attributes ----

    private static PyTuple tuple(long[] values) {
        Object[] items = new Object[values.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = values[i];
        }
        return PyTuple.of(items);
    }

    @Builtin(value = "obj", kind = BuiltinKind.GETTER)
    static Object object(PyMemoryView self) {
        Object owner = self.buffer().owner;
        return owner == null ? Singleton.NONE : owner;
    }

    @Builtin(value = "nbytes", kind = BuiltinKind.GETTER)
    static long byteCount(PyMemoryView self) {
        return self.buffer().byteLength();
    }

    @Builtin(value = "itemsize", kind = BuiltinKind.GETTER)
    static long itemSize(PyMemoryView self) {
        return self.buffer().itemSize;
    }

    @Builtin(value = "format", kind = BuiltinKind.GETTER)
    static String format(PyMemoryView self) {
        return self.buffer().format;
    }

    @Builtin(value = "ndim", kind = BuiltinKind.GETTER)
    static long dimensions(PyMemoryView self) {
        return self.buffer().dimensions();
    }

    @Builtin(value = "shape", kind = BuiltinKind.GETTER)
    static Object shape(PyMemoryView self) {
        return tuple(self.buffer().shape);
    }

    @Builtin(value = "strides", kind = BuiltinKind.GETTER)
    static Object strides(PyMemoryView self) {
        return tuple(self.buffer().strides);
    }

    @Builtin(value = "suboffsets", kind = BuiltinKind.GETTER)
    static Object suboffsets(PyMemoryView self) {
        long[] s = self.buffer().suboffsets;
        return s == null ? PyTuple.EMPTY : tuple(s);
    }

    @Builtin(value = "readonly", kind = BuiltinKind.GETTER)
    static boolean readOnly(PyMemoryView self) {
        return self.buffer().readOnly;
    }

    @Builtin(value = "c_contiguous", kind = BuiltinKind.GETTER)
    static boolean isCContiguous(PyMemoryView self) {
        return self.buffer().isCContiguous();
    }

    @Builtin(value = "f_contiguous", kind = BuiltinKind.GETTER)
    static boolean isFContiguous(PyMemoryView self) {
        return self.buffer().isFContiguous();
    }

    @Builtin(value = "contiguous", kind = BuiltinKind.GETTER)
    static boolean isContiguous(PyMemoryView self) {
        return isCContiguous(self) || isFContiguous(self);
    }
}
