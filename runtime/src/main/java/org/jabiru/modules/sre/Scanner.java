package org.jabiru.modules.sre;

import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.PyBuffer;

/** Finds one match after the other ({@code Pattern.scanner}, {@code Pattern.finditer}). */
@BuiltinType("SRE_Scanner")
public final class Scanner extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("_sre.SRE_Scanner", ScannerTable::new, null).sealed();

    private final PyPattern pattern;
    final Subject subject;
    private final int pos;
    private final int end;

    /** Where to go on; -1 when nothing more was found. */
    private int from;

    private int notEmptyAt = -1;

    /** Keeps what is searched from being resized; null for what cannot be, and at the end. */
    private PyBuffer lock;

    Scanner(PyPattern pattern, Object string, long pos, long endPos) {
        super(TYPE);
        this.pattern = pattern;
        this.subject = pattern.subject(string);
        this.end = (int) Math.min(Math.max(endPos, 0), subject.length);
        this.pos = (int) Math.min(Math.max(pos, 0), subject.length);
        this.from = this.pos;
        if (string instanceof PyByteArray b) {
            lock = b.getBuffer(PyBuffer.SIMPLE);
        }
    }

    /** The next match as a matcher that stands on it, or null. */
    Matcher next(boolean search) {
        if (from < 0) {
            return null;
        }
        Matcher m = new Matcher(pattern.code, subject, end);
        boolean found =
                from <= end
                        && (search
                                ? m.searchAfter(from, notEmptyAt)
                                : m.matchAfter(from, notEmptyAt));
        if (!found) {
            from = -1;
            if (lock != null) {
                lock.release();
                lock = null;
            }
            return null;
        }
        notEmptyAt = m.matchEnd == m.matchStart ? m.matchEnd : -1;
        from = m.matchEnd;
        return m;
    }

    PyMatch matchOf(Matcher m) {
        return pattern.found(m, subject, pos, end);
    }

    private static Object next(Scanner self, boolean search) {
        Matcher m = self.next(search);
        return m == null ? Singleton.NONE : self.matchOf(m);
    }

    @Builtin("match(self, /)")
    static Object match(Scanner self) {
        return next(self, false);
    }

    @Builtin("search(self, /)")
    static Object search(Scanner self) {
        return next(self, true);
    }

    @Builtin(value = "pattern", kind = BuiltinKind.GETTER)
    static Object pattern(Scanner self) {
        return self.pattern;
    }
}
