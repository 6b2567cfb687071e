package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/** Replaces \n in text that is written. */
final class Newlines {
    private Newlines() {}

    static TruffleString replace(TruffleString text, TruffleString newline) {
        int n = Str.length(text);
        int at = n == 0 ? -1 : text.indexOfCodePointUncached('\n', 0, n, Str.UTF_32);
        if (at < 0) {
            return text;
        }
        StrBuilder out = new StrBuilder();
        int from = 0;
        while (at >= 0) {
            out.append(Str.substring(text, from, at));
            out.append(newline);
            from = at + 1;
            at = from >= n ? -1 : text.indexOfCodePointUncached('\n', from, n, Str.UTF_32);
        }
        out.append(Str.substring(text, from, n));
        return out.toStr();
    }
}
