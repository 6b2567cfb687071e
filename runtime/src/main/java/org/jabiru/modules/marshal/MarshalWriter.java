package org.jabiru.modules.marshal;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.DictType;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.ListType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.tuple.TupleType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;

/** Writes values in CPython's marshal format; code objects in one of our own. */
final class MarshalWriter {
    private static final int MAX_DEPTH = 2000;
    private static final int FLAG_REF = 0x80;

    private final int version;
    private final boolean allowCode;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<TruffleString, Integer> strings = new HashMap<>();
    private final Map<Object, Integer> objects = new IdentityHashMap<>();
    private int references;
    private int depth;

    MarshalWriter(int version, boolean allowCode) {
        this.version = version;
        this.allowCode = allowCode;
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    void write(Object o) {
        if (++depth > MAX_DEPTH) {
            throw Errors.valueError("object too deeply nested to marshal");
        }
        if (o == null) {
            out.write('0');
        } else if (o == Singleton.NONE) {
            out.write('N');
        } else if (o == Singleton.ELLIPSIS) {
            out.write('.');
        } else if (o instanceof Boolean b) {
            out.write(b ? 'T' : 'F');
        } else if (o == ExceptionTypes.StopIteration) {
            out.write('S');
        } else if (o instanceof Long l) {
            writeLong(l);
        } else if (o instanceof BigInteger i) {
            writeBig(i);
        } else if (o instanceof Double d) {
            writeFloat(d);
        } else if (o instanceof TruffleString s) {
            writeString(s);
        } else {
            writeReferenced(o);
        }
        depth--;
    }

    private void writeReferenced(Object o) {
        if (version >= 3) {
            Integer known = objects.get(o);
            if (known != null) {
                out.write('r');
                writeInt(known);
                return;
            }
            objects.put(o, references++);
        }
        int flag = version >= 3 ? FLAG_REF : 0;
        PyType type = Types.of(o);
        byte[] bytes = ByteArguments.bytesOrNull(o);
        if (bytes != null) {
            out.write('s' | flag);
            writeBytes(bytes);
        } else if (type == TupleType.TYPE) {
            Object[] items = ((PyTuple) o).items;
            if (items.length < 256 && version >= 4) {
                out.write(')' | flag);
                out.write(items.length);
            } else {
                out.write('(' | flag);
                writeInt(items.length);
            }
            writeAll(items);
        } else if (type == ListType.TYPE) {
            Object[] items = ((PyList) o).toArray();
            out.write('[' | flag);
            writeInt(items.length);
            writeAll(items);
        } else if (type == DictType.TYPE) {
            writeDict((PyDict) o, flag);
        } else if (o instanceof PyCode code) {
            if (!allowCode) {
                throw Errors.valueError("marshalling code objects is disallowed");
            }
            // CPython: the parts of the code object; here: one block that the interpreter reads.
            out.write('c' | flag);
            writeBytes(CodeSerialization.serialize(code));
        } else {
            writeOther(o, type, flag);
        }
    }

    private void writeDict(PyDict dict, int flag) {
        out.write('{' | flag);
        for (int i = dict.first(); i >= 0; i = dict.next(i)) {
            write(dict.keyAt(i));
            write(dict.valueAt(i));
        }
        out.write('0');
    }

    private void writeOther(Object o, PyType type, int flag) {
        PyDict builtins = PythonContext.get().builtins.dict;
        boolean frozen = type == builtins.get("frozenset");
        if (frozen || type == builtins.get("set")) {
            Object[] items = Iteration.toArray(o);
            out.write((frozen ? '>' : '<') | flag);
            writeInt(items.length);
            writeAll(items);
        } else if (type == builtins.get("complex")) {
            out.write((version > 1 ? 'y' : 'x') | flag);
            writeFloatBody((Double) Attributes.get(o, "real"));
            writeFloatBody((Double) Attributes.get(o, "imag"));
        } else if (type == builtins.get("slice") && version >= 5) {
            out.write(':' | flag);
            write(Attributes.get(o, "start"));
            write(Attributes.get(o, "stop"));
            write(Attributes.get(o, "step"));
        } else if (type.isHeapType() || !ByteArguments.isBytesLike(o)) {
            throw Errors.valueError("unmarshallable object");
        } else {
            out.write('s' | flag);
            writeBytes(ByteArguments.read(o));
        }
    }

    private void writeAll(Object[] items) {
        for (Object item : items) {
            write(item);
        }
    }

    private void writeLong(long l) {
        if ((int) l == l) {
            out.write('i');
            writeInt((int) l);
        } else {
            writeBig(BigInteger.valueOf(l));
        }
    }

    private void writeBig(BigInteger i) {
        out.write('l');
        BigInteger rest = i.abs();
        int digits = (rest.bitLength() + 14) / 15;
        writeInt(i.signum() < 0 ? -digits : digits);
        for (int k = 0; k < digits; k++) {
            int digit = 0;
            for (int bit = 0; bit < 15; bit++) {
                digit |= rest.testBit(k * 15 + bit) ? 1 << bit : 0;
            }
            out.write(digit);
            out.write(digit >> 8);
        }
    }

    private void writeFloat(double d) {
        out.write(version > 1 ? 'g' : 'f');
        writeFloatBody(d);
    }

    private void writeFloatBody(double d) {
        if (version > 1) {
            long bits = Double.doubleToRawLongBits(d);
            writeInt((int) bits);
            writeInt((int) (bits >>> 32));
        } else {
            byte[] text = Str.java(Repr.repr(d)).getBytes();
            out.write(text.length);
            out.writeBytes(text);
        }
    }

    private void writeString(TruffleString s) {
        int flag = 0;
        if (version >= 3) {
            Integer known = strings.get(s);
            if (known != null) {
                out.write('r');
                writeInt(known);
                return;
            }
            strings.put(s, references++);
            flag = FLAG_REF;
        }
        byte[] bytes = Utf8.encode(s);
        int length = Str.length(s);
        if (version < 4 || bytes.length != length) {
            out.write('u' | flag);
            writeBytes(bytes);
        } else if (length < 256) {
            out.write('z' | flag);
            out.write(length);
            out.writeBytes(bytes);
        } else {
            out.write('a' | flag);
            writeBytes(bytes);
        }
    }

    private void writeBytes(byte[] bytes) {
        writeInt(bytes.length);
        out.writeBytes(bytes);
    }

    private void writeInt(int i) {
        out.write(i);
        out.write(i >> 8);
        out.write(i >> 16);
        out.write(i >> 24);
    }
}
