package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.bytecode.Instruction.Argument;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.bytecode.LocalRangeAccessor;
import com.oracle.truffle.api.strings.TruffleString;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.PositionTable;
import org.jabiru.object.Str;

/**
 * {@code co_code}: the instructions of a code object, told in those of CPython, for {@code dis} and
 * for programs that look for the names that code uses. Ours are what runs; these are for reading
 * alone, so what steers the interpreter is left out, and what CPython has no instruction for is a
 * NOP.
 */
final class CodeListing {
    /** Operations that can raise nothing and say nothing. */
    private static final Set<String> SILENT =
            Set.of(
                    "TraceBranch",
                    "TraceCall",
                    "TraceExhausted",
                    "TraceLine",
                    "TraceStart",
                    "TraceResult",
                    "TraceResume",
                    "PushHandled",
                    "PopHandled",
                    "ExceptionObject",
                    "ForgetLocal",
                    "ForgetLocals",
                    "TakeLocal",
                    "CheckLocal",
                    "MakeCell",
                    "LoadClosureCell",
                    "MakeClosure",
                    "Resume",
                    "WrapAsyncYield",
                    "clear.local",
                    "create.variadic",
                    "dup",
                    "empty.variadic",
                    "load.argument",
                    "load.exception",
                    "load.null",
                    "load.variadic",
                    "merge.conditional",
                    "pop");

    /** The position of what the compiler puts before the code, in {@link #positions}. */
    static final int START = -2;

    private static final int IN_PLACE = 13;
    private static final int MAX_SMALL_INT = 255;

    /** One instruction; {@code target} is the index of ours to jump to, or -1. */
    private static final class Line {
        final int index;
        final String name;
        int position;

        /** Whether the position is that of the instruction before it. */
        boolean implied;

        int argument;
        int target;
        int offset;

        /** EXTENDED_ARGs before it. */
        int prefixes;

        Line(int index, int position, String name, int argument, int target) {
            this.index = index;
            this.position = position;
            this.name = name;
            this.argument = argument;
            this.target = target;
        }

        int size() {
            return 2 * (prefixes + 1 + CPythonInstructions.caches(name));
        }
    }

    private final PyCode code;
    private final BytecodeNode node;
    private final List<TruffleString> names;
    private final List<TruffleString> variables = new ArrayList<>();
    private final Object[] constants;
    private final List<Line> lines = new ArrayList<>();
    private final TreeMap<Integer, Line> byIndex = new TreeMap<>();

    /** The cells that were loaded to be stored into, and those loaded last in a row. */
    private final List<Integer> cells = new ArrayList<>();

    private int lastCells;
    private int count;
    private boolean prologue;
    private Line loop;

    /** What FOR_ITER stores to itself, or -1. */
    private int loopVariable;

    final byte[] bytes;
    private int[] positions;

    CodeListing(PyCode code) {
        this.code = code;
        this.node = code.root().positionsNode();
        this.names = List.of(code.namesUsed());
        this.constants = code.constantsUsed();
        variables.addAll(List.of(code.variableNames));
        variables.addAll(List.of(code.cellNames));
        variables.addAll(List.of(code.freeNames));
        lines.add(new Line(0, START, "RESUME", 0, -1));
        for (Instruction i : node.getInstructions()) {
            translate(i);
        }
        addLinesWithout();
        place();
        bytes = write();
    }

    /**
     * A NOP for each line of a statement that does nothing: a tracer stops there, too. The last one
     * needs none where only the return that every function has follows.
     */
    private void addLinesWithout() {
        PositionTable table = code.positions;
        Set<Integer> listed = new HashSet<>();
        for (Line l : lines) {
            listed.add(l.position < 0 ? -1 : table.line(l.position));
        }
        int end = lines.size();
        while (end > 1 && lines.get(end - 1).implied) {
            end--;
        }
        Line last = null;
        for (int position = 0; position < table.size(); position++) {
            if (!listed.add(table.line(position))) {
                continue;
            }
            int at = 1;
            while (at < end && lines.get(at).position < position) {
                at++;
            }
            int index = at < lines.size() ? lines.get(at).index : -1;
            Line nop = new Line(index, position, "NOP", 0, -1);
            last = at == end ? nop : last;
            lines.add(at, nop);
            end++;
        }
        if (last != null && end < lines.size()) {
            lines.remove(last);
            for (Line l : lines.subList(end - 1, lines.size())) {
                l.position = last.position;
            }
        }
    }

    /** The offset in {@link #bytes} of one of our instructions. */
    int offsetOf(int index) {
        if (index < 0) {
            return index;
        }
        Map.Entry<Integer, Line> at = byIndex.floorEntry(index);
        Map.Entry<Integer, Line> next = byIndex.ceilingEntry(index);
        if (next != null && next.getValue().position == PositionTable.indexOf(node, index)) {
            // One that is left out prepares for another at the same place.
            at = next;
        }
        return at == null ? 0 : at.getValue().offset + 2 * at.getValue().prefixes;
    }

    /** The position of each unit of two bytes: an index into the code's table, or -1. */
    int[] positions() {
        if (positions == null) {
            positions = findPositions();
        }
        return positions;
    }

    private int[] findPositions() {
        int[] out = new int[bytes.length / 2];
        for (Line l : lines) {
            Arrays.fill(out, l.offset / 2, (l.offset + l.size()) / 2, l.position);
        }
        return out;
    }

    /** Whether an operation says nothing of what the program does. */
    static boolean isSilent(String operation) {
        return SILENT.contains(operation);
    }

    /** What an instruction does, whatever form of it the interpreter has chosen. */
    static String operation(Instruction i) {
        // Quickened instructions and those of our own have names like c.LoadGlobal$own.
        String name = i.getName();
        int start = name.startsWith("c.") ? 2 : 0;
        int end = name.indexOf('$');
        return name.substring(start, end < 0 ? name.length() : end);
    }

    private void add(Instruction i, String name, int argument, int target) {
        int index = i.getBytecodeIndex();
        int position = PositionTable.indexOf(node, index);
        boolean implied = position < 0 && !lines.isEmpty();
        if (implied) {
            position = lines.getLast().position;
        }
        Line line = new Line(index, position, name, argument, target);
        line.implied = implied;
        lines.add(line);
        byIndex.put(index, line);
    }

    private void translate(Instruction i) {
        String operation = operation(i);
        boolean afterPrologue = prologue;
        prologue = false;
        int row = lastCells;
        lastCells = 0;
        switch (operation) {
            case "load.constant" -> constant(i);
            case "load.local" -> loadLocal(i, row);
            case "store.local" -> storeLocal(i, afterPrologue);
            case "load.argument", "LoadClosureCell", "MakeCell" -> prologue = true;
            case "load.null" -> prologue = afterPrologue;
            case "create.variadic" -> {
                count = variadicCount(i);
                lastCells = row;
            }
            case "empty.variadic" -> count = 0;
            case "MakeClosure" -> {
                for (int n = row; n > 0; n--) {
                    cells.removeLast();
                }
            }
            case "StoreCell" -> {
                int variable = cells.isEmpty() ? -1 : cells.removeLast();
                add(i, variable < 0 ? "NOP" : "STORE_DEREF", Math.max(variable, 0), -1);
            }
            case "LoadCell", "LoadFree", "DeleteCell", "DeleteFree", "LoadFromNamespaceOrCell" -> {
                if (!cells.isEmpty()) {
                    cells.removeLast();
                }
                other(i, operation);
            }
            case "ForIterate" -> {
                // The branch that follows says where the loop ends.
                add(i, "FOR_ITER", 0, -1);
                loop = lines.getLast();
                loopVariable = loopVariable(i);
            }
            default -> other(i, operation);
        }
    }

    private void constant(Instruction i) {
        Object value = i.getArguments().get(0).asConstant();
        if (value instanceof Long n && n >= 0 && n <= MAX_SMALL_INT) {
            add(i, "LOAD_SMALL_INT", n.intValue(), -1);
            return;
        }
        for (int n = 0; n < constants.length; n++) {
            if (isSame(constants[n], value)) {
                add(i, "LOAD_CONST", n, -1);
                return;
            }
        }
        add(i, "NOP", 0, -1);
    }

    /** {@code co_consts} may hold copies of tuples: code.replace makes them. */
    private static boolean isSame(Object a, Object b) {
        if (a instanceof PyTuple s && b instanceof PyTuple t && s.size() == t.size()) {
            for (int n = 0; n < s.size(); n++) {
                if (!isSame(s.get(n), t.get(n))) {
                    return false;
                }
            }
            return true;
        }
        return a == b || a.getClass() == b.getClass() && a.equals(b);
    }

    /** The variable that a local is, as an index into {@link #variables}; else -1. */
    private int variable(Instruction i) {
        for (Argument a : i.getArguments()) {
            if (a.getKind() == Argument.Kind.LOCAL_OFFSET) {
                Object name = node.getLocalNames(i.getBytecodeIndex())[a.asLocalOffset()];
                return name instanceof TruffleString s ? indexOf(variables, s) : -1;
            }
        }
        return -1;
    }

    private int loopVariable(Instruction i) {
        Object item = constant(i, LocalAccessor.class);
        Object name = item instanceof LocalAccessor l ? l.getLocalName(node) : null;
        return name instanceof TruffleString s ? indexOf(variables, s) : -1;
    }

    private static int indexOf(List<TruffleString> list, TruffleString name) {
        for (int n = 0; n < list.size(); n++) {
            if (Str.equal(list.get(n), name)) {
                return n;
            }
        }
        return -1;
    }

    private boolean isCell(int variable) {
        TruffleString name = variables.get(variable);
        return indexOf(List.of(code.cellNames), name) >= 0
                || indexOf(List.of(code.freeNames), name) >= 0;
    }

    private void loadLocal(Instruction i, int row) {
        int variable = variable(i);
        if (variable < 0) {
            return;
        }
        if (isCell(variable)) {
            cells.add(variable);
            lastCells = row + 1;
        } else {
            add(i, "LOAD_FAST", variable, -1);
        }
    }

    private void storeLocal(Instruction i, boolean afterPrologue) {
        int variable = variable(i);
        if (variable >= 0 && !afterPrologue && !isCell(variable)) {
            add(i, "STORE_FAST", variable, -1);
        }
    }

    private static int variadicCount(Instruction i) {
        for (Argument a : i.getArguments()) {
            if (a.getKind() == Argument.Kind.INTEGER && a.getName().equals("count")) {
                return a.asInteger();
            }
        }
        return 0;
    }

    private void other(Instruction i, String operation) {
        CPythonInstructions.Translation t = CPythonInstructions.translationOrNull(operation);
        if (t == null) {
            if (!SILENT.contains(operation) && !operation.startsWith("invalidate")) {
                add(i, "NOP", 0, -1);
            }
            return;
        }
        if (operation.equals("MakeFunction")) {
            functionCode(i);
        } else if (operation.equals("ImportName")) {
            importLevel(i);
        }
        switch (t.argument()) {
            case "target" -> jump(i, t.name());
            case "name", "method" -> named(i, t);
            case "variable" -> add(i, t.name(), Math.max(indexOf(variables, text(i)), 0), -1);
            case "count" -> add(i, t.name(), count, -1);
            case "half" -> add(i, t.name(), count / 2, -1);
            case "locals", "star", "positional" -> add(i, t.name(), sizes(i, t.argument()), -1);
            default -> {
                int argument = Integer.parseInt(t.argument());
                boolean inPlace =
                        t.name().equals("BINARY_OP") && constant(i, Boolean.class) == TRUE;
                add(i, t.name(), argument + (inPlace ? IN_PLACE : 0), -1);
            }
        }
    }

    private static final Object TRUE = Boolean.TRUE;

    private static Object constant(Instruction i, Class<?> type) {
        for (Argument a : i.getArguments()) {
            if (a.getKind() == Argument.Kind.CONSTANT && type.isInstance(a.asConstant())) {
                return a.asConstant();
            }
        }
        return null;
    }

    private static TruffleString text(Instruction i) {
        return (TruffleString) constant(i, TruffleString.class);
    }

    private void functionCode(Instruction i) {
        Object function = constant(i, PyCode.class);
        for (int n = 0; n < constants.length; n++) {
            if (constants[n] == function) {
                add(i, "LOAD_CONST", n, -1);
            }
        }
    }

    /** CPython pushes the level before the names; ours has it in the instruction. */
    private void importLevel(Instruction i) {
        Line names = lines.getLast();
        int level = sizes(i, "positional");
        lines.add(
                lines.size() - 1,
                new Line(names.index, names.position, "LOAD_SMALL_INT", level, -1));
    }

    private void named(Instruction i, CPythonInstructions.Translation t) {
        TruffleString name = text(i);
        int index = name == null ? -1 : indexOf(names, name);
        if (index < 0) {
            add(i, "NOP", 0, -1);
            return;
        }
        int argument =
                switch (t.name()) {
                    case "LOAD_GLOBAL" -> index << 1;
                    case "LOAD_ATTR" -> index << 1 | (t.argument().equals("method") ? 1 : 0);
                    case "LOAD_SUPER_ATTR" -> index << 2;
                    default -> index;
                };
        add(i, t.name(), argument, -1);
    }

    private int sizes(Instruction i, String what) {
        for (Argument a : i.getArguments()) {
            if (a.getKind() == Argument.Kind.INTEGER
                    && (what.equals("positional") || what.equals("star"))) {
                return a.asInteger();
            }
            if (a.getKind() == Argument.Kind.CONSTANT) {
                Object value = a.asConstant();
                if (value instanceof Integer n && !what.equals("locals")) {
                    return n;
                }
                if (what.equals("locals") && value instanceof LocalRangeAccessor r) {
                    return r.getLength();
                }
            }
        }
        return 0;
    }

    private void jump(Instruction i, String name) {
        for (Argument a : i.getArguments()) {
            if (a.getKind() == Argument.Kind.BYTECODE_INDEX) {
                if (loop != null) {
                    loop.target = a.asBytecodeIndex();
                    loop = null;
                    if (loopVariable >= 0) {
                        add(i, "STORE_FAST", loopVariable, -1);
                    }
                } else {
                    int target = a.asBytecodeIndex();
                    add(i, isDelegating(name, target) ? name + "_NO_INTERRUPT" : name, 0, target);
                }
                return;
            }
        }
    }

    /** Whether a jump goes back to what asks the iterator that is awaited. */
    private boolean isDelegating(String name, int target) {
        Map.Entry<Integer, Line> start = byIndex.ceilingEntry(target);
        return name.equals("JUMP_BACKWARD")
                && start != null
                && start.getValue().name.equals("SEND");
    }

    /** Gives each instruction its offset: what a jump needs depends on the others. */
    private void place() {
        boolean changed = true;
        while (changed) {
            int offset = 0;
            for (Line l : lines) {
                l.offset = offset;
                offset += l.size();
            }
            changed = false;
            for (Line l : lines) {
                if (l.target >= 0) {
                    l.argument = distance(l, offset);
                }
                int prefixes = (31 - Integer.numberOfLeadingZeros(Math.max(l.argument, 1))) / 8;
                if (prefixes > l.prefixes) {
                    l.prefixes = prefixes;
                    changed = true;
                }
            }
        }
    }

    private int distance(Line l, int end) {
        Map.Entry<Integer, Line> to = byIndex.ceilingEntry(l.target);
        int target = to == null ? end - 2 : first(to.getValue());
        return Math.abs(target - (l.offset + l.size())) / 2;
    }

    /** Two lines may stand for one of our instructions: the map has the second. */
    private int first(Line l) {
        int n = lines.indexOf(l);
        return n > 0 && lines.get(n - 1).index == l.index ? lines.get(n - 1).offset : l.offset;
    }

    private byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Line l : lines) {
            for (int p = l.prefixes; p > 0; p--) {
                out.write(CPythonInstructions.number("EXTENDED_ARG"));
                out.write(l.argument >>> 8 * p);
            }
            out.write(CPythonInstructions.number(l.name));
            out.write(l.argument);
            for (int c = CPythonInstructions.caches(l.name); c > 0; c--) {
                out.write(0);
                out.write(0);
            }
        }
        return out.toByteArray();
    }
}
