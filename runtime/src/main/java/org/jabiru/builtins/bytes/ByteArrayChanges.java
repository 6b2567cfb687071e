package org.jabiru.builtins.bytes;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.LengthHint;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.SequenceIndex;

/** The methods of bytearray that change it, and those of pickling. */
@BuiltinType("bytearray")
public final class ByteArrayChanges {
    private ByteArrayChanges() {}

    @Builtin("__setitem__(self, key, value, /)")
    static void setItem(PyByteArray self, Object key, Object value) {
        if (key instanceof PySlice slice) {
            setSlice(self, slice, value);
            return;
        }
        String outside = "bytearray index out of range";
        if (!Numbers.isIndex(key)) {
            SequenceIndex.of(key, self.size(), "bytearray", outside);
        }
        Object index = Numbers.index(key);
        if (!(index instanceof Long)) {
            SequenceIndex.of(index, self.size(), "bytearray", outside);
        }
        byte b = ByteStrings.toByte(value);
        // Both conversions may have run code that changed the size.
        int at = SequenceIndex.of(index, self.size(), "bytearray", outside);
        self.put(at, b);
    }

    @Builtin("__delitem__(self, key, /)")
    static void deleteItem(PyByteArray self, Object key) {
        if (key instanceof PySlice slice) {
            setContent(self, slice, new byte[0], true);
            return;
        }
        int at = SequenceIndex.of(key, self.size(), "bytearray", "bytearray index out of range");
        self.replace(at, at + 1, new byte[0], 0);
    }

    private static void setSlice(PyByteArray self, PySlice slice, Object value) {
        byte[] content;
        if (value == self || !(value instanceof PyByteArray)) {
            // CPython looks at the slice, makes a bytearray of the value, and assigns that.
            slice.indices(self.size());
        }
        if (Buffers.isBuffer(value)) {
            content = Buffers.bytesOf(value);
        } else if (Numbers.isNumber(value) || Str.valueOrNull(value) != null) {
            throw Errors.typeError(
                    "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        } else {
            content = BytesConversion.fromItems(value, "bytearray");
        }
        setContent(self, slice, content, false);
    }

    private static void setContent(
            PyByteArray self, PySlice slice, byte[] content, boolean delete) {
        PySlice.Indices i = slice.indices(self.size());
        if (i.step() == 1) {
            int from = i.first();
            self.replace(from, from + i.size(), content, content.length);
            return;
        }
        if (content.length != i.size()) {
            if (delete || content.length == 0) {
                deleteExtended(self, i);
                return;
            }
            throw Errors.valueError(
                    "attempt to assign bytes of size %d to extended slice of size %d",
                    content.length, i.size());
        }
        for (int k = 0; k < content.length; k++) {
            self.put(i.at(k), content[k]);
        }
    }

    private static void deleteExtended(PyByteArray self, PySlice.Indices i) {
        if (i.size() == 0) {
            return;
        }
        self.checkResizable();
        boolean[] drop = new boolean[self.size()];
        for (int k = 0; k < i.size(); k++) {
            drop[i.at(k)] = true;
        }
        byte[] data = self.backing();
        int to = 0;
        for (int k = 0; k < drop.length; k++) {
            if (!drop[k]) {
                data[to++] = data[k];
            }
        }
        self.resize(to);
    }

    @Builtin("__iadd__(self, value, /)")
    static Object inPlaceAdd(PyByteArray self, Object value) {
        if (!Buffers.isBuffer(value)) {
            throw Errors.typeError(
                    "can't concat %s to %s", Types.of(value).name(), self.type().name());
        }
        if (value == self) {
            // As long as its buffer is read it cannot grow.
            self.lock();
        }
        try {
            append(self, Buffers.bytesOf(value));
        } finally {
            if (value == self) {
                self.unlock();
            }
        }
        return self;
    }

    private static void append(PyByteArray self, byte[] content) {
        self.replace(self.size(), self.size(), content, content.length);
    }

    @Builtin("__imul__(self, value, /)")
    static Object inPlaceMultiply(PyByteArray self, Object value) {
        self.set(ByteStrings.repeat(self.backing(), self.size(), SequenceIndex.repeatCount(value)));
        return self;
    }

    @Builtin("append(self, item, /)")
    static void append(PyByteArray self, Object item) {
        byte b = ByteStrings.toByte(item);
        int size = self.size();
        self.resize(size + 1);
        self.backing()[size] = b;
    }

    @Builtin("extend(self, iterable_of_ints, /)")
    static void extend(PyByteArray self, Object items) {
        if (Buffers.isBuffer(items)) {
            append(self, Buffers.bytesOf(items));
            return;
        }
        if (Str.valueOrNull(items) != null) {
            throw Errors.typeError(
                    "expected iterable of integers; got: '%s'", Types.of(items).name());
        }
        if (Types.of(items).special().iter == null && Types.of(items).special().getItem == null) {
            throw Errors.typeError("can't extend bytearray with %s", Types.of(items).name());
        }
        LengthHint.of(items, 0);
        append(self, BytesConversion.fromIterable(items, "byte"));
    }

    @Builtin("insert(self, index, item, /)")
    static void insert(PyByteArray self, long index, Object item) {
        byte b = ByteStrings.toByte(item);
        int size = self.size();
        long at = index < 0 ? Math.max(index + size, 0) : Math.min(index, size);
        self.replace((int) at, (int) at, new byte[] {b}, 1);
    }

    @Builtin("pop(self, index=-1, /)")
    static long pop(PyByteArray self, long index) {
        int size = self.size();
        if (size == 0) {
            throw Errors.indexError("pop from empty bytearray");
        }
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw Errors.indexError("pop index out of range");
        }
        long value = self.get((int) at) & 0xff;
        self.checkResizable();
        self.replace((int) at, (int) at + 1, new byte[0], 0);
        return value;
    }

    @Builtin("remove(self, value, /)")
    static void remove(PyByteArray self, Object value) {
        byte b = ByteStrings.toByte(value);
        int at = ByteStrings.indexOf(self.backing(), new byte[] {b}, 0, self.size());
        if (at < 0) {
            throw Errors.valueError("value not found in bytearray");
        }
        self.replace(at, at + 1, new byte[0], 0);
    }

    @Builtin("clear(self, /)")
    static void clear(PyByteArray self) {
        self.resize(0);
    }

    @Builtin("copy(self, /)")
    static Object copy(PyByteArray self) {
        return new PyByteArray(self.toByteArray());
    }

    @Builtin("reverse(self, /)")
    static void reverse(PyByteArray self) {
        for (int i = 0, j = self.size() - 1; i < j; i++, j--) {
            byte b = self.get(i);
            self.put(i, self.get(j));
            self.put(j, b);
        }
    }

    @Builtin("resize(self, size, /)")
    static void resize(PyByteArray self, long size) {
        if (size < 0) {
            throw Errors.valueError("Can only resize to positive sizes, got %d", size);
        }
        self.resize(ByteStrings.checkedLength(size));
    }

    @Builtin("__sizeof__(self, /)")
    static long sizeOf(PyByteArray self) {
        long content = self.size() == 0 ? 0 : self.backing().length + 1L;
        return TypeLayout.basicSize(self.type()) + content;
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyByteArray self) {
        return reduceEx(self, 2);
    }

    @Builtin("__reduce_ex__(self, proto=0, /)")
    static Object reduceEx(PyByteArray self, int protocol) {
        Object state = Call.method(self, "__getstate__");
        byte[] content = self.toByteArray();
        PyTuple args;
        if (protocol >= 3) {
            args = new PyTuple(new PyBytes(content));
        } else {
            TruffleString text = Str.ofLatin1(content, 0, content.length);
            args = content.length == 0 ? PyTuple.EMPTY : new PyTuple(text, Str.name("latin-1"));
        }
        return new PyTuple(self.type(), args, state);
    }
}
