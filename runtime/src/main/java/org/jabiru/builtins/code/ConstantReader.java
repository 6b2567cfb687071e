package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.serialization.BytecodeDeserializer;
import com.oracle.truffle.api.strings.TruffleString;
import java.io.DataInput;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.set.FrozenSetType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.slice.PySlice;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.PositionTable;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.BinaryOp;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;

/** Reads what {@link ConstantWriter} wrote. */
final class ConstantReader implements BytecodeDeserializer {
    private final PyCode code;

    /**
     * @param code has the constants that are references, and the file name
     */
    ConstantReader(PyCode code) {
        this.code = code;
    }

    @Override
    public Object deserialize(DeserializerContext context, DataInput in) throws IOException {
        return read(in, code);
    }

    /**
     * Reads a constant.
     *
     * @param code may be null where there are no references
     */
    static Object read(DataInput in, PyCode code) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case '0' -> null;
            case 'r' -> code.constants[in.readInt()];
            case 'N' -> Singleton.values()[in.readUnsignedByte()];
            case 'T' -> Boolean.TRUE;
            case 'F' -> Boolean.FALSE;
            case 'l' -> in.readLong();
            case 'i' -> in.readInt();
            case 'd' -> Double.longBitsToDouble(in.readLong());
            case 'L' -> new BigInteger(readBytes(in));
            case 's', 'u' -> readString(in, kind);
            case 'n' -> readNames(in);
            case 'I' -> readInts(in);
            case 'o' -> BinaryOp.values()[in.readUnsignedByte()];
            case 'S' -> PositionTable.source(Str.java(code.fileName));
            case 'c' -> PyCode.deserialize(readBytes(in));
            case '(' -> PyTuple.of(readAll(in, code));
            case '[' -> readAll(in, code);
            case '{' -> readSet(in, code);
            case ':' -> new PySlice(read(in, code), read(in, code), read(in, code));
            case 'A' -> ExceptionTypes.AssertionError;
            case 'b' -> ByteArguments.bytes(readBytes(in));
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

    private static PySet readSet(DataInput in, PyCode code) throws IOException {
        PySet set = new PySet(FrozenSetType.TYPE);
        for (int n = in.readInt(); n > 0; n--) {
            set.add(read(in, code));
        }
        return set;
    }

    private static Object[] readAll(DataInput in, PyCode code) throws IOException {
        Object[] items = new Object[in.readInt()];
        for (int i = 0; i < items.length; i++) {
            items[i] = read(in, code);
        }
        return items;
    }

    static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    static int[] readInts(DataInput in) throws IOException {
        int[] ints = new int[in.readInt()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = in.readInt();
        }
        return ints;
    }

    static TruffleString[] readNames(DataInput in) throws IOException {
        TruffleString[] names = new TruffleString[in.readInt()];
        for (int i = 0; i < names.length; i++) {
            names[i] = (TruffleString) read(in, null);
        }
        return names;
    }

    private static TruffleString readString(DataInput in, int kind) throws IOException {
        if (kind == 's') {
            return Str.of(new String(readBytes(in), StandardCharsets.ISO_8859_1));
        }
        int[] codePoints = readInts(in);
        return Str.ofCodePoints(codePoints, 0, codePoints.length);
    }
}
