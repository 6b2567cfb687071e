package org.jabiru.compiler;

import com.oracle.truffle.api.bytecode.BytecodeLabel;
import com.oracle.truffle.api.bytecode.BytecodeLocal;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jabiru.ast.Expr;
import org.jabiru.ast.Span;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.BlockStack;
import org.jabiru.bytecode.CallPart;
import org.jabiru.bytecode.LineKind;
import org.jabiru.bytecode.PositionTable;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.compiler.Scope.Meaning;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/**
 * One code object while its bytecode is emitted: the builder, the variables of the frame, the loops
 * around the current statement. Each topic has a compiler of its own, made here.
 */
final class Unit {
    /** Where {@code break} and {@code continue} go. */
    record Loop(BytecodeLabel breakLabel, BytecodeLabel continueLabel) {}

    /** Where {@code return} goes from a statement that runs code when it is left. */
    private static final class Leaving {
        final BytecodeLabel label;
        final BytecodeLocal result;
        boolean used;

        Leaving(BytecodeLabel label, BytecodeLocal result) {
            this.label = label;
            this.result = result;
        }
    }

    final PyBytecodeRootGen.Builder b;
    final CodeCompiler code;
    final ScopeTree tree;
    final CompilerFlags flags;
    final PositionTable positions;

    /** Whether what is compiled can never run: it has no lines then. */
    boolean dead;

    /** The scope whose names are in force: that of the code, or an inlined comprehension in it. */
    Scope scope;

    final Map<String, BytecodeLocal> locals = new HashMap<>();
    private BytecodeLocal outerClassCell;
    final Deque<Loop> loops = new ArrayDeque<>();

    /** Bytes and tuples that are equal are one object, by their keys. */
    private final Map<Object, Object> constants = new HashMap<>();

    /** How many calls there are around the current operand. */
    private int callDepth;

    /** The locals of what CPython has on its stack, by {@link #slot}. */
    private final Map<Integer, BytecodeLocal> slots = new HashMap<>();

    /** What CPython has on its stack around the current statement; see {@link BlockStack}. */
    private long blocks;

    /** How many caught exceptions the builder has on its stack around the current statement. */
    private int waiting;

    /** The outermost statement around the current one that runs code when it is left, or null. */
    private Leaving leaving;

    /** Whether statements are left with a result that CPython has on its stack. */
    private boolean returning;

    private final Deque<BytecodeLocal> temporaries = new ArrayDeque<>();
    private final Map<Integer, Deque<BytecodeLocal[]>> ranges = new HashMap<>();

    final NameCompiler names;
    final ExpressionCompiler expressions;
    final StatementCompiler statements;
    final InnerLines inner;
    final TargetCompiler targets;
    final CallCompiler calls;
    final ComprehensionCompiler comprehensions;
    final AwaitCompiler awaits;
    final TryCompiler tries;
    final WithCompiler withs;
    final MatchCompiler matches;
    final DefinitionCompiler definitions;
    final AnnotationCompiler annotations;

    Unit(PyBytecodeRootGen.Builder b, CodeCompiler code, Scope scope, PositionTable positions) {
        this.b = b;
        this.code = code;
        this.tree = code.tree;
        this.flags = code.flags;
        this.scope = scope;
        this.positions = positions;
        this.names = new NameCompiler(this);
        this.expressions = new ExpressionCompiler(this);
        this.statements = new StatementCompiler(this);
        this.inner = new InnerLines(this);
        this.targets = new TargetCompiler(this);
        this.calls = new CallCompiler(this);
        this.comprehensions = new ComprehensionCompiler(this);
        this.awaits = new AwaitCompiler(this);
        this.tries = new TryCompiler(this);
        this.withs = new WithCompiler(this);
        this.matches = new MatchCompiler(this);
        this.definitions = new DefinitionCompiler(this);
        this.annotations = new AnnotationCompiler(this);
    }

    /** The interned str of an identifier. */
    static TruffleString str(String identifier) {
        return Str.name(identifier);
    }

    /** Starts code that stands at a place in the source; ends with {@link #end()}. */
    void begin(Span span) {
        int place =
                dead && positions.size() > 0
                        ? positions.size() - 1
                        : positions.add(
                                span.line(), span.column(), span.endLine(), span.endColumn());
        b.beginSourceSection(place, 0);
    }

    void end() {
        b.endSourceSection();
    }

    /**
     * As {@link #begin}, for an operation on an attribute that is part of {@code span}: an
     * attribute on a line of its own is what a traceback shows.
     */
    void beginAttribute(Expr.Attribute a, Span span) {
        Span whole = a.span();
        int length = a.attr().length();
        if (span.line() == whole.endLine() || length > whole.endColumn()) {
            begin(span);
            return;
        }
        begin(
                new Span(
                        whole.endLine(),
                        whole.endColumn() - length,
                        span.endLine(),
                        span.endColumn()));
    }

    /** Starts {@code return} of the value that comes next. */
    void beginReturn() {
        b.beginReturn();
        b.beginTraceResult(false);
    }

    void endReturn() {
        b.endTraceResult();
        b.endReturn();
    }

    /**
     * Emits {@code return} of a value. Where code runs before the result is there, the value waits
     * for it in a local.
     *
     * @param kept whether CPython has the value on its stack meanwhile; it has no constants there
     */
    void leave(Runnable value, boolean kept) {
        if (leaving == null) {
            beginReturn();
            value.run();
            endReturn();
            return;
        }
        b.beginStoreLocal(leaving.result);
        value.run();
        b.endStoreLocal();
        leaving.used = true;
        boolean before = returning;
        returning = kept;
        b.emitBranch(leaving.label);
        returning = before;
    }

    /** Emits a statement that runs code of its own when it is left. */
    void leavable(Runnable statement) {
        if (leaving != null) {
            statement.run();
            return;
        }
        b.beginBlock();
        Leaving here = new Leaving(b.createLabel(), temporary());
        leaving = here;
        statement.run();
        leaving = null;
        BytecodeLabel done = b.createLabel();
        if (here.used) {
            b.emitBranch(done);
        }
        b.emitLabel(here.label);
        if (here.used) {
            // On the line that was the last to run.
            b.beginSourceSectionUnavailable();
            beginReturn();
            b.emitLoadLocal(here.result);
            endReturn();
            b.endSourceSectionUnavailable();
        }
        b.emitLabel(done);
        b.endBlock();
        release(here.result);
    }

    /** Starts {@code yield} of the value that comes next; leaves what is sent, as it is. */
    void beginYield() {
        b.beginTraceResume();
        b.beginYield();
        b.beginTraceResult(true);
    }

    void endYield() {
        b.endTraceResult();
        b.endYield();
        b.endTraceResume();
    }

    /** A trace function may see that what follows is on another line. */
    void line(Span span) {
        begin(span);
        traceLine(span.line(), LineKind.STATEMENT);
        end();
    }

    /** As {@link #line}, also when the line is the one before: a loop goes round. */
    void loopLine(Span span, boolean onLine) {
        begin(span);
        traceLine(span.line(), onLine ? LineKind.LOOP_ON_LINE : LineKind.LOOP);
        end();
    }

    /** As {@link #line}, for a statement on the line of the one before it. */
    void sameLine(Span span) {
        begin(span);
        traceLine(span.line(), LineKind.SAME_LINE);
        end();
    }

    /** As {@link #loopLine}, for a comprehension, which may be in the middle of a statement. */
    void comprehensionLine(Span element, int line) {
        begin(element);
        traceLine(line, LineKind.COMPREHENSION);
        end();
    }

    private void traceLine(int line, int kind) {
        b.emitTraceLine(line, kind, blocks, waiting);
    }

    /** What the code does while CPython has one more value on its stack. */
    void inBlock(int kind, Runnable code) {
        long around = blocks;
        blocks = BlockStack.push(around, kind);
        code.run();
        blocks = around;
    }

    /**
     * What the code does while it handles an exception that was caught by the builder's {@code
     * catch}.
     */
    void inCatch(Runnable code) {
        waiting++;
        inBlock(BlockStack.EXCEPTION, code);
        waiting--;
    }

    /** Starts a condition that a tool may watch. */
    void beginBranch() {
        b.beginTraceBranch();
    }

    void endBranch() {
        b.endTraceBranch();
    }

    /** Starts the operands of a call; their {@link CallPart}s come before its end. */
    void beginOperands() {
        b.beginTraceCall(CallPart.of(CallPart.RESULT, callDepth));
        callDepth++;
    }

    /** The operands were emitted; the call's own end follows. */
    void endOperands() {
        callDepth--;
    }

    /** After the end of a call. */
    void endCall() {
        b.endTraceCall();
    }

    /** Emits an operand of the call that was begun last. */
    void operand(int bits, Runnable value) {
        b.beginTraceCall(CallPart.of(bits, callDepth - 1));
        value.run();
        b.endTraceCall();
    }

    void none() {
        b.emitLoadConstant(Singleton.NONE);
    }

    void constant(Object value) {
        boolean compound = value instanceof PyBytes || value instanceof PyTuple;
        b.emitLoadConstant(
                compound
                        ? constants.computeIfAbsent(ConstantValues.key(value), key -> value)
                        : value);
    }

    /** A local for an intermediate value; give it back with {@link #release}. */
    BytecodeLocal temporary() {
        return temporaries.isEmpty() ? b.createLocal(null, null) : temporaries.pop();
    }

    /**
     * Tells the builder, in a block after a {@code try}, that the program may come here. It may not
     * where all parts return; but for code that is left early and cannot be reached, the builder
     * takes all that was since the last exit out of the outer handlers' reach, the handler of this
     * {@code try} too.
     */
    void comesHere() {
        b.emitLabel(b.createLabel());
    }

    /**
     * A local for what CPython has on its stack in the block that is to be entered: the same one
     * for all blocks at this depth, for a trace function may jump from one to another.
     *
     * @param part of several that a block has
     */
    BytecodeLocal slot(int part) {
        int depth = BlockStack.depth(blocks);
        if (depth < 0) {
            return b.createLocal(null, null); // No one can jump there.
        }
        int key = 2 * depth + part;
        return slots.computeIfAbsent(key, k -> b.createLocal(null, null));
    }

    void release(BytecodeLocal... locals) {
        for (BytecodeLocal local : locals) {
            temporaries.push(local);
        }
    }

    /** Neighbouring locals, for an operation that stores several values. */
    BytecodeLocal[] temporaryRange(int length) {
        Deque<BytecodeLocal[]> known = ranges.get(length);
        if (known != null && !known.isEmpty()) {
            return known.pop();
        }
        BytecodeLocal[] range = new BytecodeLocal[length];
        for (int i = 0; i < length; i++) {
            range[i] = b.createLocal(null, null);
        }
        return range;
    }

    void releaseRange(BytecodeLocal[] range) {
        ranges.computeIfAbsent(range.length, n -> new ArrayDeque<>()).push(range);
    }

    /**
     * Code that the builder may emit again wherever a statement is left early: loops that were
     * entered since are not around it.
     */
    Runnable repeatable(Runnable emitter) {
        List<Loop> around = new ArrayList<>(loops);
        long blocksAround = blocks;
        Leaving leavingAround = leaving;
        return () -> {
            Leaving leavingNow = leaving;
            leaving = leavingAround;
            long blocksNow = blocks;
            boolean returns = returning;
            blocks = returns ? BlockStack.push(blocksAround, BlockStack.OBJECT) : blocksAround;
            returning = false;
            List<Loop> now = new ArrayList<>(loops);
            loops.clear();
            loops.addAll(around);
            // Serialised code knows a local only within the emission that made it: no intermediate
            // value may be in a local of another one.
            List<BytecodeLocal> free = new ArrayList<>(temporaries);
            Map<Integer, Deque<BytecodeLocal[]>> freeRanges = new HashMap<>(ranges);
            Map<Integer, BytecodeLocal> slotsNow = new HashMap<>(slots);
            temporaries.clear();
            ranges.clear();
            slots.clear();
            emitter.run();
            slots.clear();
            slots.putAll(slotsNow);
            leaving = leavingNow;
            blocks = blocksNow;
            returning = returns;
            temporaries.clear();
            temporaries.addAll(free);
            ranges.clear();
            ranges.putAll(freeRanges);
            loops.clear();
            loops.addAll(now);
        };
    }

    /** Declares the frame's variables and fills in arguments and cells. */
    void declareVariables() {
        Scope s = scope;
        if (!s.isFunctionLike()) {
            for (String name : s.free) {
                declareFree(name);
            }
            return;
        }
        int index = 1;
        for (String name : s.parameters) {
            BytecodeLocal local = declare(name);
            b.beginStoreLocal(local);
            if (s.meaning(name) == Meaning.CELL) {
                b.beginMakeCell();
                b.emitLoadArgument(index);
                b.endMakeCell();
            } else {
                b.emitLoadArgument(index);
            }
            b.endStoreLocal();
            index++;
        }
        for (Map.Entry<String, Meaning> e : s.meanings.entrySet()) {
            String name = e.getKey();
            if (locals.containsKey(name)) {
                continue;
            }
            switch (e.getValue()) {
                case LOCAL -> declare(name);
                case CELL -> declareCell(name);
                default -> {}
            }
        }
        for (String name : s.free) {
            declareFree(name);
        }
    }

    /** The local with the cell of a variable, as code of this very scope sees it. */
    BytecodeLocal cell(String name) {
        return outerClassCell != null && name.equals("__class__")
                ? outerClassCell
                : locals.get(name);
    }

    BytecodeLocal declare(String name) {
        BytecodeLocal local = b.createLocal(str(name), null);
        locals.put(name, local);
        return local;
    }

    /** A variable in a cell, still unbound. */
    BytecodeLocal declareCell(String name) {
        BytecodeLocal local = declare(name);
        b.beginStoreLocal(local);
        b.beginMakeCell();
        b.emitLoadNull();
        b.endMakeCell();
        b.endStoreLocal();
        return local;
    }

    private void declareFree(String name) {
        if (locals.containsKey(name)) {
            return;
        }
        int index = 0;
        for (String f : scope.free) {
            if (f.equals(name)) {
                break;
            }
            index++;
        }
        BytecodeLocal local;
        if (scope.kind == Scope.Kind.CLASS && scope.needsClassCell && name.equals("__class__")) {
            // That of the class around: methods of this one see another cell.
            local = b.createLocal(str(name), null);
            outerClassCell = local;
        } else {
            local = declare(name);
        }
        b.beginStoreLocal(local);
        b.emitLoadClosureCell(index);
        b.endStoreLocal();
    }
}
