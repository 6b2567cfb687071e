package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** The methods of {@code io.BufferedRWPair}. */
@BuiltinType(
        value = "_io.BufferedRWPair",
        signature = "(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)")
public final class BufferedRWPairType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_io.BufferedRWPair",
                            BufferedIOBaseType.TYPE,
                            BufferedRWPairTypeTable::new,
                            PyBufferedPair::new)
                    .madeAtRunTime()
                    .announcesDeath();

    private BufferedRWPairType() {}

    @Builtin("__init__(self, reader, writer, buffer_size=131072, /)")
    static void init(PyBufferedPair self, Object reader, Object writer, long size) {
        IOBaseType.check(reader, "readable", "File or stream is not readable.");
        IOBaseType.check(writer, "writable", "File or stream is not writable.");
        self.reader = Call.call(BufferedReaderType.TYPE, reader, size);
        self.writer = Call.call(BufferedWriterType.TYPE, writer, size);
    }

    private static Object reader(PyBufferedPair self) {
        if (self.reader == null) {
            throw Errors.valueError("I/O operation on uninitialized object");
        }
        return self.reader;
    }

    private static Object writer(PyBufferedPair self) {
        if (self.writer == null) {
            throw Errors.valueError("I/O operation on uninitialized object");
        }
        return self.writer;
    }

    @Builtin(value = "read(self, size=-1, /)", shown = "none")
    static Object read(PyBufferedPair self, Object size) {
        return Call.method(reader(self), "read", size);
    }

    @Builtin(value = "peek(self, size=0, /)", shown = "none")
    static Object peek(PyBufferedPair self, Object size) {
        return Call.method(reader(self), "peek", size);
    }

    @Builtin(value = "read1(self, size=-1, /)", shown = "none")
    static Object read1(PyBufferedPair self, Object size) {
        return Call.method(reader(self), "read1", size);
    }

    @Builtin(value = "readinto(self, buffer, /)", shown = "none")
    static Object readinto(PyBufferedPair self, Object buffer) {
        return Call.method(reader(self), "readinto", buffer);
    }

    @Builtin(value = "readinto1(self, buffer, /)", shown = "none")
    static Object readinto1(PyBufferedPair self, Object buffer) {
        return Call.method(reader(self), "readinto1", buffer);
    }

    @Builtin(value = "write(self, buffer, /)", shown = "none")
    static Object write(PyBufferedPair self, Object buffer) {
        return Call.method(writer(self), "write", buffer);
    }

    @Builtin("flush(self, /)")
    static Object flush(PyBufferedPair self) {
        return Call.method(writer(self), "flush");
    }

    @Builtin("readable(self, /)")
    static Object readable(PyBufferedPair self) {
        return Call.method(reader(self), "readable");
    }

    @Builtin("writable(self, /)")
    static Object writable(PyBufferedPair self) {
        return Call.method(writer(self), "writable");
    }

    @Builtin("close(self, /)")
    static Object close(PyBufferedPair self) {
        PyException failure = null;
        try {
            Call.method(writer(self), "close");
        } catch (PyException e) {
            failure = e;
        }
        Object result;
        try {
            result = Call.method(reader(self), "close");
        } catch (PyException e) {
            if (failure != null) {
                e.exception().context = failure.exception();
            }
            throw e;
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    @Builtin("isatty(self, /)")
    static Object isatty(PyBufferedPair self) {
        Object result = Call.method(writer(self), "isatty");
        return result == Boolean.TRUE ? result : Call.method(reader(self), "isatty");
    }

    @Builtin(value = "closed", kind = BuiltinKind.GETTER)
    static Object closed(PyBufferedPair self) {
        return Attributes.get(writer(self), "closed");
    }
}
