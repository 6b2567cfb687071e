package org.jabiru.modules.json;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/** Reads the strings of a JSON document. */
final class StringScanner {
    private final TruffleString document;
    private final CodePoints in;
    private final boolean strict;

    /** Where the string that was read last ended: after its quote. */
    int end;

    StringScanner(TruffleString document, CodePoints in, boolean strict) {
        this.document = document;
        this.in = in;
        this.strict = strict;
    }

    /** Reads a string whose opening quote is just before a position. */
    TruffleString read(long from) {
        int length = in.length();
        if (from < 0 || from > length) {
            throw Errors.valueError("end is out of bounds");
        }
        int begin = (int) from - 1;
        int at = (int) from;
        StrBuilder out = null;
        while (true) {
            int start = at;
            int c = 0;
            while (at < length) {
                c = in.at(at);
                if (c == '"' || c == '\\') {
                    break;
                }
                if (c <= 0x1f && strict) {
                    throw JsonErrors.decodeError("Invalid control character at", document, at);
                }
                at++;
            }
            if (at >= length) {
                throw unterminated(begin);
            }
            if (c == '"') {
                end = at + 1;
                TruffleString rest = Str.substring(document, start, at);
                return out == null ? rest : out.append(rest).toStr();
            }
            if (out == null) {
                out = new StrBuilder();
            }
            out.append(Str.substring(document, start, at));
            at = escape(out, at + 1, begin);
        }
    }

    /** Reads what follows a backslash; the position after it. */
    private int escape(StrBuilder out, int from, int begin) {
        if (from >= in.length()) {
            throw unterminated(begin);
        }
        int c = in.at(from);
        if (c == 'u') {
            return unicode(out, from + 1);
        }
        int meant =
                switch (c) {
                    case '"', '\\', '/' -> c;
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> throw JsonErrors.decodeError("Invalid \\escape", document, from - 1);
                };
        out.appendCodePoint(meant);
        return from + 1;
    }

    private int unicode(StrBuilder out, int from) {
        int c = hex(from);
        if (c < 0) {
            throw JsonErrors.decodeError("Invalid \\uXXXX escape", document, from - 1);
        }
        int at = from + 4;
        if (Character.isHighSurrogate((char) c)
                && at + 6 < in.length()
                && in.at(at) == '\\'
                && in.at(at + 1) == 'u') {
            int low = hex(at + 2);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                c = Character.toCodePoint((char) c, (char) low);
                at += 6;
            }
        }
        out.appendCodePoint(c);
        return at;
    }

    /** Four hexadecimal digits, which must be followed by something; -1 when they are not there. */
    private int hex(int from) {
        if (from + 4 >= in.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int c = in.at(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private RuntimeException unterminated(int begin) {
        return JsonErrors.decodeError("Unterminated string starting at", document, begin);
    }
}
