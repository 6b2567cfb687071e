package org.jabiru.modules.struct;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.codecs.SingleByte;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.PyBuffer;
import org.jabiru.protocol.Repr;

/** The methods of {@code struct.Struct}. */
@BuiltinType("Struct")
public final class StructType {
    public static final PyType TYPE =
            PyType.builtin("_struct.Struct", StructTypeTable::new, PyStruct::new)
                    .withWeakReferences()
                    .madeAtRunTime();

    private StructType() {}

    @Builtin(value = "__new__(cls, /, *args, **kwargs)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object[] args, Object keywords) {
        return new PyStruct(cls);
    }

    @Builtin("__init__(self, /, format)")
    static void init(PyStruct self, Object format) {
        TruffleString text = text(format);
        self.compiled = StructFormat.parse(Str.java(text));
        self.format = text;
    }

    /** A format, given as str or bytes. */
    static TruffleString text(Object format) {
        TruffleString s = Str.valueOrNull(format);
        if (s != null) {
            SingleByte.encodeAscii(s, "strict");
            return s;
        }
        if (format instanceof PyBytes b) {
            return Str.ofLatin1(b.value, 0, b.value.length);
        }
        throw Errors.typeError(
                "Struct() argument 1 must be a str or bytes object, not %s",
                Types.of(format).name());
    }

    private static StructFormat compiled(PyStruct self) {
        if (self.compiled == null) {
            throw Errors.runtimeError("Struct object is not initialized");
        }
        return self.compiled;
    }

    @Builtin("__repr__(self, /)")
    static TruffleString repr(PyStruct self) {
        compiled(self);
        return new StrBuilder()
                .append(self.type() == TYPE ? "Struct" : self.type().name())
                .append("(")
                .append(Repr.repr(self.format))
                .append(")")
                .toStr();
    }

    @Builtin(value = "format", kind = BuiltinKind.GETTER)
    static Object format(PyStruct self) {
        compiled(self);
        return self.format;
    }

    @Builtin(value = "size", kind = BuiltinKind.GETTER)
    static long size(PyStruct self) {
        return self.compiled == null ? -1 : self.compiled.size();
    }

    @Builtin("__sizeof__(self, /)")
    static long sizeOf(PyStruct self) {
        return TypeLayout.basicSize(self.type()) + 32L * (compiled(self).items().size() + 1);
    }

    @Builtin(value = "pack(self, /, *values)", shown = "none")
    static Object pack(PyStruct self, Object[] values) {
        return pack(compiled(self), values, 0);
    }

    static Object pack(StructFormat f, Object[] values, int from) {
        if (values.length - from != f.count()) {
            throw StructFormat.error(
                    "pack expected %d items for packing (got %d)", f.count(), values.length - from);
        }
        byte[] out = new byte[(int) f.size()];
        StructPacker.pack(f, values, from, MemorySegment.ofArray(out), 0);
        return PyBytes.of(out);
    }

    @Builtin(value = "pack_into(self, /, *args)", shown = "none")
    static void packInto(PyStruct self, Object[] args) {
        packInto(compiled(self), args, 0);
    }

    static void packInto(StructFormat f, Object[] args, int from) {
        int given = args.length - from;
        if (given == 0) {
            throw StructFormat.error("pack_into expected buffer argument");
        }
        if (given == 1) {
            throw StructFormat.error("pack_into expected offset argument");
        }
        if (given - 2 != f.count()) {
            throw StructFormat.error(
                    "pack_into expected %d items for packing (got %d)", f.count(), given - 2);
        }
        PyBuffer buffer = writable(args[from]);
        try {
            long offset = Numbers.indexForItem(args[from + 1]);
            long length = buffer.byteLength();
            if (offset < 0) {
                if (offset + f.size() > 0) {
                    throw StructFormat.error(
                            "no space to pack %d bytes at offset %d", f.size(), offset);
                }
                if (offset + length < 0) {
                    throw StructFormat.error(
                            "offset %d out of range for %d-byte buffer", offset, length);
                }
                offset += length;
            }
            if (length - offset < f.size()) {
                throw StructFormat.error(
                        "pack_into requires a buffer of at least %s bytes for packing %d bytes at"
                                + " offset %d (actual buffer size is %d)",
                        Long.toUnsignedString(f.size() + offset), f.size(), offset, length);
            }
            byte[] packed = new byte[(int) f.size()];
            StructPacker.pack(f, args, from + 2, MemorySegment.ofArray(packed), 0);
            MemorySegment.copy(
                    MemorySegment.ofArray(packed),
                    0,
                    buffer.memory,
                    buffer.offset + offset,
                    packed.length);
        } finally {
            buffer.release();
        }
    }

    private static PyBuffer writable(Object o) {
        if (Buffers.isBuffer(o)) {
            try {
                return Buffers.get(o, PyBuffer.WRITABLE);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.BufferError)) {
                    throw e;
                }
            }
        }
        throw Errors.typeError(
                "argument must be read-write bytes-like object, not %s", Types.of(o).name());
    }

    @Builtin("unpack(self, buffer, /)")
    static Object unpack(PyStruct self, Object buffer) {
        return unpack(compiled(self), buffer);
    }

    static Object unpack(StructFormat f, Object source) {
        PyBuffer buffer = Buffers.get(source, PyBuffer.SIMPLE);
        try {
            if (buffer.byteLength() != f.size()) {
                throw StructFormat.error("unpack requires a buffer of %d bytes", f.size());
            }
            return StructPacker.unpack(f, buffer.memory, buffer.offset);
        } finally {
            buffer.release();
        }
    }

    @Builtin("unpack_from(self, /, buffer, offset=0)")
    static Object unpackFrom(PyStruct self, Object buffer, long offset) {
        return unpackFrom(compiled(self), buffer, offset);
    }

    static Object unpackFrom(StructFormat f, Object source, long start) {
        PyBuffer buffer = Buffers.get(source, PyBuffer.SIMPLE);
        try {
            long length = buffer.byteLength();
            long offset = start;
            if (offset < 0) {
                if (offset + f.size() > 0) {
                    throw StructFormat.error(
                            "not enough data to unpack %d bytes at offset %d", f.size(), offset);
                }
                if (offset + length < 0) {
                    throw StructFormat.error(
                            "offset %d out of range for %d-byte buffer", offset, length);
                }
                offset += length;
            }
            if (length - offset < f.size()) {
                throw StructFormat.error(
                        "unpack_from requires a buffer of at least %s bytes for unpacking %d bytes"
                                + " at offset %d (actual buffer size is %d)",
                        Long.toUnsignedString(f.size() + offset), f.size(), offset, length);
            }
            return StructPacker.unpack(f, buffer.memory, buffer.offset + offset);
        } finally {
            buffer.release();
        }
    }

    @Builtin("iter_unpack(self, buffer, /)")
    static Object iterUnpack(PyStruct self, Object buffer) {
        return iterUnpack(compiled(self), buffer);
    }

    static Object iterUnpack(StructFormat f, Object source) {
        if (f.size() == 0) {
            throw StructFormat.error("cannot iteratively unpack with a struct of length 0");
        }
        PyBuffer buffer = Buffers.get(source, PyBuffer.SIMPLE);
        if (buffer.byteLength() % f.size() != 0) {
            buffer.release();
            throw StructFormat.error(
                    "iterative unpacking requires a buffer of a multiple of %d bytes", f.size());
        }
        return new PyUnpackIterator(f, buffer);
    }
}
