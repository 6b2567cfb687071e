package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** Sees which newlines text has, and makes \n of them when it is to translate. */
final class NewlineDecoder {
    private static final int LF = 1;
    private static final int CR = 2;
    private static final int CRLF = 4;

    private final boolean translate;
    private int seen;
    private boolean pendingCr;

    NewlineDecoder(boolean translate) {
        this.translate = translate;
    }

    boolean pendingCr() {
        return pendingCr;
    }

    void setPendingCr(boolean pending) {
        pendingCr = pending;
    }

    void reset() {
        seen = 0;
        pendingCr = false;
    }

    TruffleString decode(TruffleString text, boolean last) {
        int n = Str.length(text);
        boolean anyCr = n > 0 && text.indexOfCodePointUncached('\r', 0, n, Str.UTF_32) >= 0;
        if (!anyCr && !pendingCr) {
            if (n > 0
                    && (seen & LF) == 0
                    && text.indexOfCodePointUncached('\n', 0, n, Str.UTF_32) >= 0) {
                seen |= LF;
            }
            return text;
        }
        int[] in = new int[n + 1];
        int count = 0;
        if (pendingCr && (n > 0 || last)) {
            in[count++] = '\r';
            pendingCr = false;
        }
        for (int c : Str.codePoints(text)) {
            in[count++] = c;
        }
        if (count > 0 && in[count - 1] == '\r' && !last) {
            count--;
            pendingCr = true;
        }
        int[] out = new int[count];
        int m = 0;
        for (int i = 0; i < count; i++) {
            int c = in[i];
            if (c == '\n') {
                seen |= LF;
            } else if (c == '\r') {
                boolean pair = i + 1 < count && in[i + 1] == '\n';
                seen |= pair ? CRLF : CR;
                if (pair) {
                    i++;
                    if (!translate) {
                        out[m++] = '\r';
                    }
                    c = '\n';
                } else if (translate) {
                    c = '\n';
                }
            }
            out[m++] = c;
        }
        return Str.ofCodePoints(out, 0, m);
    }

    /** The {@code newlines} attribute. */
    Object newlines() {
        return switch (seen) {
            case 0 -> Singleton.NONE;
            case LF -> Str.name("\n");
            case CR -> Str.name("\r");
            case CRLF -> Str.name("\r\n");
            case CR | LF -> PyTuple.of(Str.name("\r"), Str.name("\n"));
            case CR | CRLF -> PyTuple.of(Str.name("\r"), Str.name("\r\n"));
            case LF | CRLF -> PyTuple.of(Str.name("\n"), Str.name("\r\n"));
            default -> PyTuple.of(Str.name("\r"), Str.name("\n"), Str.name("\r\n"));
        };
    }
}
