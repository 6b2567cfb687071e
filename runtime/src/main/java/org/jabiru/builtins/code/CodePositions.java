package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.Instruction;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.PositionTable;
import org.jabiru.object.Singleton;

/** {@code co_positions()} and {@code co_lines()}. */
final class CodePositions {
    private CodePositions() {}

    /**
     * One (line, end line, column, end column) for every two bytes of instructions, so that index
     * {@code tb_lasti // 2} is where the traceback's position is, as in CPython.
     */
    static PyList positions(PyCode code) {
        PyList out = new PyList();
        BytecodeNode node = code.root().positionsNode();
        for (Instruction i : node.getInstructions()) {
            PyTuple position = position(code, PositionTable.indexOf(node, i.getBytecodeIndex()));
            for (int b = i.getBytecodeIndex(); b < i.getNextBytecodeIndex(); b += 2) {
                out.append(position);
            }
        }
        return out;
    }

    private static PyTuple position(PyCode code, int index) {
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

    private static Object orNone(int value) {
        return value < 0 ? Singleton.NONE : (Object) (long) value;
    }

    /** (start, end, line) for each stretch of instructions on one line. */
    static PyList lines(PyCode code) {
        PyList out = new PyList();
        BytecodeNode node = code.root().positionsNode();
        int start = 0;
        int line = -2;
        int end = 0;
        for (Instruction i : node.getInstructions()) {
            int index = PositionTable.indexOf(node, i.getBytecodeIndex());
            int here = index < 0 ? -1 : code.positions.line(index);
            if (here != line) {
                if (line != -2) {
                    out.append(range(start, i.getBytecodeIndex(), line));
                }
                start = i.getBytecodeIndex();
                line = here;
            }
            end = i.getNextBytecodeIndex();
        }
        if (line != -2) {
            out.append(range(start, end, line));
        }
        return out;
    }

    private static PyTuple range(int start, int end, int line) {
        return new PyTuple((long) start, (long) end, orNone(line));
    }
}
