package org.jabiru.object;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleStringBuilder;
import com.oracle.truffle.api.strings.TruffleStringBuilderUTF32;

/** Builds a str piece by piece, for Java code outside partial evaluation. */
public final class StrBuilder {
    private final TruffleStringBuilderUTF32 out = TruffleStringBuilder.createUTF32();

    /** Appends a str. */
    public StrBuilder append(TruffleString s) {
        out.appendStringUncached(s);
        return this;
    }

    /** Appends a Java string. */
    public StrBuilder append(String s) {
        return append(Str.of(s));
    }

    /** Appends a literal that stands in Java source. */
    public StrBuilder literal(String s) {
        return append(Str.name(s));
    }

    /** Appends one code point. */
    public StrBuilder appendCodePoint(int codePoint) {
        out.appendCodePointUncached(codePoint, 1, true);
        return this;
    }

    /** The str built so far. */
    public TruffleString toStr() {
        return out.toStringUncached();
    }
}
