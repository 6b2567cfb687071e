package org.jabiru.builtins.code;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyCell;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.RootImage;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.ByteArguments;

/** Writes the constants of code objects: a letter for the kind, then the value. */
final class ConstantWriter {
    private ConstantWriter() {}

    static void write(CodeOutput out, Object o) {
        switch (o) {
            case null -> out.putByte('0');
            case TruffleString s -> {
                out.putByte('s');
                out.putString(s);
            }
            case Singleton s -> {
                out.putByte('N');
                out.putByte(s.ordinal());
            }
            case Boolean b -> out.putByte(b ? 'T' : 'F');
            case Long l -> writeLong(out, l);
            case Integer i -> {
                out.putByte('i');
                out.putInt(i);
            }
            case Double d -> {
                out.putByte('d');
                out.putLong(Double.doubleToRawLongBits(d));
            }
            case BigInteger b -> {
                out.putByte('L');
                out.putBytes(b.toByteArray());
            }
            case TruffleString[] names -> {
                out.putByte('n');
                out.putStrings(names);
            }
            case int[] ints -> {
                out.putByte('I');
                out.putInts(ints);
            }
            case BinaryOp op -> {
                out.putByte('o');
                out.putByte(op.ordinal());
            }
            case PyCode code -> {
                out.putByte('c');
                CodeSerializer.write(out, code);
            }
            case PyTuple t when !t.type().isHeapType() -> {
                out.putByte('(');
                writeAll(out, t.items);
            }
            case Object[] items -> {
                out.putByte('[');
                writeAll(out, items);
            }
            default -> writeOther(out, o);
        }
    }

    private static void writeLong(CodeOutput out, long l) {
        if (l == (int) l) {
            out.putByte('j');
            out.putInt((int) l);
        } else {
            out.putByte('l');
            out.putLong(l);
        }
    }

    private static void writeOther(CodeOutput out, Object o) {
        switch (o) {
            case RootImage.Local local -> {
                out.putByte('v');
                out.putInt(local.index());
            }
            case RootImage.Range range -> {
                out.putByte('V');
                out.putInt(range.start());
                out.putInt(range.length());
            }
            case RootImage.Resumption resumption -> {
                out.putByte('y');
                out.putInt(resumption.stackPointer());
                out.putInt(resumption.instruction() + 1);
            }
            case PySet set when set.isFrozen() -> writeSet(out, set);
            case PySlice slice -> {
                out.putByte(':');
                write(out, slice.start);
                write(out, slice.stop);
                write(out, slice.step);
            }
            default -> writeRare(out, o);
        }
    }

    private static void writeRare(CodeOutput out, Object o) {
        if (o == ExceptionTypes.AssertionError) {
            out.putByte('A');
            return;
        }
        byte[] bytes = o instanceof PyCell ? null : ByteArguments.bytesOrNull(o);
        if (bytes != null) {
            out.putByte('b');
            out.putBytes(bytes);
        } else if (o instanceof PyObject && Types.of(o).name().equals("complex")) {
            out.putByte('x');
            out.putLong(Double.doubleToRawLongBits((Double) Attributes.get(o, "real")));
            out.putLong(Double.doubleToRawLongBits((Double) Attributes.get(o, "imag")));
        } else {
            throw Errors.valueError(
                    "unmarshallable object in code: %s",
                    o instanceof PyObject ? Types.of(o).name() : o.getClass().getName());
        }
    }

    private static void writeSet(CodeOutput out, PySet set) {
        out.putByte('{');
        out.putInt(set.size());
        for (int i = set.next(-1); i >= 0; i = set.next(i)) {
            write(out, set.keyAt(i));
        }
    }

    static void writeAll(CodeOutput out, Object[] items) {
        out.putInt(items.length);
        for (Object item : items) {
            write(out, item);
        }
    }
}
