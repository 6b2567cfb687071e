package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;

/** A text stream in memory: code points, or a builder while it was only written to. */
public final class PyStringIO extends PyIOBase {
    private static final long MOST = Integer.MAX_VALUE - 8;

    private StrBuilder accumulated = new StrBuilder();
    private boolean accumulating = true;
    private int accumulatedLength;
    private int[] points = {};
    private int size;
    long position;
    boolean closed;

    boolean translate;
    boolean universal;
    NewlineDecoder decoder;

    /** What \n becomes when it is written; null to leave it. */
    TruffleString writeNewline;

    /** What ends a line; null for universal newlines. */
    TruffleString readNewline;

    public PyStringIO(PyType type) {
        super(type);
    }

    /** Nothing to close: an empty method keeps the JVM from tracking each stream. */
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {}

    void requireOpen() {
        if (closed) {
            throw IoErrors.closed();
        }
    }

    void clear() {
        accumulated = new StrBuilder();
        accumulating = true;
        accumulatedLength = 0;
        points = new int[0];
        size = 0;
        position = 0;
    }

    int size() {
        return accumulating ? accumulatedLength : size;
    }

    void write(TruffleString s) {
        int n = Str.length(s);
        if (n == 0) {
            return;
        }
        if (accumulating && position == accumulatedLength) {
            accumulated.append(s);
            accumulatedLength += n;
            position += n;
            return;
        }
        toPoints();
        if (position > MOST - n) {
            throw Errors.overflowError("new position too large");
        }
        int start = (int) position;
        int end = start + n;
        if (end > points.length) {
            points = Arrays.copyOf(points, Math.max(end, end + (end >> 3) + 64));
        }
        System.arraycopy(Str.codePoints(s), 0, points, start, n);
        position = end;
        size = Math.max(size, end);
    }

    private void toPoints() {
        if (accumulating) {
            points = Str.codePoints(accumulated.toStr());
            size = points.length;
            accumulating = false;
            accumulated = null;
        }
    }

    TruffleString value() {
        if (accumulating) {
            TruffleString s = accumulated.toStr();
            accumulated = new StrBuilder();
            accumulated.append(s);
            return s;
        }
        return Str.ofCodePoints(points, 0, size);
    }

    TruffleString read(long limit) {
        if (accumulating && position == 0 && (limit < 0 || limit >= accumulatedLength)) {
            TruffleString all = value();
            position = accumulatedLength;
            return all;
        }
        toPoints();
        int available = (int) Math.max(size - position, 0);
        int start = (int) position;
        int n = limit < 0 ? available : (int) Math.min(limit, available);
        TruffleString out = n == 0 ? Str.EMPTY : Str.ofCodePoints(points, start, start + n);
        position += n;
        return out;
    }

    TruffleString readLine(long limit) {
        toPoints();
        int most = (int) Math.max(size - position, 0);
        if (most == 0) {
            return Str.EMPTY;
        }
        int start = (int) position;
        int end = LineEnds.find(points, start, start + most, readNewline, universal, translate);
        int n = end < 0 ? most : end - start;
        return read(limit < 0 ? n : Math.min(limit, n));
    }

    void truncate(int newSize) {
        toPoints();
        if (newSize < size) {
            Arrays.fill(points, newSize, size, 0);
            size = newSize;
        }
    }
}
