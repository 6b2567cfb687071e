package org.jabiru.capi.functions;

import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/**
 * The docstring of a function or type made in C, in front of which its signature may stand: {@code
 * name(a, b)\n--\n\ntext}.
 */
public final class Docstring {
    private static final String END = ")\n--\n\n";

    private Docstring() {}

    /**
     * {@code __doc__}: what follows the signature; None for nothing.
     *
     * @param name of the function or type, without its module
     * @param text may be null
     */
    public static Object doc(String name, String text) {
        if (text == null) {
            return Singleton.NONE;
        }
        int end = signatureEnd(name, text);
        String doc = end < 0 ? text : text.substring(end + END.length());
        return doc.isEmpty() ? Singleton.NONE : Str.of(doc);
    }

    /** {@code __text_signature__}: from parenthesis to parenthesis, or None. */
    public static Object signature(String name, String text) {
        int end = text == null ? -1 : signatureEnd(name, text);
        return end < 0 ? Singleton.NONE : Str.of(text.substring(name.length(), end + 1));
    }

    /** Where the signature's last parenthesis is, or -1; a signature has no empty line in it. */
    private static int signatureEnd(String name, String text) {
        if (!text.startsWith(name + "(")) {
            return -1;
        }
        int end = text.indexOf(END);
        int emptyLine = text.indexOf("\n\n");
        return emptyLine >= 0 && emptyLine < end ? -1 : end;
    }
}
