package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.Sequences;

/** {@code PyFile_NewStdPrinter}: a file for the first messages, which writes to a descriptor. */
@BuiltinType("stderrprinter")
public final class StandardPrinterType {
    public static final PyType TYPE =
            PyType.builtin("stderrprinter", StandardPrinterTypeTable::new, null).sealed();

    private StandardPrinterType() {}

    /** The printer of a file descriptor. */
    public static final class Printer extends PyObject {
        private final long fd;

        public Printer(long fd) {
            super(TYPE);
            this.fd = fd;
        }
    }

    @Builtin(value = "write(self, text, /)", doc = "Write the string to the descriptor.")
    static Object write(Printer self, Object text) {
        TruffleString s = Str.valueOrNull(text);
        if (s == null) {
            throw Errors.typeError("write() argument must be str");
        }
        Object bytes = Call.method(s, "encode", Str.name("utf-8"), Str.name("backslashreplace"));
        Object write = Modules.attribute("posix", "write");
        long size = Sequences.length(bytes);
        Call.call(write, self.fd, bytes);
        return size;
    }

    @Builtin(value = "fileno(self, /)", doc = "The descriptor.")
    static long fileno(Printer self) {
        return self.fd;
    }

    @Builtin(value = "isatty(self, /)", doc = "Whether the descriptor is a terminal.")
    static Object isatty(Printer self) {
        return Call.call(Modules.attribute("posix", "isatty"), self.fd);
    }

    @Builtin(value = "flush(self, /)", doc = "Nothing waits.")
    static void flush(Printer self) {}

    @Builtin(value = "close(self, /)", doc = "The descriptor stays open.")
    static void close(Printer self) {}

    @Builtin(value = "closed", kind = BuiltinKind.GETTER)
    static boolean closed(Printer self) {
        return false;
    }

    @Builtin(value = "encoding", kind = BuiltinKind.GETTER)
    static Object encoding(Printer self) {
        return Singleton.NONE;
    }

    @Builtin(value = "mode", kind = BuiltinKind.GETTER)
    static Object mode(Printer self) {
        return Str.name("w");
    }

    @Builtin("__repr__(self, /)")
    static String repr(Printer self) {
        return "<stdprinter(fd=" + self.fd + ")>";
    }
}
