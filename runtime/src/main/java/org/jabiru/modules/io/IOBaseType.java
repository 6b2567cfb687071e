package org.jabiru.modules.io;

import java.io.ByteArrayOutputStream;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;
import org.jabiru.protocol.Truth;
import org.jabiru.protocol.Unraisable;

/** The methods of {@code _io._IOBase}. */
@BuiltinType("_io._IOBase")
public final class IOBaseType {
    public static final PyType TYPE =
            PyType.builtin("_io._IOBase", IOBaseTypeTable::new, PyIOBase::new)
                    .madeAtRunTime()
                    .announcesDeath()
                    .withInstanceDict()
                    .withWeakReferences()
                    .withInstances();

    private IOBaseType() {}

    private static PyException unsupported(String method) {
        return IoErrors.unsupported(method);
    }

    @Builtin(
            value = "seek(self, offset, whence=0, /)",
            shown = "($self, offset, whence=os.SEEK_SET, /)")
    static Object seek(PyIOBase self, Object offset, Object whence) {
        throw unsupported("seek");
    }

    @Builtin("tell(self, /)")
    static Object tell(PyIOBase self) {
        return Call.method(self, "seek", 0L, 1L);
    }

    @Builtin("truncate(self, size=None, /)")
    static Object truncate(PyIOBase self, Object size) {
        throw unsupported("truncate");
    }

    @Builtin("fileno(self, /)")
    static Object fileno(PyIOBase self) {
        throw unsupported("fileno");
    }

    @Builtin("isatty(self, /)")
    static boolean isatty(PyIOBase self) {
        requireOpen(self);
        return false;
    }

    @Builtin("readable(self, /)")
    static boolean readable(PyIOBase self) {
        return false;
    }

    @Builtin("writable(self, /)")
    static boolean writable(PyIOBase self) {
        return false;
    }

    @Builtin("seekable(self, /)")
    static boolean seekable(PyIOBase self) {
        return false;
    }

    @Builtin(value = "closed", kind = BuiltinKind.GETTER)
    static boolean closed(PyIOBase self) {
        return self.baseClosed;
    }

    @Builtin("flush(self, /)")
    static void flush(PyIOBase self) {
        if (isClosed(self)) {
            throw IoErrors.closed();
        }
    }

    @Builtin("close(self, /)")
    static void close(PyIOBase self) {
        if (self.baseClosed) {
            return;
        }
        try {
            Call.method(self, "flush");
        } finally {
            self.baseClosed = true;
        }
    }

    @Builtin("__del__(self, /)")
    static void del(PyIOBase self) {
        boolean closed;
        try {
            closed = isClosed(self);
        } catch (PyException e) {
            // Not initialized, or broken: there is nothing to close.
            return;
        }
        if (closed) {
            return;
        }
        self.finalizing = true;
        try {
            Call.method(self, "close");
        } catch (PyException e) {
            String shown;
            try {
                shown = Str.java(Repr.repr(self));
            } catch (PyException broken) {
                shown = "<" + self.type().name() + ">";
            }
            Unraisable.report(e, "Exception ignored while finalizing file " + shown, null);
        }
    }

    @Builtin("__enter__(self, /)")
    static Object enter(PyIOBase self) {
        requireOpen(self);
        return self;
    }

    @Builtin(value = "__exit__(self, /, *args)", shown = "none")
    static void exit(PyIOBase self, Object[] args) {
        Call.method(self, "close");
    }

    @Builtin("__iter__(self, /)")
    static Object iter(PyIOBase self) {
        requireOpen(self);
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(PyIOBase self) {
        Object line = Call.method(self, "readline");
        if (Sequences.length(line) == 0) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return line;
    }

    /** Whether {@code self.closed} is true. */
    static boolean isClosed(PyIOBase self) {
        return Truth.isTrue(Attributes.get(self, "closed"));
    }

    static void requireOpen(PyIOBase self) {
        if (isClosed(self)) {
            throw IoErrors.closed();
        }
    }

    @Builtin("_checkClosed(self, /)")
    static void checkClosed(PyIOBase self) {
        requireOpen(self);
    }

    @Builtin("_checkReadable(self, /)")
    static Object checkReadable(PyIOBase self) {
        return check(self, "readable", "File or stream is not readable.");
    }

    @Builtin("_checkWritable(self, /)")
    static Object checkWritable(PyIOBase self) {
        return check(self, "writable", "File or stream is not writable.");
    }

    @Builtin("_checkSeekable(self, /)")
    static Object checkSeekable(PyIOBase self) {
        return check(self, "seekable", "File or stream is not seekable.");
    }

    /** UnsupportedOperation unless the stream says that it can do something. */
    static Object check(Object stream, String method, String message) {
        Object result = Call.method(stream, method);
        if (result != Boolean.TRUE) {
            throw unsupported(message);
        }
        return result;
    }

    @Builtin("readline(self, size=-1, /)")
    static Object readline(PyIOBase self, Object size) {
        long limit = limit(size);
        Object peek = Attributes.getOrNull(self, "peek");
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (limit < 0 || line.size() < limit) {
            long wanted = 1;
            if (peek != null) {
                byte[] ahead = bytesResult(Call.call(peek, 1L), "peek()");
                if (ahead.length > 0) {
                    wanted = 0;
                    long most =
                            limit < 0 ? ahead.length : Math.min(ahead.length, limit - line.size());
                    while (wanted < most && ahead[(int) wanted++] != '\n') {
                        // Up to the newline, which belongs to the line.
                    }
                }
            }
            byte[] part = bytesResult(Call.method(self, "read", wanted), "read()");
            if (part.length == 0) {
                break;
            }
            line.writeBytes(part);
            if (part[part.length - 1] == '\n') {
                break;
            }
        }
        return ByteArguments.bytes(line.toByteArray());
    }

    private static byte[] bytesResult(Object result, String method) {
        byte[] bytes = ByteArguments.bytesOrNull(result);
        if (bytes == null) {
            throw Errors.raise(
                    ExceptionTypes.OSError,
                    "%s should have returned a bytes object, not '%s'",
                    method,
                    Types.of(result).name());
        }
        return bytes;
    }

    /** A size argument: None is -1. */
    static long limit(Object size) {
        if (size == Singleton.NONE || size == null) {
            return -1;
        }
        if (!Numbers.isIndex(size)) {
            throw Errors.typeError(
                    "argument should be integer or None, not '%s'", Types.of(size).name());
        }
        return Args.toLong(size);
    }

    @Builtin("readlines(self, hint=-1, /)")
    static Object readlines(PyIOBase self, Object hint) {
        long most = limit(hint);
        PyList lines = new PyList();
        long length = 0;
        Object iterator = Iteration.iter(self);
        for (Object line = Iteration.next(iterator);
                line != null;
                line = Iteration.next(iterator)) {
            lines.append(line);
            length += most > 0 ? Sequences.length(line) : 0;
            if (most > 0 && length > most) {
                break;
            }
        }
        return lines;
    }

    @Builtin("writelines(self, lines, /)")
    static void writelines(PyIOBase self, Object lines) {
        requireOpen(self);
        Object iterator = Iteration.iter(lines);
        for (Object line = Iteration.next(iterator);
                line != null;
                line = Iteration.next(iterator)) {
            Call.method(self, "write", line);
        }
    }
}
