package org.jabiru.builtins.code;

import java.io.IOException;
import java.math.BigInteger;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.RootImage;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** Reads what {@link ConstantWriter} wrote. */
final class ConstantReader {
    private ConstantReader() {}

    static Object read(CodeInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case '0' -> null;
            case 's' -> in.readString();
            case 'N' -> Singleton.values()[in.readByte()];
            case 'T' -> Boolean.TRUE;
            case 'F' -> Boolean.FALSE;
            case 'j' -> (long) in.readInt();
            case 'l' -> in.readLong();
            case 'i' -> in.readInt();
            case 'd' -> Double.longBitsToDouble(in.readLong());
            case 'L' -> new BigInteger(in.readBytes());
            case 'n' -> in.readStrings();
            case 'I' -> in.readInts();
            case 'o' -> BinaryOp.values()[in.readByte()];
            case 'v' -> new RootImage.Local(in.readInt());
            case 'V' -> new RootImage.Range(in.readInt(), in.readInt());
            case 'y' -> new RootImage.Resumption(in.readInt(), in.readInt() - 1);
            case 'c' -> CodeSerializer.read(in);
            case '(' -> PyTuple.of(readAll(in));
            case '[' -> readAll(in);
            case '{' -> readSet(in);
            case ':' -> new PySlice(read(in), read(in), read(in));
            case 'A' -> ExceptionTypes.AssertionError;
            case 'b' -> ByteArguments.bytes(in.readBytes());
            case 'x' -> complex(in.readLong(), in.readLong());
            default -> throw new IOException("bad kind of constant: " + kind);
        };
    }

    private static Object complex(long real, long imaginary) {
        return Call.call(
                PythonContext.get().builtins.dict.get("complex"),
                Double.longBitsToDouble(real),
                Double.longBitsToDouble(imaginary));
    }

    private static PySet readSet(CodeInput in) throws IOException {
        PySet set = new PySet(FrozenSetType.TYPE);
        for (int n = in.readInt(); n > 0; n--) {
            set.add(read(in));
        }
        return set;
    }

    static Object[] readAll(CodeInput in) throws IOException {
        Object[] items = new Object[in.readInt()];
        for (int i = 0; i < items.length; i++) {
            items[i] = read(in);
        }
        return items;
    }
}
