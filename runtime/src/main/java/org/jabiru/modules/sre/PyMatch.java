package org.jabiru.modules.sre;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.protocol.Numbers;

/** A match. */
public final class PyMatch extends PyObject {
    final PyPattern pattern;
    final Subject subject;

    /** Start and end of the whole and of each group; -1 when a group took no part. */
    final int[] spans;

    /** The group that was closed last, or -1. */
    final int lastGroup;

    final int pos;
    final int endPos;

    PyMatch(PyPattern pattern, Subject subject, int[] spans, int lastGroup, int pos, int endPos) {
        super(MatchType.TYPE);
        this.pattern = pattern;
        this.subject = subject;
        this.spans = spans;
        this.lastGroup = lastGroup;
        this.pos = pos;
        this.endPos = endPos;
    }

    int groupCount() {
        return spans.length / 2;
    }

    /** The number of a group given by number or name; IndexError when there is none. */
    int groupNumber(Object key) {
        if (key instanceof Long l) {
            return check(l);
        }
        if (Numbers.isIndex(key)) {
            return check(Numbers.clampedIndex(key));
        }
        TruffleString name = Str.valueOrNull(key);
        Object number = name == null ? null : pattern.groupIndex.get(name);
        if (number instanceof Long l) {
            return check(l);
        }
        throw noSuchGroup();
    }

    private int check(long number) {
        if (number < 0 || number >= groupCount()) {
            throw noSuchGroup();
        }
        return (int) number;
    }

    private static RuntimeException noSuchGroup() {
        return Errors.indexError("no such group");
    }

    /** The text of a group; the default when it took no part. */
    Object group(int number, Object otherwise) {
        int from = spans[number * 2];
        return from < 0 ? otherwise : subject.slice(from, spans[number * 2 + 1]);
    }
}
