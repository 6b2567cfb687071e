package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** The methods of {@code io.StringIO}. */
@BuiltinType("_io.StringIO")
public final class StringIOType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_io.StringIO",
                            TextIOBaseType.TYPE,
                            StringIOTypeTable::new,
                            PyStringIO::new)
                    .madeAtRunTime();

    private StringIOType() {}

    @Builtin("__init__(self, initial_value='', newline='\\n')")
    static void init(PyStringIO self, Object initial, Object newline) {
        TruffleString nl = newlineArgument(newline);
        String shown = nl == null ? null : Str.java(nl);
        self.clear();
        self.closed = false;
        self.translate = nl == null;
        self.universal = nl == null || shown.isEmpty();
        self.decoder = self.universal ? new NewlineDecoder(self.translate) : null;
        self.readNewline = nl;
        self.writeNewline = "\r".equals(shown) || "\r\n".equals(shown) ? nl : null;
        if (initial != Singleton.NONE) {
            TruffleString text = Str.valueOrNull(initial);
            if (text == null) {
                throw Errors.typeError(
                        "initial_value must be str or None, not %s", Types.of(initial).name());
            }
            write(self, text);
            self.position = 0;
        }
    }

    /** A newline argument: null for None. */
    static TruffleString newlineArgument(Object newline) {
        if (newline == Singleton.NONE) {
            return null;
        }
        TruffleString s = Str.valueOrNull(newline);
        if (s == null) {
            throw Errors.typeError("newline must be str or None, not %s", Types.of(newline).name());
        }
        switch (Str.java(s)) {
            case "", "\n", "\r", "\r\n" -> {}
            default -> throw Errors.valueError("illegal newline value: %s", Str.java(Repr.repr(s)));
        }
        return s;
    }

    @Builtin("write(self, s, /)")
    static long write(PyStringIO self, Object s) {
        TruffleString text = Str.valueOrNull(s);
        if (text == null) {
            throw Errors.typeError("string argument expected, got '%s'", Types.of(s).name());
        }
        self.requireOpen();
        TruffleString written = text;
        if (self.decoder != null) {
            written = self.decoder.decode(written, true);
        }
        if (self.writeNewline != null) {
            written = Newlines.replace(written, self.writeNewline);
        }
        self.write(written);
        return Str.length(text);
    }

    @Builtin("getvalue(self, /)")
    static Object getvalue(PyStringIO self) {
        self.requireOpen();
        return self.value();
    }

    @Builtin("read(self, size=-1, /)")
    static Object read(PyStringIO self, Object size) {
        long limit = IOBaseType.limit(size);
        self.requireOpen();
        return self.read(limit);
    }

    @Builtin("readline(self, size=-1, /)")
    static Object readline(PyStringIO self, Object size) {
        long limit = IOBaseType.limit(size);
        self.requireOpen();
        return self.readLine(limit);
    }

    @Builtin("__next__(self, /)")
    static Object next(PyStringIO self) {
        self.requireOpen();
        TruffleString line = self.readLine(-1);
        if (Str.length(line) == 0) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return line;
    }

    @Builtin("tell(self, /)")
    static long tell(PyStringIO self) {
        self.requireOpen();
        return self.position;
    }

    @Builtin("seek(self, pos, whence=0, /)")
    static long seek(PyStringIO self, long position, int whence) {
        self.requireOpen();
        if (whence < 0 || whence > 2) {
            throw Errors.valueError("Invalid whence (%d, should be 0, 1 or 2)", whence);
        }
        if (position < 0 && whence == 0) {
            throw Errors.valueError("Negative seek position %d", position);
        }
        if (whence != 0 && position != 0) {
            throw Errors.raise(ExceptionTypes.OSError, "Can't do nonzero cur-relative seeks");
        }
        self.position = whence == 0 ? position : whence == 1 ? self.position : self.size();
        return self.position;
    }

    @Builtin("truncate(self, pos=None, /)")
    static long truncate(PyStringIO self, Object position) {
        self.requireOpen();
        long size = position == Singleton.NONE ? self.position : Args.toLong(position);
        if (size < 0) {
            throw Errors.valueError("Negative size value %d", size);
        }
        self.truncate((int) Math.min(size, Integer.MAX_VALUE));
        return size;
    }

    @Builtin("close(self, /)")
    static void close(PyStringIO self) {
        self.closed = true;
        self.clear();
    }

    @Builtin(value = "closed", kind = BuiltinKind.GETTER)
    static boolean closed(PyStringIO self) {
        return self.closed;
    }

    @Builtin("readable(self, /)")
    static boolean readable(PyStringIO self) {
        self.requireOpen();
        return true;
    }

    @Builtin("writable(self, /)")
    static boolean writable(PyStringIO self) {
        self.requireOpen();
        return true;
    }

    @Builtin("seekable(self, /)")
    static boolean seekable(PyStringIO self) {
        self.requireOpen();
        return true;
    }

    @Builtin(value = "line_buffering", kind = BuiltinKind.GETTER)
    static boolean lineBuffering(PyStringIO self) {
        self.requireOpen();
        return false;
    }

    @Builtin(value = "newlines", kind = BuiltinKind.GETTER)
    static Object newlines(PyStringIO self) {
        self.requireOpen();
        return self.decoder == null ? Singleton.NONE : self.decoder.newlines();
    }

    @Builtin("__getstate__(self, /)")
    static Object getstate(PyStringIO self) {
        self.requireOpen();
        PyDict dict = Attributes.instanceDict(self);
        PyDict copy = new PyDict();
        copy.copyFrom(dict);
        return PyTuple.of(
                self.value(),
                self.readNewline == null ? Singleton.NONE : self.readNewline,
                (long) self.position,
                dict.size() == 0 ? Singleton.NONE : copy);
    }

    @Builtin("__setstate__(self, state, /)")
    static void setstate(PyStringIO self, Object state) {
        self.requireOpen();
        if (!(state instanceof PyTuple t) || t.size() < 4) {
            throw Errors.typeError(
                    "%s.__setstate__ argument should be 4-tuple, got %s",
                    self.type().name(), Types.of(state).name());
        }
        init(self, Str.EMPTY, t.get(1));
        TruffleString value = t.get(0) == Singleton.NONE ? Str.EMPTY : Str.valueOrNull(t.get(0));
        if (value == null) {
            throw Errors.typeError(
                    "initial_value must be str or None, not %s", Types.of(t.get(0)).name());
        }
        self.write(value);
        if (Numbers.intOrNull(t.get(2)) == null) {
            throw Errors.typeError(
                    "third item of state must be an integer, got %s", Types.of(t.get(2)).name());
        }
        long position = Args.toLong(t.get(2));
        if (position < 0) {
            throw Errors.valueError("position value cannot be negative");
        }
        self.position = position;
        BytesIOType.restoreDict(self, t.get(3), "fourth");
    }
}
