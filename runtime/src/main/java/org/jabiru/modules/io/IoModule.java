package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.imports.Imports;
import org.jabiru.modules.posix.PathArgument;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;

/** The functions of {@code _io}. */
@BuiltinModule("_io")
public final class IoModule {
    /** {@code io.DEFAULT_BUFFER_SIZE}. */
    public static final int DEFAULT_BUFFER_SIZE = 131072;

    private IoModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        module.dict.put("DEFAULT_BUFFER_SIZE", (long) DEFAULT_BUFFER_SIZE);
        module.dict.put("UnsupportedOperation", IoState.get().unsupportedOperation);
        module.dict.put("BlockingIOError", ExceptionTypes.BlockingIOError);
        PyType[] types = {
            IOBaseType.TYPE,
            RawIOBaseType.TYPE,
            BufferedIOBaseType.TYPE,
            TextIOBaseType.TYPE,
            FileIOType.TYPE,
            BytesIOType.TYPE,
            StringIOType.TYPE,
            BufferedReaderType.TYPE,
            BufferedWriterType.TYPE,
            BufferedRandomType.TYPE,
            BufferedRWPairType.TYPE,
            TextIOWrapperType.TYPE,
            IncrementalNewlineDecoderType.TYPE,
            PyBytesIOBuffer.TYPE,
        };
        for (PyType type : types) {
            module.dict.put(Str.of(type.shortName()), type);
        }
    }

    @Builtin("text_encoding(encoding, stacklevel=2, /)")
    static Object textEncoding(Object encoding, long stackLevel) {
        if (encoding != Singleton.NONE) {
            return encoding;
        }
        if (PythonContext.get().configuration.warnDefaultEncoding) {
            Call.method(
                    Imports.importModule("_warnings"),
                    "warn",
                    Str.name("'encoding' argument not specified."),
                    ExceptionTypes.EncodingWarning,
                    stackLevel);
        }
        return Str.name(PythonContext.get().configuration.utf8Mode ? "utf-8" : "locale");
    }

    @Builtin("open_code(path)")
    static Object openCode(TruffleString path) {
        return open(
                path,
                Str.name("rb"),
                -1,
                Singleton.NONE,
                Singleton.NONE,
                Singleton.NONE,
                true,
                Singleton.NONE);
    }

    @Builtin(
            "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None,"
                    + " closefd=True, opener=None)")
    static Object open(
            Object file,
            TruffleString mode,
            int buffering,
            Object encoding,
            Object errors,
            Object newline,
            boolean closeFd,
            Object opener) {
        Object path = file;
        Object named = Numbers.isIndex(file) ? null : PathArgument.pathOrNull(file);
        if (named != null) {
            path = named;
            if (Str.valueOrNull(path) == null && ByteArguments.bytesOrNull(path) == null) {
                throw Errors.typeError(
                        "expected %s.__fspath__() to return str or bytes, not %s",
                        Types.of(file).name(), Types.of(path).name());
            }
        }
        OpenMode m = OpenMode.parse(Str.java(mode));
        m.check(encoding, errors, newline);
        PyFileIO raw =
                (PyFileIO) Call.call(FileIOType.TYPE, path, Str.of(m.raw()), closeFd, opener);
        Object opened = raw;
        try {
            boolean lineBuffering = buffering == 1 && !m.binary();
            boolean tty = buffering < 0 && raw.isatty();
            int size = buffering;
            if (buffering < 0 || lineBuffering) {
                size = DEFAULT_BUFFER_SIZE;
                lineBuffering |= tty;
            }
            if (buffering == 1 && m.binary()) {
                Call.method(
                        Imports.importModule("_warnings"),
                        "warn",
                        Str.name(
                                "line buffering (buffering=1) isn't supported in binary mode, the"
                                        + " default buffer size will be used"),
                        ExceptionTypes.RuntimeWarning,
                        1L);
                size = DEFAULT_BUFFER_SIZE;
            }
            if (size == 0) {
                if (!m.binary()) {
                    throw Errors.valueError("can't have unbuffered text I/O");
                }
                return raw;
            }
            PyType buffered =
                    m.updating()
                            ? BufferedRandomType.TYPE
                            : m.reading() ? BufferedReaderType.TYPE : BufferedWriterType.TYPE;
            opened = Call.call(buffered, raw, (long) size);
            if (m.binary()) {
                return opened;
            }
            Object text =
                    Call.call(
                            TextIOWrapperType.TYPE,
                            opened,
                            encoding,
                            errors,
                            newline,
                            lineBuffering);
            Attributes.set(text, "mode", mode);
            return text;
        } catch (PyException e) {
            Call.method(opened, "close");
            throw e;
        }
    }
}
