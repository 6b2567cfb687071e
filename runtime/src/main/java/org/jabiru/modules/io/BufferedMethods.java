package org.jabiru.modules.io;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Truth;

/** The methods that BufferedReader, BufferedWriter and BufferedRandom share. */
@BuiltinType("_io._Buffered")
final class BufferedMethods {
    private BufferedMethods() {}

    @Builtin(value = "raw", kind = BuiltinKind.FIELD)
    static Object raw(PyBuffered self) {
        return self.raw == null ? Singleton.NONE : self.raw;
    }

    @Builtin(value = "closed", kind = BuiltinKind.GETTER)
    static boolean closed(PyBuffered self) {
        return self.isClosed();
    }

    @Builtin(value = "name", kind = BuiltinKind.GETTER)
    static Object name(PyBuffered self) {
        return Attributes.get(self.raw(), "name");
    }

    @Builtin(value = "mode", kind = BuiltinKind.GETTER)
    static Object mode(PyBuffered self) {
        return Attributes.get(self.raw(), "mode");
    }

    @Builtin(value = "_finalizing", kind = BuiltinKind.FIELD)
    static boolean finalizing(PyBuffered self) {
        return self.finalizing;
    }

    @Builtin(value = "_finalizing", kind = BuiltinKind.SETTER)
    static void setFinalizing(PyBuffered self, Object value) {
        self.finalizing = Truth.isTrue(value);
    }

    @Builtin("seekable(self, /)")
    static Object seekable(PyBuffered self) {
        return Call.method(self.raw(), "seekable");
    }

    @Builtin("fileno(self, /)")
    static Object fileno(PyBuffered self) {
        return Call.method(self.raw(), "fileno");
    }

    @Builtin("isatty(self, /)")
    static Object isatty(PyBuffered self) {
        return Call.method(self.raw(), "isatty");
    }

    @Builtin("flush(self, /)")
    static void flush(PyBuffered self) {
        self.raw();
        self.requireOpen("flush of closed file");
        if (!self.writable) {
            Call.method(self.raw(), "flush");
            return;
        }
        self.enter();
        try {
            self.flushAndRewind();
        } finally {
            self.leave();
        }
    }

    @Builtin("close(self, /)")
    static Object close(PyBuffered self) {
        self.raw();
        self.enter();
        try {
            if (self.isClosed()) {
                return Singleton.NONE;
            }
            if (self.finalizing) {
                RawStream.deallocWarn(self.raw, self);
            }
        } finally {
            self.leave();
        }
        PyException failure = null;
        try {
            Call.method(self, "flush");
        } catch (PyException e) {
            failure = e;
            self.dropPending();
        }
        Object result;
        // Held until it is closed: who waits for the stream then finds it so.
        self.enter();
        try {
            result = Call.method(self.raw(), "close");
        } catch (PyException e) {
            if (failure != null) {
                e.exception().context = failure.exception();
            }
            throw e;
        } finally {
            self.leave();
        }
        self.released = true;
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    @Builtin("detach(self, /)")
    static Object detach(PyBuffered self) {
        self.raw();
        Call.method(self, "flush");
        Object raw = self.raw;
        self.raw = null;
        self.detached = true;
        return raw;
    }

    @Builtin("tell(self, /)")
    static long tell(PyBuffered self) {
        self.raw();
        self.enter();
        try {
            return self.tell();
        } finally {
            self.leave();
        }
    }

    @Builtin("seek(self, target, whence=0, /)")
    static long seek(PyBuffered self, Object target, int whence) {
        if (whence < 0 || whence > 4) {
            throw Errors.valueError("whence value %d unsupported", whence);
        }
        self.raw();
        self.requireOpen("seek of closed file");
        if (!Truth.isTrue(Call.method(self.raw, "seekable"))) {
            throw IoErrors.unsupported("File or stream is not seekable.");
        }
        long position = Args.toLong(target);
        self.enter();
        try {
            return self.seek(position, whence);
        } finally {
            self.leave();
        }
    }

    @Builtin("truncate(self, pos=None, /)")
    static Object truncate(PyBuffered self, Object position) {
        self.raw();
        self.requireOpen("truncate of closed file");
        if (!self.writable) {
            throw IoErrors.unsupported("truncate");
        }
        self.enter();
        try {
            self.flushAndRewind();
            Object wanted =
                    position == Singleton.NONE ? (Object) RawStream.tell(self.raw) : position;
            return Call.method(self.raw, "truncate", wanted);
        } finally {
            self.leave();
        }
    }

    @Builtin("_dealloc_warn(self, source, /)")
    static void deallocWarn(PyBuffered self, Object source) {
        if (self.raw != null) {
            RawStream.deallocWarn(self.raw, source);
        }
    }

    @Builtin("__getstate__(self, /)")
    static Object getstate(PyBuffered self) {
        throw Errors.typeError("cannot pickle '%s' instances", self.type().fullName());
    }

    @Builtin("__sizeof__(self, /)")
    static long sizeof(PyBuffered self) {
        return 128 + (self.raw == null || self.released ? 0 : self.bufferSize);
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyBuffered self) {
        Object name = null;
        try {
            name = Attributes.getOrNull(self, "name");
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.ValueError)) {
                throw e;
            }
        }
        String type = self.type().fullName();
        return Str.of(
                name == null
                        ? "<" + type + ">"
                        : "<" + type + " name=" + Str.java(Repr.repr(name)) + ">");
    }
}
