package org.jabiru.modules.io;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.builtins.type.TypeLayout;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/** The methods of {@code io.BytesIO}. */
@BuiltinType(value = "_io.BytesIO", signature = "(initial_bytes=b'')")
public final class BytesIOType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_io.BytesIO",
                            BufferedIOBaseType.TYPE,
                            BytesIOTypeTable::new,
                            PyBytesIO::new)
                    .madeAtRunTime();

    private BytesIOType() {}

    @Builtin("__init__(self, initial_bytes=<unrepresentable>)")
    static void init(PyBytesIO self, Object initial) {
        self.requireResizable();
        self.size = 0;
        self.position = 0;
        if (initial != null && initial != Singleton.NONE) {
            self.write(ByteArguments.read(initial));
            self.position = 0;
        }
    }

    @Builtin("readable(self, /)")
    static boolean readable(PyBytesIO self) {
        self.requireOpen();
        return true;
    }

    @Builtin("writable(self, /)")
    static boolean writable(PyBytesIO self) {
        self.requireOpen();
        return true;
    }

    @Builtin("seekable(self, /)")
    static boolean seekable(PyBytesIO self) {
        self.requireOpen();
        return true;
    }

    @Builtin("isatty(self, /)")
    static boolean isatty(PyBytesIO self) {
        self.requireOpen();
        return false;
    }

    @Builtin("flush(self, /)")
    static void flush(PyBytesIO self) {
        self.requireOpen();
    }

    @Builtin("tell(self, /)")
    static long tell(PyBytesIO self) {
        self.requireOpen();
        return self.position;
    }

    @Builtin("getvalue(self, /)")
    static Object getvalue(PyBytesIO self) {
        self.requireOpen();
        return ByteArguments.bytes(self.value());
    }

    @Builtin("getbuffer(self, /)")
    static Object getbuffer(PyBytesIO self) {
        self.requireOpen();
        return ByteArguments.memoryView(new PyBytesIOBuffer(self));
    }

    @Builtin("read(self, size=-1, /)")
    static Object read(PyBytesIO self, Object size) {
        long limit = IOBaseType.limit(size);
        self.requireOpen();
        return ByteArguments.bytes(self.read(limit));
    }

    @Builtin("read1(self, size=-1, /)")
    static Object read1(PyBytesIO self, Object size) {
        return read(self, size);
    }

    @Builtin("readinto(self, buffer, /)")
    static long readinto(PyBytesIO self, Object buffer) {
        self.requireOpen();
        byte[] data = self.read(ByteArguments.writableLength(buffer));
        ByteArguments.write(buffer, data, data.length);
        return data.length;
    }

    @Builtin("readline(self, size=-1, /)")
    static Object readline(PyBytesIO self, Object size) {
        long limit = IOBaseType.limit(size);
        self.requireOpen();
        return ByteArguments.bytes(self.readLine(limit));
    }

    @Builtin("readlines(self, size=None, /)")
    static Object readlines(PyBytesIO self, Object size) {
        long most = IOBaseType.limit(size);
        self.requireOpen();
        PyList lines = new PyList();
        long total = 0;
        while (true) {
            byte[] line = self.readLine(-1);
            if (line.length == 0) {
                return lines;
            }
            lines.append(ByteArguments.bytes(line));
            total += line.length;
            if (most > 0 && total >= most) {
                return lines;
            }
        }
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyBytesIO self) {
        self.requireOpen();
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyBytesIO self) {
        self.requireOpen();
        byte[] line = self.readLine(-1);
        if (line.length == 0) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return ByteArguments.bytes(line);
    }

    @Builtin("write(self, b, /)")
    static long write(PyBytesIO self, Object b) {
        self.requireOpen();
        byte[] data = ByteArguments.read(b);
        // Getting at the bytes may have closed the stream, or taken a view of it.
        self.requireOpen();
        self.write(data);
        return data.length;
    }

    @Builtin("writelines(self, lines, /)")
    static void writelines(PyBytesIO self, Object lines) {
        self.requireOpen();
        Object iterator = Iteration.iter(lines);
        for (Object line = Iteration.next(iterator);
                line != null;
                line = Iteration.next(iterator)) {
            write(self, line);
        }
    }

    @Builtin("seek(self, pos, whence=0, /)")
    static long seek(PyBytesIO self, long position, int whence) {
        self.requireOpen();
        if (position < 0 && whence == 0) {
            throw Errors.valueError("negative seek value %d", position);
        }
        long base =
                switch (whence) {
                    case 0 -> 0;
                    case 1 -> self.position;
                    case 2 -> self.size;
                    default ->
                            throw Errors.valueError(
                                    "invalid whence (%d, should be 0, 1 or 2)", whence);
                };
        if (position > Long.MAX_VALUE - base) {
            throw Errors.overflowError("new position too large");
        }
        self.position = Math.max(0, base + position);
        return self.position;
    }

    @Builtin("truncate(self, size=None, /)")
    static long truncate(PyBytesIO self, Object size) {
        self.requireOpen();
        self.requireResizable();
        long wanted = size == Singleton.NONE ? self.position : Args.toLong(size);
        if (wanted < 0) {
            throw Errors.valueError("negative size value %d", wanted);
        }
        self.truncate((int) Math.min(wanted, Integer.MAX_VALUE));
        return wanted;
    }

    @Builtin("close(self, /)")
    static void close(PyBytesIO self) {
        self.requireResizable();
        self.closed = true;
        self.data = new byte[0];
        self.size = 0;
    }

    @Builtin(value = "closed", kind = BuiltinKind.GETTER)
    static boolean closed(PyBytesIO self) {
        return self.closed;
    }

    @Builtin("__getstate__(self, /)")
    static Object getstate(PyBytesIO self) {
        self.requireOpen();
        PyDict dict = Attributes.instanceDict(self);
        PyDict copy = new PyDict();
        copy.copyFrom(dict);
        return PyTuple.of(
                ByteArguments.bytes(self.value()),
                (long) self.position,
                dict.size() == 0 ? Singleton.NONE : copy);
    }

    @Builtin("__setstate__(self, object, /)")
    static void setstate(PyBytesIO self, Object state) {
        self.requireOpen();
        if (!(state instanceof PyTuple t) || t.size() < 3) {
            throw Errors.typeError(
                    "%s.__setstate__ argument should be 3-tuple, got %s",
                    self.type().name(), Types.of(state).name());
        }
        self.requireResizable();
        self.size = 0;
        self.position = 0;
        self.write(ByteArguments.read(t.get(0)));
        if (Numbers.intOrNull(t.get(1)) == null) {
            throw Errors.typeError(
                    "second item of state must be an integer, not %s", Types.of(t.get(1)).name());
        }
        long position = Args.toLong(t.get(1));
        if (position < 0) {
            throw Errors.valueError("position value cannot be negative");
        }
        self.position = position;
        restoreDict(self, t.get(2), "third");
    }

    /** Puts the attributes of a state back; None for none. */
    static void restoreDict(PyIOBase self, Object state, String which) {
        if (state == Singleton.NONE) {
            return;
        }
        if (!(state instanceof PyDict d)) {
            throw Errors.typeError(
                    "%s item of state should be a dict, got a %s", which, Types.of(state).name());
        }
        PyDict own = Attributes.instanceDict(self);
        for (int i = d.first(); i >= 0; i = d.next(i)) {
            own.put(d.keyAt(i), d.valueAt(i));
        }
    }

    @Builtin("__sizeof__(self, /)")
    static long sizeof(PyBytesIO self) {
        // CPython keeps the content in a bytes object.
        long content = self.data.length == 0 ? 0 : 33L + self.data.length;
        return TypeLayout.basicSize(self.type()) + content;
    }
}
