package org.jabiru.modules.builtins;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.bytes.BytesType;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.compiler.Compile;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.parser.SourceText;
import org.jabiru.protocol.Call;

/** Source text as {@code compile} and its relatives take it: a str, or bytes in any encoding. */
public final class SourceArgument {
    private SourceArgument() {}

    /** A file name given as str, bytes or {@code os.PathLike}. */
    public static TruffleString fileName(Object fileName) {
        return FileNames.decode(fileName);
    }

    /**
     * Reads source text.
     *
     * @param function what messages call the function whose argument it is
     */
    public static SourceText read(Object source, String fileName, String function) {
        TruffleString s = Str.valueOrNull(source);
        if (s != null) {
            String java = Str.java(s);
            if (java.indexOf('\0') >= 0) {
                throw Errors.of(
                        ExceptionTypes.SyntaxError,
                        Str.of("source code string cannot contain null bytes"));
            }
            return SourceText.ofString(java, fileName);
        }
        if (NumberFunctions.isBytes(source) || Types.of(source).lookup("__buffer__") != null) {
            byte[] raw = ((PyBytes) Call.call(BytesType.TYPE, source)).value;
            return Compile.decode(raw, fileName);
        }
        String other =
                switch (function) {
                    case "compile" -> "string, bytes or AST";
                    case "symtable" -> "string or bytes";
                    default -> "string, bytes or code";
                };
        throw Errors.typeError("%s() arg 1 must be a %s object", function, other);
    }
}
