package org.jabiru.modules.sre;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Modules;

/** {@code Pattern.sub} and {@code subn}. */
final class Substitution {
    /**
     * The outcome.
     *
     * @param text the new string
     * @param count how many matches were replaced
     */
    record Result(Object text, long count) {}

    private Substitution() {}

    /**
     * Replaces matches.
     *
     * @param replacement a callable, or a text with references to groups
     * @param count at most so many; 0 for all
     */
    static Result run(PyPattern pattern, Object replacement, Object string, long count) {
        Object literal = null;
        Object function = null;
        Template template = null;
        if (isPlainText(replacement)) {
            literal = replacement;
        } else if (Call.isCallable(replacement)) {
            function = replacement;
        } else {
            Object parsed =
                    Call.call(Modules.attribute("re", "_compile_template"), pattern, replacement);
            if (parsed instanceof Template t) {
                literal = t.literalOrNull();
                template = t;
            } else if (Call.isCallable(parsed)) {
                function = parsed;
            } else {
                literal = parsed;
            }
        }
        Scanner scanner = new Scanner(pattern, string, 0, Long.MAX_VALUE);
        Subject subject = scanner.subject;
        Pieces out = new Pieces(subject.isBytes());
        long done = 0;
        int last = 0;
        while (count == 0 || done < count) {
            Matcher m = scanner.next(true);
            if (m == null) {
                break;
            }
            if (last < m.matchStart) {
                out.add(subject.slice(last, m.matchStart));
            }
            if (literal != null) {
                out.add(literal);
            } else if (function != null) {
                Object text = Call.call(function, scanner.matchOf(m));
                if (text != Singleton.NONE) {
                    out.add(text);
                }
            } else {
                out.add(template.expand(scanner.matchOf(m)));
            }
            last = m.matchEnd;
            done++;
        }
        if (done == 0) {
            return new Result(subject.slice(0, subject.length), 0);
        }
        if (last < subject.length) {
            out.add(subject.slice(last, subject.length));
        }
        return new Result(out.join(), done);
    }

    /** Whether it is a str or bytes without a backslash. */
    private static boolean isPlainText(Object replacement) {
        TruffleString s = Str.valueOrNull(replacement);
        if (s != null) {
            return s.indexOfCodePointUncached('\\', 0, Str.length(s), Str.UTF_32) < 0;
        }
        if (!ByteArguments.isBytesLike(replacement)) {
            return false;
        }
        byte[] bytes = ByteArguments.read(replacement);
        for (byte b : bytes) {
            if (b == '\\') {
                return false;
            }
        }
        return true;
    }
}
