package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.BytecodeRootNode;
import com.oracle.truffle.api.bytecode.ConstantOperand;
import com.oracle.truffle.api.bytecode.GenerateBytecode;
import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.bytecode.Instrumentation;
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
import org.jabiru.object.Str;

/**
 * The interpreter of a code object. Operations are in files by topic; see the package documentation
 * for their operands and results, and for the calling convention.
 */
@GenerateBytecode(
        languageClass = PythonLanguage.class,
        enableYield = true,
        enableUncachedInterpreter = true,
        defaultUncachedThreshold = "64",
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

    // ---- events; no instructions as long as no one wants to know ----

    /** The body starts. */
    @Instrumentation
    public static final class TraceStart {
        @Specialization
        static void report(VirtualFrame frame, @Bind PyBytecodeRoot root) {
            Tracing.start(root, frame.materialize());
        }
    }

    /** A statement starts. */
    @Instrumentation
    @ConstantOperand(type = int.class, name = "line")
    @ConstantOperand(type = boolean.class, name = "always")
    public static final class TraceLine {
        @Specialization
        static void report(
                VirtualFrame frame, int line, boolean always, @Bind PyBytecodeRoot root) {
            Tracing.line(root, frame.materialize(), line, always);
        }
    }

    /** The body returns or yields a value. */
    @Instrumentation
    public static final class TraceResult {
        @Specialization
        static Object report(VirtualFrame frame, Object value, @Bind PyBytecodeRoot root) {
            Tracing.result(root, frame.materialize(), value);
            return value;
        }
    }

    /** The body goes on after a yield. */
    @Instrumentation
    public static final class TraceResume {
        @Specialization
        static Object report(VirtualFrame frame, Object sent, @Bind PyBytecodeRoot root) {
            Tracing.resume(root, frame.materialize());
            return sent;
        }
    }
}
