package org.jabiru.modules.sre;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;

/** A compiled pattern. */
public final class PyPattern extends PyObject {
    /** The source: a str, a bytes-like object or None. */
    final Object pattern;

    final int flags;
    final PatternCode code;

    /** Group numbers by name. */
    final PyDict groupIndex;

    /** Group names by number, None for those without. */
    final PyTuple groupNames;

    /** Whether subjects must be str or bytes; null for either. */
    final Boolean forBytes;

    PyPattern(
            Object pattern,
            int flags,
            PatternCode code,
            PyDict groupIndex,
            PyTuple groupNames,
            Boolean forBytes) {
        super(PatternType.TYPE);
        this.pattern = pattern;
        this.flags = flags;
        this.code = code;
        this.groupIndex = groupIndex;
        this.groupNames = groupNames;
        this.forBytes = forBytes;
    }

    /** Reads a subject; TypeError when the pattern is not for its kind. */
    Subject subject(Object string) {
        Subject s = Subject.of(string);
        if (forBytes != null && forBytes != s.isBytes()) {
            throw Errors.typeError(
                    forBytes
                            ? "cannot use a bytes pattern on a string-like object"
                            : "cannot use a string pattern on a bytes-like object");
        }
        return s;
    }

    /** The match that a matcher found. */
    PyMatch found(Matcher m, Subject subject, int pos, int endPos) {
        int[] spans = new int[2 + m.marks.length];
        spans[0] = m.matchStart;
        spans[1] = m.matchEnd;
        for (int i = 0; i < m.marks.length; i += 2) {
            boolean set = m.marks[i] >= 0 && m.marks[i + 1] >= 0;
            spans[i + 2] = set ? m.marks[i] : -1;
            spans[i + 3] = set ? m.marks[i + 1] : -1;
        }
        return new PyMatch(this, subject, spans, m.lastGroup, pos, endPos);
    }
}
