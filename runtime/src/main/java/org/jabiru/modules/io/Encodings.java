package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.imports.Imports;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Truth;

/** Names of encodings. */
final class Encodings {
    private Encodings() {}

    /** One name for each encoding that is known here; others in lower case with hyphens. */
    static String normalized(TruffleString encoding) {
        String name = Str.java(encoding);
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(c == '_' || c == ' ' ? '-' : Character.toLowerCase(c));
        }
        return switch (out.toString()) {
            case "utf-8", "utf8", "u8", "cp65001" -> "utf-8";
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "l1" -> "latin-1";
            case "ascii", "us-ascii", "646" -> "ascii";
            default -> out.toString();
        };
    }

    /** Whether the normalised name is of an encoding that is done here. */
    static boolean isKnown(String normalized) {
        return normalized.equals("utf-8")
                || normalized.equals("latin-1")
                || normalized.equals("ascii");
    }

    /** {@code codecs.lookup} for text; LookupError for an unknown one, or one that is not text. */
    static Object lookupText(TruffleString encoding) {
        Object info = Call.method(Imports.importModule("codecs"), "lookup", encoding);
        Object text = Attributes.getOrNull(info, "_is_text_encoding");
        if (text != null && !Truth.isTrue(text)) {
            throw Errors.raise(
                    ExceptionTypes.LookupError,
                    "'%s' is not a text encoding; use codecs.open() to handle arbitrary codecs",
                    Str.java(encoding));
        }
        return info;
    }
}
