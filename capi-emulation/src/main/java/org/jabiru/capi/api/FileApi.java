package org.jabiru.capi.api;

import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.types.StandardPrinterType;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Truth;

/** File Objects. */
public final class FileApi {
    private static final int RAW = 1;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;

    private FileApi() {}

    /** The name is for error messages only; CPython ignores it as well. */
    public static Object PyFile_FromFd(
            CapiContext context,
            int fd,
            String name,
            String mode,
            int buffering,
            String encoding,
            String errors,
            String newline,
            int closefd) {
        return Support.function(
                "io",
                "open",
                (long) fd,
                Str.of(mode),
                (long) buffering,
                Support.textOrNone(encoding),
                Support.textOrNone(errors),
                Support.textOrNone(newline),
                closefd != 0);
    }

    /** Only stdout and stderr are printed to so. */
    public static Object PyFile_NewStdPrinter(CapiContext context, int fd) {
        if (fd != STDOUT && fd != STDERR) {
            throw Support.badInternalCall();
        }
        return new StandardPrinterType.Printer(fd);
    }

    public static Object PyFile_GetLine(CapiContext context, Object file, int n) {
        Object line =
                n <= 0 ? Call.method(file, "readline") : Call.method(file, "readline", (long) n);
        boolean text = Str.valueOrNull(line) != null;
        if (!text && !(line instanceof PyBytes)) {
            throw Errors.typeError("object.readline() returned non-string");
        }
        if (n >= 0) {
            return line;
        }
        if (!Truth.isTrue(line)) {
            throw Errors.raise(ExceptionTypes.EOFError, "EOF when reading a line");
        }
        Object newline = text ? Str.of("\n") : new PyBytes(new byte[] {'\n'});
        return Call.method(line, "removesuffix", newline);
    }

    public static void PyFile_WriteObject(CapiContext context, Object obj, Object file, int flags) {
        if (file == null) {
            throw Errors.typeError("writeobject with NULL file");
        }
        Object text =
                obj == null
                        ? Str.of("<NULL>")
                        : (flags & RAW) != 0 ? Repr.strObject(obj) : Repr.repr(obj);
        Call.method(file, "write", text);
    }

    public static void PyFile_WriteString(CapiContext context, String string, Object file) {
        if (file == null) {
            throw Errors.systemError("null file for PyFile_WriteString");
        }
        Call.method(file, "write", Str.of(string));
    }
}
