package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.BytecodeRootNode;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.GenerateBytecode;
import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.bytecode.Instrumentation;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.bytecode.OperationProxy;
import com.oracle.truffle.api.bytecode.ShortCircuitOperation;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.HashMap;
import java.util.Map;
import org.jabiru.PythonLanguage;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.generator.ThrowRequest;
import org.jabiru.object.Str;

/**
 * The interpreter of a code object. Operations are in files by topic; see the package documentation
 * for their operands and results, and for the calling convention.
 */
@GenerateBytecode(
        languageClass = PythonLanguage.class,
        enableYield = true,
        enableUncachedInterpreter = true,
        // Nodes cost more than a thousand cold calls gain with them: with 64, imports took a fifth
        // longer (see ARCHITECTURE.md).
        defaultUncachedThreshold = "1024",
        enableSerialization = true,
        enableBlockScoping = false,
        storeBytecodeIndexInFrame = true,
        boxingEliminationTypes = {long.class, double.class, boolean.class},
        defaultLocalValue = "null")
// NameOps
@OperationProxy(NameOps.CheckLocal.class)
@OperationProxy(NameOps.MakeCell.class)
@OperationProxy(NameOps.LoadClosureCell.class)
@OperationProxy(NameOps.LoadCell.class)
@OperationProxy(NameOps.LoadFree.class)
@OperationProxy(NameOps.StoreCell.class)
@OperationProxy(NameOps.DeleteCell.class)
@OperationProxy(NameOps.DeleteFree.class)
@OperationProxy(NameOps.LoadGlobal.class)
@OperationProxy(NameOps.StoreGlobal.class)
@OperationProxy(NameOps.DeleteGlobal.class)
@OperationProxy(NamespaceOps.LoadName.class)
@OperationProxy(NamespaceOps.StoreName.class)
@OperationProxy(NamespaceOps.DeleteName.class)
@OperationProxy(NamespaceOps.LoadNamespace.class)
@OperationProxy(NamespaceOps.LoadFromNamespaceOrCell.class)
@OperationProxy(NamespaceOps.LoadFromNamespaceOrGlobals.class)
@OperationProxy(NamespaceOps.SetupAnnotations.class)
// ArithmeticOps
@OperationProxy(ArithmeticOps.Add.class)
@OperationProxy(ArithmeticOps.Sub.class)
@OperationProxy(ArithmeticOps.Mul.class)
@OperationProxy(ArithmeticOps.TrueDiv.class)
@OperationProxy(ArithmeticOps.FloorDiv.class)
@OperationProxy(ArithmeticOps.Mod.class)
@OperationProxy(ArithmeticOps.MatMul.class)
@OperationProxy(ArithmeticOps.Pow.class)
@OperationProxy(BitwiseOps.LShift.class)
@OperationProxy(BitwiseOps.RShift.class)
@OperationProxy(BitwiseOps.And.class)
@OperationProxy(BitwiseOps.Or.class)
@OperationProxy(BitwiseOps.Xor.class)
@OperationProxy(UnaryOps.Neg.class)
@OperationProxy(UnaryOps.Pos.class)
@OperationProxy(UnaryOps.Invert.class)
@OperationProxy(UnaryOps.Not.class)
@OperationProxy(UnaryOps.ToBoolean.class)
@ShortCircuitOperation(
        name = "BoolAnd",
        booleanConverter = UnaryOps.ToBoolean.class,
        operator = ShortCircuitOperation.Operator.AND_RETURN_VALUE)
@ShortCircuitOperation(
        name = "BoolOr",
        booleanConverter = UnaryOps.ToBoolean.class,
        operator = ShortCircuitOperation.Operator.OR_RETURN_VALUE)
// ComparisonOps
@OperationProxy(ComparisonOps.Eq.class)
@OperationProxy(ComparisonOps.Ne.class)
@OperationProxy(ComparisonOps.Lt.class)
@OperationProxy(ComparisonOps.Le.class)
@OperationProxy(ComparisonOps.Gt.class)
@OperationProxy(ComparisonOps.Ge.class)
@OperationProxy(ComparisonOps.Is.class)
@OperationProxy(ComparisonOps.IsNot.class)
@OperationProxy(ComparisonOps.Contains.class)
@OperationProxy(ComparisonOps.NotContains.class)
// AttributeOps
@OperationProxy(AttributeOps.LoadAttribute.class)
@OperationProxy(AttributeOps.StoreAttribute.class)
@OperationProxy(AttributeOps.DeleteAttribute.class)
@OperationProxy(MethodOps.LoadMethod.class)
@OperationProxy(MethodOps.LoadSuper.class)
@OperationProxy(MethodOps.LoadSuperAttribute.class)
// CallOps
@OperationProxy(CallOps.Call.class)
@OperationProxy(CallOps.CallKeywords.class)
@OperationProxy(CallOps.CallUnpack.class)
@OperationProxy(CallOps.CallMethod.class)
@OperationProxy(CallOps.CallMethodKeywords.class)
@OperationProxy(CallOps.DropResult.class)
@OperationProxy(CallOps.MergeKeywords.class)
// SubscriptOps
@OperationProxy(SubscriptOps.LoadSubscript.class)
@OperationProxy(SubscriptOps.StoreSubscript.class)
@OperationProxy(SubscriptOps.DeleteSubscript.class)
@OperationProxy(SubscriptOps.BuildSlice.class)
// ContainerOps
@OperationProxy(ContainerOps.BuildList.class)
@OperationProxy(ContainerOps.BuildTuple.class)
@OperationProxy(ContainerOps.BuildSet.class)
@OperationProxy(ContainerOps.BuildDict.class)
@OperationProxy(ContainerOps.ListToTuple.class)
@OperationProxy(ContainerOps.ListAppend.class)
@OperationProxy(ContainerOps.ListExtend.class)
@OperationProxy(ContainerOps.SetAdd.class)
@OperationProxy(ContainerOps.SetUpdate.class)
@OperationProxy(ContainerOps.DictAdd.class)
@OperationProxy(ContainerOps.DictUpdate.class)
// UnpackOps
@OperationProxy(IterationOps.GetIter.class)
@OperationProxy(IterationOps.ForIterate.class)
@OperationProxy(IterationOps.TakeLocal.class)
@OperationProxy(IterationOps.ForgetLocal.class)
@OperationProxy(UnpackOps.ForgetLocals.class)
@OperationProxy(UnpackOps.UnpackSequence.class)
@OperationProxy(UnpackOps.UnpackEx.class)
// FormatOps
@OperationProxy(FormatOps.ConvertValue.class)
@OperationProxy(FormatOps.FormatSimple.class)
@OperationProxy(FormatOps.FormatWithSpec.class)
@OperationProxy(FormatOps.BuildString.class)
@OperationProxy(FormatOps.BuildInterpolation.class)
@OperationProxy(FormatOps.BuildTemplate.class)
// ExceptionOps
@OperationProxy(ExceptionOps.ExceptionObject.class)
@OperationProxy(ExceptionOps.PushHandled.class)
@OperationProxy(ExceptionOps.PopHandled.class)
@OperationProxy(ExceptionOps.MatchException.class)
@OperationProxy(ExceptionOps.Raise.class)
@OperationProxy(ExceptionOps.RaiseFrom.class)
@OperationProxy(ExceptionOps.Reraise.class)
@OperationProxy(ExceptionOps.Rethrow.class)
@OperationProxy(ExceptionOps.CheckGroupMatch.class)
@OperationProxy(ExceptionOps.SplitGroup.class)
@OperationProxy(ExceptionOps.CombineGroups.class)
@OperationProxy(ExceptionOps.LoadAssertionError.class)
@OperationProxy(WithOps.LoadContextMethod.class)
@OperationProxy(WithOps.CallExit.class)
// GeneratorOps
@OperationProxy(GeneratorOps.Resume.class)
@OperationProxy(GeneratorOps.GetYieldFromIter.class)
@OperationProxy(GeneratorOps.GetAwaitable.class)
@OperationProxy(GeneratorOps.SendStep.class)
@OperationProxy(GeneratorOps.WrapAsyncYield.class)
@OperationProxy(GeneratorOps.GetAIter.class)
@OperationProxy(GeneratorOps.GetANext.class)
@OperationProxy(GeneratorOps.IsStopAsyncIteration.class)
// ClassOps
@OperationProxy(ClassOps.MakeFunction.class)
@OperationProxy(ClassOps.MakeClosure.class)
@OperationProxy(ClassOps.SetTypeParameters.class)
@OperationProxy(ClassOps.LoadBuildClass.class)
@OperationProxy(ClassOps.TypingIntrinsic.class)
@OperationProxy(ClassOps.PrintExpression.class)
// ImportOps
@OperationProxy(ImportOps.ImportName.class)
@OperationProxy(ImportOps.ImportFrom.class)
@OperationProxy(ImportOps.ImportStar.class)
// MatchOps
@OperationProxy(MatchOps.MatchSequence.class)
@OperationProxy(MatchOps.MatchMapping.class)
@OperationProxy(MatchOps.MatchKeys.class)
@OperationProxy(MatchOps.MatchRest.class)
@OperationProxy(MatchOps.MatchClass.class)
@OperationProxy(MatchOps.GetLength.class)
public abstract class PyBytecodeRoot extends RootNode implements BytecodeRootNode {
    /**
     * Index of the auxiliary frame slot that keeps the {@code PyFrame} once Python asked for it.
     */
    public final transient int pyFrameSlot;

    private transient PyCode code;

    /** The instructions as they were first, once there are others. */
    private transient BytecodeNode firstNode;

    private transient Map<Integer, Integer> firstIndices;

    /** The events that are wanted of it, a bit each; see {@link Events}. */
    int wanted;

    private transient int[] localEvents;

    private transient Monitoring.Disabled disabled;

    protected PyBytecodeRoot(PythonLanguage language, FrameDescriptor descriptor) {
        super(language, descriptor);
        this.pyFrameSlot = descriptor.findOrAddAuxiliarySlot(PyBytecodeRoot.class);
    }

    /** The code object; set once, right after parsing. */
    public final PyCode code() {
        return code;
    }

    /** Ties the root to its code object. */
    public final void setCode(PyCode owner) {
        code = owner;
    }

    /**
     * Remembers the instructions as they are: indices that Python sees go on to mean these. False
     * when that was done before.
     */
    final boolean keepPositions() {
        if (firstNode != null) {
            return false;
        }
        firstNode = getBytecodeNode();
        return true;
    }

    /** The instructions that indices in tracebacks and frames refer to. */
    public final BytecodeNode positionsNode() {
        return firstNode == null ? getBytecodeNode() : firstNode;
    }

    /** Whether the instructions are not the first any more. */
    public final boolean isChanged() {
        return firstNode != null;
    }

    /** The index that Python sees for an instruction: in the first ones, one at the same place. */
    @TruffleBoundary
    public final int publicIndex(BytecodeNode node, int index) {
        if (firstNode == null || node == firstNode || index < 0) {
            return index;
        }
        if (firstIndices == null) {
            Map<Integer, Integer> found = new HashMap<>();
            for (Instruction i : firstNode.getInstructions()) {
                int at = i.getBytecodeIndex();
                int position = PositionTable.indexOf(firstNode, at);
                // The last one of a place is what the others prepare; the last without is the
                // return at the end.
                found.put(position, at);
                found.putIfAbsent(lineKey(position), at);
            }
            firstIndices = found;
        }
        int position = PositionTable.indexOf(node, index);
        Integer same = firstIndices.get(position);
        return same != null ? same : firstIndices.getOrDefault(lineKey(position), 0);
    }

    /** A key for the line of a position, apart from those for positions. */
    private int lineKey(int position) {
        return position < 0 ? -1 : -2 - code.positions.line(position);
    }

    @Override
    public String getName() {
        return code == null ? null : Str.java(code.qualifiedName);
    }

    @Override
    public String toString() {
        return "<code " + getName() + ">";
    }

    @Override
    public AbstractTruffleException interceptTruffleException(
            AbstractTruffleException e, VirtualFrame frame, BytecodeNode node, int bci) {
        return Unwinding.enter(e, this, node, frame.materialize(), bci);
    }

    @Override
    public Throwable interceptInternalException(
            Throwable t, VirtualFrame frame, BytecodeNode node, int bci) {
        return Unwinding.convert(t, node, bci);
    }

    @Override
    protected boolean isInstrumentable() {
        return false;
    }

    // ---- what tools want to know ----

    final boolean wants(int event) {
        return (wanted >> event & 1) != 0;
    }

    /** The events that each tool wants of this root; may be changed. */
    final int[] localEvents() {
        if (localEvents == null) {
            localEvents = new int[Monitoring.TOOLS];
        }
        return localEvents;
    }

    /** The events that a tool wants of this root. */
    public final int localEventsOf(int tool) {
        return localEvents == null ? 0 : localEvents[tool];
    }

    final boolean isEnabled(int tool, int event, int place) {
        return disabled == null || !disabled.contains(tool, event, place);
    }

    /** A tool does not want an event at a place any more. */
    final void disable(int tool, int event, int place) {
        if (disabled == null) {
            disabled = new Monitoring.Disabled();
        }
        disabled.add(tool, event, place);
    }

    /** A tool wants events everywhere again. */
    final void enable(int tool, int events) {
        if (disabled != null) {
            disabled.remove(tool, events);
        }
    }

    // ---- events; no instructions as long as no one wants to know ----

    /** The body starts. */
    @Instrumentation
    public static final class TraceStart {
        @Specialization
        static void report(VirtualFrame frame, @Bind PyBytecodeRoot root) {
            if (root.wants(Events.PY_START)) {
                FrameEvents.start(root, frame.materialize());
            }
        }
    }

    /**
     * A statement starts; {@code kind} is one of {@link LineKind}, {@code blocks} a {@link
     * BlockStack}, {@code waiting} the number of operands that are on the stack.
     */
    @Instrumentation
    @ConstantOperand(type = int.class, name = "line")
    @ConstantOperand(type = int.class, name = "kind")
    @ConstantOperand(type = long.class, name = "blocks")
    @ConstantOperand(type = int.class, name = "waiting")
    public static final class TraceLine {
        @Specialization
        static void report(
                VirtualFrame frame,
                int line,
                int kind,
                long blocks,
                int waiting,
                @Bind PyBytecodeRoot root,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            if ((root.wanted & LineKind.EVENTS) != 0) {
                FrameEvents.line(root, frame.materialize(), line, kind, node, index);
            }
        }
    }

    /** In the middle of a statement comes what is on a line. */
    @Instrumentation
    @ConstantOperand(type = int.class, name = "line")
    public static final class TraceInside {
        @Specialization
        static void report(
                VirtualFrame frame,
                int line,
                @Bind PyBytecodeRoot root,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            if ((root.wanted & LineKind.EVENTS) != 0) {
                FrameEvents.inside(root, frame.materialize(), line, node, index);
            }
        }
    }

    /** The last operand is there of an operator that is on a line. */
    @Instrumentation
    @ConstantOperand(type = int.class, name = "line")
    public static final class TraceOperator {
        @Specialization
        static Object report(
                VirtualFrame frame,
                int line,
                Object operand,
                @Bind PyBytecodeRoot root,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            if ((root.wanted & LineKind.EVENTS) != 0) {
                FrameEvents.inside(root, frame.materialize(), line, node, index);
            }
            return operand;
        }
    }

    /** The body returns or yields a value. */
    @Instrumentation
    @ConstantOperand(type = boolean.class, name = "yields")
    public static final class TraceResult {
        @Specialization
        static Object report(
                VirtualFrame frame,
                boolean yields,
                Object value,
                @Bind PyBytecodeRoot root,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            if (root.wants(yields ? Events.PY_YIELD : Events.PY_RETURN)) {
                FrameEvents.result(root, frame.materialize(), value, yields, node, index);
            }
            return value;
        }
    }

    /** The body goes on after a yield. */
    @Instrumentation
    public static final class TraceResume {
        @Specialization
        static Object report(
                VirtualFrame frame,
                Object sent,
                @Bind PyBytecodeRoot root,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            boolean thrown = sent instanceof ThrowRequest;
            if (root.wants(thrown ? Events.PY_THROW : Events.PY_RESUME)) {
                FrameEvents.resume(root, frame.materialize(), sent, node, index);
            }
            return sent;
        }
    }

    /** A part of a call, see {@link CallPart}: the callee, an argument, the result. */
    @Instrumentation
    @ConstantOperand(type = int.class, name = "part")
    public static final class TraceCall {
        @Specialization
        static Object report(
                VirtualFrame frame,
                int part,
                Object value,
                @Bind PyBytecodeRoot root,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            if ((root.wanted & CallPart.EVENTS) != 0) {
                FrameEvents.call(root, frame.materialize(), part, value, node, index);
            }
            return value;
        }
    }

    /** A condition was evaluated: the program goes one way or the other. */
    @Instrumentation
    public static final class TraceBranch {
        @Specialization
        static boolean report(
                VirtualFrame frame,
                boolean value,
                @Bind PyBytecodeRoot root,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            if (root.wants(value ? Events.BRANCH_LEFT : Events.BRANCH_RIGHT)) {
                FrameEvents.branch(root, frame.materialize(), value, node, index);
            }
            return value;
        }
    }

    /** What was awaited or yielded from has come to its end; it and its result are in locals. */
    @Instrumentation
    @ConstantOperand(type = LocalAccessor.class, name = "iterator")
    @ConstantOperand(type = LocalAccessor.class, name = "result")
    public static final class TraceDelegated {
        @Specialization
        static void report(
                VirtualFrame frame,
                LocalAccessor iterator,
                LocalAccessor result,
                @Bind PyBytecodeRoot root,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            if ((root.wanted & (1 << Events.STOP_ITERATION | 1 << Events.RAISE)) != 0) {
                FrameEvents.delegated(
                        root,
                        frame.materialize(),
                        iterator.getObject(node, frame),
                        result.getObject(node, frame),
                        node,
                        index);
            }
        }
    }

    /** A loop has come to its end; what it went through is in a local. */
    @Instrumentation
    @ConstantOperand(type = LocalAccessor.class, name = "iterator")
    public static final class TraceExhausted {
        @Specialization
        static void report(
                VirtualFrame frame,
                LocalAccessor iterator,
                @Bind PyBytecodeRoot root,
                @Bind BytecodeNode node,
                @Bind("$bytecodeIndex") int index) {
            if ((root.wanted & (1 << Events.STOP_ITERATION | 1 << Events.RAISE)) != 0) {
                Object value = iterator.getObject(node, frame);
                FrameEvents.exhausted(root, frame.materialize(), value, node, index);
            }
        }
    }
}
