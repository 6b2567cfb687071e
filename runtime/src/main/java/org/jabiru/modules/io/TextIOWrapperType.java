package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.codecs.Codecs;
import org.jabiru.builtins.exceptions.ExceptionTypes;
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
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Truth;
import org.jabiru.protocol.Warnings;

/** The methods of {@code io.TextIOWrapper}. */
@BuiltinType("_io.TextIOWrapper")
public final class TextIOWrapperType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_io.TextIOWrapper",
                            TextIOBaseType.TYPE,
                            TextIOWrapperTypeTable::new,
                            PyTextIOWrapper::new)
                    .madeAtRunTime()
                    .announcesDeath();

    private TextIOWrapperType() {}

    @Builtin(
            "__init__(self, buffer, encoding=None, errors=None, newline=None,"
                    + " line_buffering=False, write_through=False)")
    static void init(
            PyTextIOWrapper self,
            Object buffer,
            Object encoding,
            Object errors,
            Object newline,
            boolean lineBuffering,
            boolean writeThrough) {
        self.buffer = null;
        self.initialized = false;
        self.detached = false;
        if (encoding == Singleton.NONE && PythonContext.get().configuration.warnDefaultEncoding) {
            Warnings.warn(ExceptionTypes.EncodingWarning, "'encoding' argument not specified", 1);
        }
        TruffleString chosen = encodingArgument(encoding);
        TruffleString handler = errorsArgument(errors);
        TruffleString nl = StringIOType.newlineArgument(newline);
        if (!Encodings.isKnown(Encodings.normalized(chosen))) {
            Encodings.lookupText(chosen);
        }
        Codecs.check(chosen, handler);
        self.encoding = chosen;
        self.errors = handler;
        self.lineBuffering = lineBuffering;
        self.writeThrough = writeThrough;
        setNewline(self, nl);
        self.decoder = null;
        self.encoder = null;
        self.setDecoded(Str.EMPTY);
        self.snapshot = null;
        if (Truth.isTrue(Call.method(buffer, "readable"))) {
            self.decoder = TextDecoder.of(chosen, handler);
        }
        boolean writable = Truth.isTrue(Call.method(buffer, "writable"));
        if (writable) {
            self.encoder = TextEncoder.of(chosen, handler);
        }
        self.hasRead1 =
                buffer instanceof PyBuffered || Attributes.getOrNull(buffer, "read1") != null;
        self.seekable = Truth.isTrue(Call.method(buffer, "seekable"));
        self.telling = self.seekable;
        self.buffer = buffer;
        fixEncoderState(self);
        self.initialized = true;
    }

    /** A byte order mark is written at the start of the file only. */
    private static void fixEncoderState(PyTextIOWrapper self) {
        if (self.seekable && self.encoder != null) {
            Object position = Call.method(self.buffer, "tell");
            if (!(position instanceof Long l && l == 0)) {
                self.encoder.setAtStart(false);
            }
        }
    }

    private static TruffleString encodingArgument(Object encoding) {
        if (encoding == Singleton.NONE) {
            return Str.name("UTF-8");
        }
        TruffleString s = Str.valueOrNull(encoding);
        if (s == null) {
            throw Errors.typeError(
                    "TextIOWrapper() argument 'encoding' must be str or None, not %s",
                    Types.of(encoding).name());
        }
        requireName(s);
        return Str.equal(s, Str.name("locale")) ? Str.name("UTF-8") : s;
    }

    /** As {@link #encodingArgument}; CPython looks up what stands before a null character. */
    private static TruffleString encodingToChange(Object encoding) {
        TruffleString s = Str.valueOrNull(encoding);
        int end = s == null ? -1 : Str.java(s).indexOf('\0');
        if (end < 0) {
            return encodingArgument(encoding);
        }
        String name = Str.java(s).substring(0, end);
        if (name.equals("locale")) {
            throw Errors.raise(ExceptionTypes.LookupError, "unknown encoding: locale");
        }
        return encodingArgument(Str.of(name));
    }

    private static TruffleString errorsArgument(Object errors) {
        if (errors == Singleton.NONE) {
            return Str.name("strict");
        }
        TruffleString s = Str.valueOrNull(errors);
        if (s == null) {
            throw Errors.typeError(
                    "TextIOWrapper() argument 'errors' must be str or None, not %s",
                    Types.of(errors).name());
        }
        requireName(s);
        return s;
    }

    /** Names of codecs and handlers are C strings in CPython: in UTF-8, without null. */
    private static void requireName(TruffleString s) {
        Call.method(s, "encode");
        if (Str.length(s) > 0 && s.indexOfCodePointUncached(0, 0, Str.length(s), Str.UTF_32) >= 0) {
            throw Errors.valueError("embedded null character");
        }
    }

    private static void setNewline(PyTextIOWrapper self, TruffleString nl) {
        String shown = nl == null ? null : Str.java(nl);
        self.readNewline = nl;
        self.translate = nl == null;
        self.universal = nl == null || shown.isEmpty();
        self.writeNewline = "\r".equals(shown) || "\r\n".equals(shown) ? nl : null;
        self.newlines = self.universal ? new NewlineDecoder(self.translate) : null;
    }

    @Builtin(
            value =
                    "reconfigure(self, *, encoding=None, errors=None, newline=<unrepresentable>,"
                            + " line_buffering=None, write_through=None)",
            shown =
                    "($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None,"
                            + " write_through=None)")
    static void reconfigure(
            PyTextIOWrapper self,
            Object encoding,
            Object errors,
            Object newline,
            Object lineBuffering,
            Object writeThrough) {
        self.buffer();
        boolean changes = encoding != Singleton.NONE || errors != Singleton.NONE || newline != null;
        if (changes && self.decoder != null && self.snapshot != null) {
            throw IoErrors.unsupported(
                    "It is not possible to set the encoding or newline of stream after the first"
                            + " read");
        }
        TruffleString nl = newline == null ? null : StringIOType.newlineArgument(newline);
        boolean byLine = flag(lineBuffering, self.lineBuffering);
        boolean through = flag(writeThrough, self.writeThrough);
        Call.method(self, "flush");
        if (encoding != Singleton.NONE || errors != Singleton.NONE) {
            TruffleString chosen =
                    encoding == Singleton.NONE ? self.encoding : encodingToChange(encoding);
            TruffleString handler =
                    errors != Singleton.NONE
                            ? errorsArgument(errors)
                            : encoding == Singleton.NONE ? self.errors : Str.name("strict");
            TextDecoder decoder = self.decoder == null ? null : TextDecoder.of(chosen, handler);
            TextEncoder encoder = self.encoder == null ? null : TextEncoder.of(chosen, handler);
            self.encoding = chosen;
            self.errors = handler;
            self.decoder = decoder;
            self.encoder = encoder;
            fixEncoderState(self);
        }
        if (newline != null) {
            setNewline(self, nl);
        }
        self.lineBuffering = byLine;
        self.writeThrough = through;
    }

    private static boolean flag(Object given, boolean otherwise) {
        return given == Singleton.NONE ? otherwise : Args.toLong(given) != 0;
    }

    @Builtin("detach(self, /)")
    static Object detach(PyTextIOWrapper self) {
        self.buffer();
        Call.method(self, "flush");
        Object buffer = self.buffer;
        self.buffer = null;
        self.detached = true;
        return buffer;
    }

    @Builtin("write(self, text, /)")
    static long write(PyTextIOWrapper self, Object text) {
        TruffleString s = Str.valueOrNull(text);
        if (s == null) {
            throw Errors.typeError("write() argument must be str, not %s", Types.of(text).name());
        }
        self.requireOpen();
        self.write(s);
        return Str.length(s);
    }

    @Builtin("read(self, size=-1, /)")
    static Object read(PyTextIOWrapper self, Object size) {
        long limit = IOBaseType.limit(size);
        self.requireOpen();
        return limit < 0 ? self.readAll() : self.read(limit);
    }

    @Builtin("readline(self, size=-1, /)")
    static Object readline(PyTextIOWrapper self, Object size) {
        long limit = IOBaseType.limit(size);
        self.requireOpen();
        return self.readLine(limit);
    }

    @Builtin("__next__(self, /)")
    static Object next(PyTextIOWrapper self) {
        self.telling = false;
        TruffleString line;
        if (self.type() == TYPE) {
            self.requireOpen();
            line = self.readLine(-1);
        } else {
            Object result = Call.method(self, "readline");
            line = Str.valueOrNull(result);
            if (line == null) {
                throw Errors.raise(
                        ExceptionTypes.OSError,
                        "readline() should have returned a str object, not '%s'",
                        Types.of(result).name());
            }
        }
        if (Str.length(line) == 0) {
            self.snapshot = null;
            self.telling = self.seekable;
            throw Errors.stopIteration(Singleton.NONE);
        }
        return line;
    }

    @Builtin("tell(self, /)")
    static Object tell(PyTextIOWrapper self) {
        self.requireOpen();
        return TextPosition.tell(self);
    }

    @Builtin(
            value = "seek(self, cookie, whence=0, /)",
            shown = "($self, cookie, whence=os.SEEK_SET, /)")
    static Object seek(PyTextIOWrapper self, Object cookie, int whence) {
        self.requireOpen();
        return TextPosition.seek(self, cookie, whence);
    }

    @Builtin("truncate(self, pos=None, /)")
    static Object truncate(PyTextIOWrapper self, Object position) {
        self.buffer();
        Call.method(self, "flush");
        return Call.method(self.buffer, "truncate", position);
    }

    @Builtin("flush(self, /)")
    static Object flush(PyTextIOWrapper self) {
        self.requireOpen();
        self.telling = self.seekable;
        self.writePending();
        return Call.method(self.buffer, "flush");
    }

    @Builtin("close(self, /)")
    static Object close(PyTextIOWrapper self) {
        self.buffer();
        if (self.isClosed() || self.detached) {
            return Singleton.NONE;
        }
        Object buffer = self.buffer;
        if (self.finalizing) {
            RawStream.deallocWarn(buffer, self);
        }
        PyException failure = null;
        try {
            Call.method(self, "flush");
        } catch (PyException e) {
            failure = e;
            self.dropPending();
        }
        Object result;
        try {
            result = Call.method(buffer, "close");
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

    @Builtin("fileno(self, /)")
    static Object fileno(PyTextIOWrapper self) {
        return Call.method(self.buffer(), "fileno");
    }

    @Builtin("seekable(self, /)")
    static Object seekable(PyTextIOWrapper self) {
        return Call.method(self.buffer(), "seekable");
    }

    @Builtin("readable(self, /)")
    static Object readable(PyTextIOWrapper self) {
        return Call.method(self.buffer(), "readable");
    }

    @Builtin("writable(self, /)")
    static Object writable(PyTextIOWrapper self) {
        return Call.method(self.buffer(), "writable");
    }

    @Builtin("isatty(self, /)")
    static Object isatty(PyTextIOWrapper self) {
        return Call.method(self.buffer(), "isatty");
    }

    @Builtin(value = "closed", kind = BuiltinKind.GETTER)
    static Object closed(PyTextIOWrapper self) {
        return Attributes.get(self.buffer(), "closed");
    }

    @Builtin(value = "name", kind = BuiltinKind.GETTER)
    static Object name(PyTextIOWrapper self) {
        return Attributes.get(self.buffer(), "name");
    }

    @Builtin(value = "buffer", kind = BuiltinKind.FIELD)
    static Object buffer(PyTextIOWrapper self) {
        return self.buffer();
    }

    @Builtin(value = "encoding", kind = BuiltinKind.FIELD)
    static Object encoding(PyTextIOWrapper self) {
        return self.encoding == null ? Singleton.NONE : self.encoding;
    }

    @Builtin(value = "errors", kind = BuiltinKind.GETTER)
    static Object errors(PyTextIOWrapper self) {
        self.requireInitialized();
        return self.errors;
    }

    @Builtin(value = "newlines", kind = BuiltinKind.GETTER)
    static Object newlines(PyTextIOWrapper self) {
        self.buffer();
        return self.newlines == null || self.decoder == null
                ? Singleton.NONE
                : self.newlines.newlines();
    }

    @Builtin(value = "line_buffering", kind = BuiltinKind.FIELD)
    static boolean lineBuffering(PyTextIOWrapper self) {
        return self.lineBuffering;
    }

    @Builtin(value = "write_through", kind = BuiltinKind.FIELD)
    static boolean writeThrough(PyTextIOWrapper self) {
        return self.writeThrough;
    }

    @Builtin(value = "_finalizing", kind = BuiltinKind.FIELD)
    static boolean finalizing(PyTextIOWrapper self) {
        return self.finalizing;
    }

    @Builtin(value = "_finalizing", kind = BuiltinKind.SETTER)
    static void setFinalizing(PyTextIOWrapper self, Object value) {
        self.finalizing = Truth.isTrue(value);
    }

    @Builtin(value = "_CHUNK_SIZE", kind = BuiltinKind.GETTER)
    static long chunkSize(PyTextIOWrapper self) {
        return self.chunkSize;
    }

    @Builtin(value = "_CHUNK_SIZE", kind = BuiltinKind.SETTER)
    static void setChunkSize(PyTextIOWrapper self, Object value) {
        if (value == null) {
            throw Errors.attributeError("cannot delete attribute");
        }
        long n = Args.toLong(value);
        if (n <= 0) {
            throw Errors.valueError("a strictly positive integer is required");
        }
        self.chunkSize = (int) Math.min(n, Integer.MAX_VALUE - 8);
    }

    @Builtin("__getstate__(self, /)")
    static Object getstate(PyTextIOWrapper self) {
        throw Errors.typeError("cannot pickle %s instances", self.type().fullName());
    }

    @Builtin("__repr__(self, /)")
    static Object repr(PyTextIOWrapper self) {
        self.requireInitialized();
        StringBuilder out = new StringBuilder("<").append(self.type().fullName());
        for (String attribute : new String[] {"name", "mode"}) {
            Object value = null;
            try {
                value = Attributes.getOrNull(self, attribute);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.ValueError)) {
                    throw e;
                }
            }
            if (value != null) {
                out.append(' ').append(attribute).append('=');
                out.append(Str.java(Repr.repr(value)));
            }
        }
        out.append(" encoding=").append(Str.java(Repr.repr(self.encoding))).append('>');
        return Str.of(out.toString());
    }
}
