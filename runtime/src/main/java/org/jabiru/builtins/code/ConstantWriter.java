package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.serialization.BytecodeSerializer;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.strings.TruffleString;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.ByteArguments;

/** Writes the constants of code objects: a letter for the kind, then the value. */
final class ConstantWriter implements BytecodeSerializer {
    private final Object[] known;

    /**
     * @param known constants that are written as references
     */
    ConstantWriter(Object[] known) {
        this.known = known;
    }

    @Override
    public void serialize(SerializerContext context, DataOutput out, Object o) throws IOException {
        if (o instanceof PyObject) {
            for (int i = 0; i < known.length; i++) {
                if (known[i] == o) {
                    out.writeByte('r');
                    out.writeInt(i);
                    return;
                }
            }
        }
        write(out, o);
    }

    /** Writes a constant. */
    static void write(DataOutput out, Object o) throws IOException {
        switch (o) {
            case null -> out.writeByte('0');
            case Singleton s -> {
                out.writeByte('N');
                out.writeByte(s.ordinal());
            }
            case Boolean b -> out.writeByte(b ? 'T' : 'F');
            case Long l -> {
                out.writeByte('l');
                out.writeLong(l);
            }
            case Integer i -> {
                out.writeByte('i');
                out.writeInt(i);
            }
            case Double d -> {
                out.writeByte('d');
                out.writeLong(Double.doubleToRawLongBits(d));
            }
            case BigInteger b -> {
                out.writeByte('L');
                writeBytes(out, b.toByteArray());
            }
            case TruffleString s -> writeString(out, s);
            case TruffleString[] names -> {
                out.writeByte('n');
                writeNames(out, names);
            }
            case int[] ints -> {
                out.writeByte('I');
                writeInts(out, ints);
            }
            case BinaryOp op -> {
                out.writeByte('o');
                out.writeByte(op.ordinal());
            }
            case Source s -> out.writeByte('S');
            case PyCode code -> {
                out.writeByte('c');
                writeBytes(out, code.serialize());
            }
            case PyTuple t when !t.type().isHeapType() -> {
                out.writeByte('(');
                writeAll(out, t.items);
            }
            case Object[] items -> {
                out.writeByte('[');
                writeAll(out, items);
            }
            case PySet set when set.isFrozen() -> writeSet(out, set);
            case PySlice slice -> {
                out.writeByte(':');
                write(out, slice.start);
                write(out, slice.stop);
                write(out, slice.step);
            }
            default -> writeOther(out, o);
        }
    }

    private static void writeOther(DataOutput out, Object o) throws IOException {
        if (o == ExceptionTypes.AssertionError) {
            out.writeByte('A');
            return;
        }
        byte[] bytes = o instanceof PyCell ? null : ByteArguments.bytesOrNull(o);
        if (bytes != null) {
            out.writeByte('b');
            writeBytes(out, bytes);
        } else if (o instanceof PyObject && Types.of(o).name().equals("complex")) {
            out.writeByte('x');
            out.writeLong(Double.doubleToRawLongBits((Double) Attributes.get(o, "real")));
            out.writeLong(Double.doubleToRawLongBits((Double) Attributes.get(o, "imag")));
        } else {
            throw Errors.valueError(
                    "unmarshallable object in code: %s",
                    o instanceof PyObject ? Types.of(o).name() : o.getClass().getName());
        }
    }

    private static void writeSet(DataOutput out, PySet set) throws IOException {
        out.writeByte('{');
        out.writeInt(set.size());
        for (int i = set.next(-1); i >= 0; i = set.next(i)) {
            write(out, set.keyAt(i));
        }
    }

    private static void writeAll(DataOutput out, Object[] items) throws IOException {
        out.writeInt(items.length);
        for (Object item : items) {
            write(out, item);
        }
    }

    static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static void writeInts(DataOutput out, int[] ints) throws IOException {
        out.writeInt(ints.length);
        for (int i : ints) {
            out.writeInt(i);
        }
    }

    static void writeNames(DataOutput out, TruffleString[] names) throws IOException {
        out.writeInt(names.length);
        for (TruffleString name : names) {
            write(out, name);
        }
    }

    private static void writeString(DataOutput out, TruffleString s) throws IOException {
        int[] codePoints = Str.codePoints(s);
        int all = 0;
        for (int c : codePoints) {
            all |= c;
        }
        if (all < 0x100) {
            out.writeByte('s');
            byte[] latin = new byte[codePoints.length];
            for (int i = 0; i < latin.length; i++) {
                latin[i] = (byte) codePoints[i];
            }
            writeBytes(out, latin);
        } else {
            out.writeByte('u');
            writeInts(out, codePoints);
        }
    }
}
