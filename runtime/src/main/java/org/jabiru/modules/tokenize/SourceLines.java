package org.jabiru.modules.tokenize;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** Source that a function gives line by line. */
final class SourceLines {
    private SourceLines() {}

    /**
     * All lines.
     *
     * @param encoding that of lines in bytes, or null when the lines are str
     */
    static String readAll(Object readline, String encoding) {
        StringBuilder out = new StringBuilder();
        while (true) {
            Object line;
            try {
                line = Call.call(readline);
            } catch (PyException e) {
                if (e.is(ExceptionTypes.StopIteration)) {
                    return out.toString();
                }
                throw e;
            }
            if (encoding != null) {
                if (!(line instanceof PyBytes)) {
                    throw Errors.typeError("readline() returned a non-bytes object");
                }
                line = Call.method(line, "decode", Str.of(encoding), Str.name("replace"));
            }
            TruffleString text = Str.valueOrNull(line);
            if (text == null) {
                throw Errors.typeError("readline() returned a non-string object");
            }
            if (Str.length(text) == 0) {
                return out.toString();
            }
            out.append(Str.java(text));
        }
    }
}
