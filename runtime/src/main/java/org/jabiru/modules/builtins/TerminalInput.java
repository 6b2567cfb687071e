package org.jabiru.modules.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.imports.ExtensionLoader;
import org.jabiru.libc.Libc;
import org.jabiru.modules.imp.ImpModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** Lines of a terminal that the module {@code readline} edits, with history and completion. */
final class TerminalInput {
    private TerminalInput() {}

    /**
     * The line without its end, or null when nothing edits lines here: {@code readline} was not
     * imported, or the streams are not the terminal.
     */
    static TruffleString lineOrNull(Object in, Object out, TruffleString prompt) {
        ExtensionLoader extensions = ImpModule.loaderOrNull();
        if (extensions == null
                || !extensions.editsLines()
                || !isTerminal(in, 0)
                || !isTerminal(out, 1)) {
            return null;
        }
        TruffleString encoding = textOrNull(in, "encoding");
        TruffleString errors = textOrNull(in, "errors");
        TruffleString shownEncoding = textOrNull(out, "encoding");
        TruffleString shownErrors = textOrNull(out, "errors");
        if (encoding == null || errors == null || shownEncoding == null || shownErrors == null) {
            return null;
        }
        ConsoleFunctions.flushIgnoringErrors(out);
        PyBytes shown = (PyBytes) Call.method(prompt, "encode", shownEncoding, shownErrors);
        byte[] bytes = shown.value;
        for (byte b : bytes) {
            if (b == 0) {
                throw Errors.valueError("input: prompt string cannot contain null characters");
            }
        }
        PyBytes line = extensions.editedLine(bytes);
        if (line.size() == 0) {
            throw Errors.of(ExceptionTypes.EOFError);
        }
        return ConsoleFunctions.withoutEnd(
                Str.valueOrNull(Call.method(line, "decode", encoding, errors)));
    }

    private static boolean isTerminal(Object stream, int descriptor) {
        try {
            return Call.method(stream, "fileno") instanceof Long number
                    && number == descriptor
                    && Libc.call("isatty", descriptor) != 0;
        } catch (PyException e) {
            if (!e.is(ExceptionTypes.Exception)) {
                throw e;
            }
            return false;
        }
    }

    private static TruffleString textOrNull(Object stream, String name) {
        return Str.valueOrNull(Attributes.getOrNull(stream, name));
    }
}
