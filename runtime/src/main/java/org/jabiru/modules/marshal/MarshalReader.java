package org.jabiru.modules.marshal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/** Reads what {@link MarshalWriter} or CPython wrote; CPython's code objects excepted. */
final class MarshalReader {
    private static final int MAX_DEPTH = 2000;

    private final byte[] data;
    private final boolean allowCode;
    private final List<Object> references = new ArrayList<>();
    private int at;
    private int depth;

    MarshalReader(byte[] data, int from, boolean allowCode) {
        this.data = data;
        this.at = from;
        this.allowCode = allowCode;
    }

    int position() {
        return at;
    }

    /** A value that must be there. */
    Object readObject() {
        return require(read(), "object");
    }

    private static Object require(Object value, String where) {
        if (value == null) {
            throw Errors.typeError("NULL object in marshal data for " + where);
        }
        return value;
    }

    /** A value, or null for the end of a dict. */
    private Object read() {
        if (at >= data.length) {
            throw Errors.raise(ExceptionTypes.EOFError, "EOF read where object expected");
        }
        if (++depth > MAX_DEPTH) {
            throw Errors.valueError("recursion limit exceeded");
        }
        int code = data[at++] & 0xFF;
        boolean keep = (code & 0x80) != 0;
        Object value = readBody((char) (code & 0x7F), keep);
        depth--;
        return value;
    }

    private Object readBody(char code, boolean keep) {
        return switch (code) {
            case '0' -> null;
            case 'N' -> Singleton.NONE;
            case '.' -> Singleton.ELLIPSIS;
            case 'T' -> Boolean.TRUE;
            case 'F' -> Boolean.FALSE;
            case 'S' -> ExceptionTypes.StopIteration;
            case 'i' -> kept((long) readInt(), keep);
            case 'I' -> kept(readInt() & 0xFFFFFFFFL | (long) readInt() << 32, keep);
            case 'l' -> kept(readBig(), keep);
            case 'f' -> kept(readTextFloat(), keep);
            case 'g' -> kept(readFloat(), keep);
            case 'x' -> kept(complex(readTextFloat(), readTextFloat()), keep);
            case 'y' -> kept(complex(readFloat(), readFloat()), keep);
            case 's' -> kept(ByteArguments.bytes(readBytes(readSize("bytes object"))), keep);
            case 'a', 'A' -> kept(readAscii(readSize("string")), keep);
            case 'z', 'Z' -> kept(readAscii(readByte()), keep);
            case 'u', 't' -> kept(readUtf8(readSize("string")), keep);
            case ')' -> readTuple(readByte(), keep);
            case '(' -> readTuple(readSize("tuple"), keep);
            case '[' -> readList(readSize("list"), keep);
            case '{' -> readDict(keep);
            case '<' -> readSet("set", readSize("set"), keep);
            case '>' -> readSet("frozenset", readSize("set"), keep);
            case ':' -> readSlice(keep);
            case 'c' -> readCode(keep);
            case 'r' -> readReference();
            default -> throw Errors.raise(ExceptionTypes.EOFError, "EOF read where not expected");
        };
    }

    private Object kept(Object value, boolean keep) {
        if (keep) {
            references.add(value);
        }
        return value;
    }

    private int reserve(boolean keep) {
        if (!keep) {
            return -1;
        }
        references.add(null);
        return references.size() - 1;
    }

    private Object fill(int index, Object value) {
        if (index >= 0) {
            references.set(index, value);
        }
        return value;
    }

    private Object readTuple(int size, boolean keep) {
        int index = reserve(keep);
        Object[] items = new Object[checked(size)];
        for (int i = 0; i < size; i++) {
            items[i] = require(read(), "tuple");
        }
        return fill(index, PyTuple.of(items));
    }

    private Object readList(int size, boolean keep) {
        checked(size);
        PyList list = new PyList();
        kept(list, keep);
        for (int i = 0; i < size; i++) {
            list.append(require(read(), "list"));
        }
        return list;
    }

    private Object readDict(boolean keep) {
        PyDict dict = new PyDict();
        kept(dict, keep);
        while (true) {
            Object key = read();
            if (key == null) {
                return dict;
            }
            dict.put(key, require(read(), "dict"));
        }
    }

    private Object readSet(String type, int size, boolean keep) {
        int index = reserve(keep);
        Object[] items = new Object[checked(size)];
        for (int i = 0; i < size; i++) {
            items[i] = require(read(), "set");
        }
        return fill(index, Call.call(builtin(type), new PyList(items)));
    }

    private Object readSlice(boolean keep) {
        int index = reserve(keep);
        Object start = require(read(), "slice");
        Object stop = require(read(), "slice");
        Object step = require(read(), "slice");
        return fill(index, Call.call(builtin("slice"), start, stop, step));
    }

    private Object readCode(boolean keep) {
        if (!allowCode) {
            throw Errors.valueError("unmarshalling code objects is disallowed");
        }
        int index = reserve(keep);
        int size = readSize("code");
        need(size);
        Object code = CodeSerialization.deserialize(data, at, size);
        at += size;
        return fill(index, code);
    }

    private Object readReference() {
        int index = readInt();
        if (index < 0 || index >= references.size() || references.get(index) == null) {
            throw Errors.valueError("bad marshal data (invalid reference)");
        }
        return references.get(index);
    }

    private static Object builtin(String name) {
        return PythonContext.get().builtins.dict.get(name);
    }

    private static Object complex(double real, double imaginary) {
        return Call.call(builtin("complex"), real, imaginary);
    }

    // ---- bytes ----

    private int readByte() {
        need(1);
        return data[at++] & 0xFF;
    }

    private int readInt() {
        need(4);
        int i =
                data[at] & 0xFF
                        | (data[at + 1] & 0xFF) << 8
                        | (data[at + 2] & 0xFF) << 16
                        | data[at + 3] << 24;
        at += 4;
        return i;
    }

    private int readSize(String what) {
        int size = readInt();
        if (size < 0) {
            throw Errors.valueError("bad marshal data (" + what + " size out of range)");
        }
        return size;
    }

    /** The size of a container, which needs at least a byte for each item. */
    private int checked(int size) {
        need(size);
        return size;
    }

    private void need(int count) {
        if (data.length - at < count) {
            throw tooShort();
        }
    }

    private static PyException tooShort() {
        return Errors.raise(ExceptionTypes.EOFError, "marshal data too short");
    }

    private byte[] readBytes(int size) {
        need(size);
        at += size;
        return Arrays.copyOfRange(data, at - size, at);
    }

    private Object readAscii(int size) {
        need(size);
        int[] codePoints = new int[size];
        for (int i = 0; i < size; i++) {
            codePoints[i] = data[at + i] & 0xFF;
        }
        at += size;
        return Str.ofCodePoints(codePoints, 0, size);
    }

    private Object readUtf8(int size) {
        need(size);
        at += size;
        return Utf8.decode(data, at - size, at);
    }

    private double readFloat() {
        long low = readInt() & 0xFFFFFFFFL;
        return Double.longBitsToDouble(low | (long) readInt() << 32);
    }

    private double readTextFloat() {
        String text = new String(readBytes(readByte()), StandardCharsets.US_ASCII);
        try {
            return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
        } catch (NumberFormatException e) {
            throw Errors.valueError("bad marshal data (invalid float)");
        }
    }

    private Object readBig() {
        int size = readInt();
        int digits = Math.abs(size);
        need(digits * 2);
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < digits; i++) {
            int digit = data[at] & 0xFF | (data[at + 1] & 0xFF) << 8;
            at += 2;
            if (digit >= 1 << 15) {
                throw Errors.valueError("bad marshal data (digit out of range in long)");
            }
            value = value.or(BigInteger.valueOf(digit).shiftLeft(15 * i));
        }
        return Numbers.normalize(size < 0 ? value.negate() : value);
    }
}
