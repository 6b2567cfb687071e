package org.jabiru.modules.pickle;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.codecs.ByteEscape;
import org.jabiru.builtins.codecs.UnicodeEscape;
import org.jabiru.builtins.codecs.Utf8;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.floats.FloatText;
import org.jabiru.builtins.ints.IntParser;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.memoryview.MemoryViewType;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.PyBuffer;

/** Executes a pickle: values and the stack here, objects in {@link ObjectBuilder}. */
final class ObjectLoader {
    private final PyUnpickler unpickler;
    private final PickleInput in;
    private final LoadStack stack = new LoadStack();
    private final ObjectBuilder builder;
    private final Object persistentLoad;

    ObjectLoader(PyUnpickler unpickler, PickleInput in) {
        this.unpickler = unpickler;
        this.in = in;
        this.builder = new ObjectBuilder(unpickler, stack);
        this.persistentLoad = Attributes.get(unpickler, "persistent_load");
    }

    Object load() {
        unpickler.busy = true;
        unpickler.protocol = 0;
        try {
            while (true) {
                int opcode = in.opcode();
                if (opcode == Opcode.STOP) {
                    return stack.pop();
                }
                if (!value(opcode) && !container(opcode) && !object(opcode)) {
                    throw PickleErrors.unpickling(
                            opcode >= 0x20 && opcode < 0x7f && opcode != '\'' && opcode != '\\'
                                    ? "invalid load key, '%c'."
                                    : "invalid load key, '\\x%02x'.",
                            opcode);
                }
            }
        } finally {
            unpickler.busy = false;
            unpickler.lastLine = in.lastLine() > 0 ? in.lastLine() : unpickler.lastLine;
            unpickler.marks = Math.max(unpickler.marks, stack.roomForMarks());
        }
    }

    /** Numbers, strings and constants. */
    private boolean value(int opcode) {
        switch (opcode) {
            case Opcode.NONE -> stack.push(Singleton.NONE);
            case Opcode.NEWTRUE -> stack.push(true);
            case Opcode.NEWFALSE -> stack.push(false);
            case Opcode.INT -> stack.push(intOfLine());
            case Opcode.LONG -> stack.push(longOfLine());
            case Opcode.BININT -> stack.push((long) (int) in.number(4));
            case Opcode.BININT1 -> stack.push(in.number(1));
            case Opcode.BININT2 -> stack.push(in.number(2));
            case Opcode.LONG1 -> stack.push(bigNumber(in.bytes(in.number(1))));
            case Opcode.LONG4 -> stack.push(bigNumber(in.bytes(signedLength("LONG"))));
            case Opcode.FLOAT -> {
                byte[] line = in.argument();
                stack.push(FloatText.parse(line, new PyBytes(line)));
            }
            case Opcode.BINFLOAT ->
                    stack.push(Double.longBitsToDouble(Long.reverseBytes(in.number(8))));
            case Opcode.STRING -> stack.push(decoded(quoted(in.line())));
            case Opcode.BINSTRING -> stack.push(decoded(in.bytes(signedLength("BINSTRING"))));
            case Opcode.SHORT_BINSTRING -> stack.push(decoded(in.bytes(in.number(1))));
            case Opcode.UNICODE ->
                    stack.push(UnicodeEscape.decodeRaw(in.line(), "strict", true).text());
            case Opcode.SHORT_BINUNICODE -> stack.push(text(in.number(1)));
            case Opcode.BINUNICODE -> stack.push(text(in.number(4)));
            case Opcode.BINUNICODE8 -> stack.push(text(in.length("BINUNICODE8")));
            case Opcode.SHORT_BINBYTES -> stack.push(PyBytes.of(in.bytes(in.number(1))));
            case Opcode.BINBYTES -> stack.push(PyBytes.of(in.bytes(in.number(4))));
            case Opcode.BINBYTES8 -> stack.push(PyBytes.of(in.bytes(in.length("BINBYTES8"))));
            case Opcode.BYTEARRAY8 ->
                    stack.push(new PyByteArray(in.bytes(in.length("BYTEARRAY8"))));
            case Opcode.NEXT_BUFFER -> stack.push(nextBuffer());
            case Opcode.READONLY_BUFFER -> readOnlyBuffer();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Containers, the stack, the memo. */
    private boolean container(int opcode) {
        switch (opcode) {
            case Opcode.MARK -> stack.mark();
            case Opcode.POP -> stack.popItemOrMark();
            case Opcode.POP_MARK -> stack.popMark();
            case Opcode.DUP -> stack.push(stack.top());
            case Opcode.EMPTY_TUPLE -> stack.push(PyTuple.EMPTY);
            case Opcode.TUPLE1 -> stack.push(new PyTuple(stack.pop(1)));
            case Opcode.TUPLE2 -> stack.push(new PyTuple(stack.pop(2)));
            case Opcode.TUPLE3 -> stack.push(new PyTuple(stack.pop(3)));
            case Opcode.TUPLE -> stack.push(PyTuple.of(stack.popMark()));
            case Opcode.EMPTY_LIST -> stack.push(new PyList());
            case Opcode.LIST -> stack.push(new PyList(stack.popMark()));
            case Opcode.EMPTY_DICT -> stack.push(new PyDict());
            case Opcode.DICT -> {
                Object[] items = stack.popMark();
                PyDict d = new PyDict();
                builder.setItems(d, items, "DICT");
                stack.push(d);
            }
            case Opcode.EMPTY_SET -> stack.push(new PySet());
            case Opcode.FROZENSET -> stack.push(builder.frozenSet(stack.popMark()));
            case Opcode.APPEND -> builder.append(stack.pop(1));
            case Opcode.APPENDS -> builder.append(stack.popMark());
            case Opcode.SETITEM -> {
                Object[] entry = stack.pop(2);
                builder.setItems(stack.top(), entry, "SETITEM");
            }
            case Opcode.SETITEMS -> {
                Object[] entries = stack.popMark();
                builder.setItems(stack.top(), entries, "SETITEMS");
            }
            case Opcode.ADDITEMS -> builder.addItems(stack.popMark());
            case Opcode.GET -> remembered(number(in.argument()));
            case Opcode.BINGET -> remembered(in.number(1));
            case Opcode.LONG_BINGET -> remembered(in.number(4));
            case Opcode.PUT -> {
                long index = number(in.argument());
                if (index < 0) {
                    throw Errors.valueError("negative PUT argument");
                }
                unpickler.remember(index, stack.top());
            }
            case Opcode.BINPUT -> unpickler.remember(in.number(1), stack.top());
            case Opcode.LONG_BINPUT -> unpickler.remember(in.number(4), stack.top());
            case Opcode.MEMOIZE -> unpickler.remember(unpickler.memoSize(), stack.top());
            case Opcode.FRAME -> in.frame(in.length("FRAME length"));
            case Opcode.PROTO -> {
                int protocol = (int) in.number(1);
                if (protocol > Opcode.HIGHEST_PROTOCOL) {
                    throw Errors.valueError("unsupported pickle protocol: %d", protocol);
                }
                unpickler.protocol = protocol;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Globals and instances. */
    private boolean object(int opcode) {
        switch (opcode) {
            case Opcode.PERSID -> stack.push(Call.call(persistentLoad, persistentLine()));
            case Opcode.BINPERSID -> stack.push(Call.call(persistentLoad, stack.pop()));
            case Opcode.GLOBAL -> {
                TruffleString module = Utf8.decode(in.argument(), "strict", true).text();
                TruffleString name = Utf8.decode(in.argument(), "strict", true).text();
                stack.push(builder.findClass(module, name));
            }
            case Opcode.STACK_GLOBAL -> {
                Object[] names = stack.pop(2);
                if (!(names[0] instanceof TruffleString) || !(names[1] instanceof TruffleString)) {
                    throw PickleErrors.unpickling("STACK_GLOBAL requires str");
                }
                stack.push(builder.findClass(names[0], names[1]));
            }
            case Opcode.EXT1 -> stack.push(builder.extension(in.number(1)));
            case Opcode.EXT2 -> stack.push(builder.extension(in.number(2)));
            case Opcode.EXT4 -> stack.push(builder.extension((int) in.number(4)));
            case Opcode.INST -> {
                TruffleString module = asciiText(in.argument());
                TruffleString name = asciiText(in.argument());
                Object cls = builder.findClass(module, name);
                stack.push(builder.instantiate(cls, stack.popMark()));
            }
            case Opcode.OBJ -> builder.object();
            case Opcode.NEWOBJ -> builder.newObject(false);
            case Opcode.NEWOBJ_EX -> builder.newObject(true);
            case Opcode.REDUCE -> builder.reduce();
            case Opcode.BUILD -> builder.build();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void remembered(long index) {
        Object o = unpickler.remembered(index);
        if (o == null) {
            throw PickleErrors.unpickling("Memo value not found at index %d", index);
        }
        stack.push(o);
    }

    private static long number(byte[] line) {
        Object parsed = IntParser.parse(line, 10, new PyBytes(line));
        if (parsed instanceof Long l) {
            return l;
        }
        throw Errors.overflowError("Python int too large to convert to C ssize_t");
    }

    private Object intOfLine() {
        byte[] line = in.argument();
        if (line.length == 2 && line[0] == '0' && (line[1] == '0' || line[1] == '1')) {
            return line[1] == '1';
        }
        return IntParser.parse(line, 10, new PyBytes(line));
    }

    private Object longOfLine() {
        byte[] line = in.argument();
        int n = line.length;
        if (n > 0 && line[n - 1] == 'L') {
            line = Arrays.copyOf(line, n - 1);
        }
        return IntParser.parse(line, 10, new PyBytes(line));
    }

    private static Object bigNumber(byte[] little) {
        byte[] big = new byte[Math.max(1, little.length)];
        for (int i = 0; i < little.length; i++) {
            big[big.length - 1 - i] = little[i];
        }
        return Numbers.normalize(new BigInteger(big));
    }

    private long signedLength(String operation) {
        int n = (int) in.number(4);
        if (n < 0) {
            throw PickleErrors.unpickling("%s pickle has negative byte count", operation);
        }
        return n;
    }

    private TruffleString text(long length) {
        return Utf8.decode(in.bytes(length), "surrogatepass", true).text();
    }

    /** A str of Python 2. */
    private Object decoded(byte[] b) {
        PyBytes value = new PyBytes(b);
        return Str.java(unpickler.encoding).equals("bytes")
                ? value
                : Call.method(value, "decode", unpickler.encoding, unpickler.errors);
    }

    private static byte[] quoted(byte[] line) {
        int n = line.length;
        if (n < 2 || line[0] != line[n - 1] || line[0] != '"' && line[0] != '\'') {
            throw PickleErrors.unpickling("the STRING opcode argument must be quoted");
        }
        return ByteEscape.decode(Arrays.copyOfRange(line, 1, n - 1), "strict");
    }

    private static TruffleString asciiText(byte[] line) {
        return Str.valueOrNull(
                Call.method(new PyBytes(line), "decode", Str.name("ascii"), Str.name("strict")));
    }

    private static Object persistentLine(byte[] line) {
        for (byte b : line) {
            if (b < 0) {
                throw PickleErrors.unpickling("persistent IDs in protocol 0 must be ASCII strings");
            }
        }
        return Str.of(new String(line, StandardCharsets.US_ASCII));
    }

    private Object persistentLine() {
        return persistentLine(in.line());
    }

    private Object nextBuffer() {
        if (unpickler.buffers == null) {
            throw PickleErrors.unpickling(
                    "pickle stream refers to out-of-band data but no *buffers* argument was given");
        }
        Object next = Iteration.next(unpickler.buffers);
        if (next == null) {
            throw PickleErrors.unpickling("not enough out-of-band buffers");
        }
        return next;
    }

    private void readOnlyBuffer() {
        var view = MemoryViewType.of(stack.top(), PyBuffer.FULL_RO);
        if (!view.buffer().readOnly) {
            stack.setTop(Call.method(view, "toreadonly"));
        }
    }
}
