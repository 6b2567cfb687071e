package org.jabiru.builtins.code;

import java.io.ByteArrayOutputStream;
import org.jabiru.Configuration;
import org.jabiru.PythonContext;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.PositionTable;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** {@code co_positions()} and {@code co_lines()}. */
final class CodePositions {
    private CodePositions() {}

    /**
     * One (line, end line, column, end column) for every two bytes of instructions, so that index
     * {@code tb_lasti // 2} is where the traceback's position is, as in CPython.
     */
    static PyList positions(PyCode code) {
        PyList out = new PyList();
        boolean ranges = hasRanges();
        for (int index : code.listing().positions()) {
            PyTuple p = position(code, index);
            out.append(
                    ranges ? p : new PyTuple(p.get(0), p.get(0), Singleton.NONE, Singleton.NONE));
        }
        return out;
    }

    /** CPython: {@code -X no_debug_ranges} leaves the columns out; here: it hides them. */
    private static boolean hasRanges() {
        Configuration c = PythonContext.get().configuration;
        return c.debugRanges;
    }

    private static PyTuple position(PyCode code, int index) {
        if (index == CodeListing.START) {
            if (code.positions.size() == 0) {
                return position(code, -1);
            }
            long line = startLine(code);
            if (code.positions.endLine(0) < 0) {
                return new PyTuple(line, line, Singleton.NONE, Singleton.NONE);
            }
            return new PyTuple(line, Math.max(line, 1), 0L, 0L);
        }
        if (index < 0) {
            return new PyTuple(Singleton.NONE, Singleton.NONE, Singleton.NONE, Singleton.NONE);
        }
        PositionTable p = code.positions;
        return new PyTuple(
                orNone(p.line(index)),
                orNone(p.endLine(index)),
                orNone(p.column(index)),
                orNone(p.endColumn(index)));
    }

    /** CPython: the code of a module begins before its first line. */
    static int startLine(PyCode code) {
        boolean module = !code.has(PyCode.CO_NEWLOCALS) && Str.java(code.name).equals("<module>");
        return module ? 0 : code.firstLine;
    }

    private static Object orNone(int value) {
        return value < 0 ? Singleton.NONE : (Object) (long) value;
    }

    /** (start, end, line) for each stretch of instructions on one line. */
    static PyList lines(PyCode code) {
        PyList out = new PyList();
        if (code.positions.size() == 0) {
            return out;
        }
        int[] positions = code.listing().positions();
        int start = 0;
        int line = -2;
        for (int unit = 0; unit < positions.length; unit++) {
            int index = positions[unit];
            int here =
                    index == CodeListing.START
                            ? startLine(code)
                            : index < 0 ? -1 : code.positions.line(index);
            if (here != line) {
                if (line != -2) {
                    out.append(range(2 * start, 2 * unit, line));
                }
                start = unit;
                line = here;
            }
        }
        if (line != -2) {
            out.append(range(2 * start, 2 * positions.length, line));
        }
        return out;
    }

    /**
     * The offset if it is on the line, else that of the line's first instruction, if it has one.
     */
    static int offsetOnLine(PyCode code, int offset, int line) {
        int[] positions = code.listing().positions();
        int first = offset;
        for (int unit = positions.length - 1; unit >= 0; unit--) {
            int index = positions[unit];
            int here =
                    index == CodeListing.START
                            ? startLine(code)
                            : index < 0 ? -1 : code.positions.line(index);
            if (here == line) {
                first = 2 * unit;
                if (first == offset) {
                    return offset;
                }
            }
        }
        return first;
    }

    /** {@code co_lnotab}: pairs of how far the offset and the line move, a byte each. */
    static byte[] lineDeltas(PyCode code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] positions = code.listing().positions();
        int line = code.firstLine;
        int start = 0;
        for (int unit = 0; unit < positions.length; unit++) {
            int here = positions[unit] < 0 ? -1 : code.positions.line(positions[unit]);
            if (here < 0 || here == line) {
                continue;
            }
            int offset = 2 * (unit - start);
            int delta = here - line;
            for (; offset > 254; offset -= 254) {
                out.write(254);
                out.write(0);
            }
            for (; delta > 127 || delta < -128; delta -= delta > 0 ? 127 : -128) {
                out.write(offset);
                out.write(delta > 0 ? 127 : -128);
                offset = 0;
            }
            out.write(offset);
            out.write(delta);
            start = unit;
            line = here;
        }
        return out.toByteArray();
    }

    private static PyTuple range(int start, int end, int line) {
        return new PyTuple((long) start, (long) end, orNone(line));
    }
}
