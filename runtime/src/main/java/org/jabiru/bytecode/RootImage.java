package org.jabiru.bytecode;

import com.oracle.truffle.api.bytecode.BytecodeConfig;
import com.oracle.truffle.api.bytecode.BytecodeLocal;
import com.oracle.truffle.api.bytecode.BytecodeLocation;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.BytecodeParser;
import com.oracle.truffle.api.bytecode.ContinuationRootNode;
import com.oracle.truffle.api.bytecode.LocalAccessor;
import com.oracle.truffle.api.bytecode.LocalRangeAccessor;
import com.oracle.truffle.api.bytecode.serialization.BytecodeDeserializer;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.source.Source;
import java.io.DataInput;
import java.lang.reflect.Method;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jabiru.PythonLanguage;

/**
 * The instructions of a root as the interpreter reads them: what emitting them again would make.
 * Emitting is most of what a first call costs, and the serialised form of the Bytecode DSL is a
 * list of what to emit.
 *
 * <p>The generated interpreter has no public way to these arrays: {@link GeneratedInterpreter}.
 *
 * @param slots of a frame
 * @param locals of a frame, those of the interpreter included
 * @param localCount without those of the interpreter
 * @param localTable which locals there are where in the code
 * @param constants {@link Local}, {@link Range} and {@link Resumption} stand for Truffle's objects
 * @param sections the positions of instructions
 * @param nodeCount of the cached interpreter
 */
public record RootImage(
        int slots,
        int locals,
        int localCount,
        byte[] instructions,
        Object[] constants,
        int[] handlers,
        int[] localTable,
        int[] sections,
        int nodeCount) {
    /** A constant: access to a local. */
    public record Local(int index) {}

    /** A constant: access to several locals. */
    public record Range(int start, int length) {}

    /**
     * A constant: where to go on after a yield.
     *
     * @param instruction its index, -1 where the yield is never reached
     */
    public record Resumption(int stackPointer, int instruction) {}

    /** The image of a root that has not run yet; null for one that is not made as ours are. */
    public static RootImage of(PyBytecodeRoot root) {
        BytecodeNode node = root.getBytecodeNode();
        if (((List<?>) GeneratedInterpreter.field(node, "sources")).size() != 1) {
            return null;
        }
        int localCount = (int) GeneratedInterpreter.field(root, "numLocals");
        Object[] constants = ((Object[]) GeneratedInterpreter.field(node, "constants")).clone();
        for (int i = 0; i < constants.length; i++) {
            constants[i] = portable(constants[i], localCount);
        }
        return new RootImage(
                root.getFrameDescriptor().getNumberOfSlots(),
                (int) GeneratedInterpreter.field(root, "maxLocals"),
                localCount,
                (byte[]) GeneratedInterpreter.field(node, "bytecodes"),
                constants,
                (int[]) GeneratedInterpreter.field(node, "handlers"),
                (int[]) GeneratedInterpreter.field(node, "locals"),
                (int[]) GeneratedInterpreter.field(node, "sourceInfo"),
                (int) GeneratedInterpreter.field(node, "numNodes"));
    }

    private static Object portable(Object constant, int localCount) {
        return switch (constant) {
            case LocalAccessor accessor -> {
                for (int i = 0; i < localCount; i++) {
                    if (local(i).equals(accessor)) {
                        yield new Local(i);
                    }
                }
                throw GeneratedInterpreter.changed(null);
            }
            case LocalRangeAccessor accessor -> {
                int length = accessor.getLength();
                for (int i = 0; i + length <= localCount; i++) {
                    if (range(i, length).equals(accessor)) {
                        yield new Range(i, length);
                    }
                }
                throw GeneratedInterpreter.changed(null);
            }
            case ContinuationRootNode resumption -> {
                BytecodeLocation at =
                        (BytecodeLocation) GeneratedInterpreter.field(resumption, "location");
                yield new Resumption(
                        (int) GeneratedInterpreter.field(resumption, "sp"),
                        at == null ? -1 : at.getBytecodeIndex());
            }
            case null, default -> constant;
        };
    }

    private static LocalAccessor local(int index) {
        return LocalAccessor.constantOf(bytecodeLocal(index));
    }

    private static LocalRangeAccessor range(int start, int length) {
        BytecodeLocal[] locals = new BytecodeLocal[length];
        for (int i = 0; i < length; i++) {
            locals[i] = bytecodeLocal(start + i);
        }
        return LocalRangeAccessor.constantOf(locals);
    }

    private static BytecodeLocal bytecodeLocal(int index) {
        short before = (short) (BeforeLocals.COUNT + index);
        return (BytecodeLocal)
                GeneratedInterpreter.make(
                        GeneratedInterpreter.NEW_LOCAL, before, (short) index, (short) 0);
    }

    /** Locals of a frame that the interpreter has for itself, before those of the code. */
    private static final class BeforeLocals {
        static final short COUNT = count();

        static short count() {
            BytecodeLocal first =
                    (BytecodeLocal)
                            GeneratedInterpreter.make(
                                    GeneratedInterpreter.NEW_LOCAL,
                                    (short) 0,
                                    (short) 0,
                                    (short) 0);
            return (short) -first.getLocalOffset();
        }
    }

    /**
     * Makes a root.
     *
     * @param fileName of the code
     * @param serialized the form to emit the instructions from, when there have to be others
     * @param constantReader reads the constants of that form
     */
    public PyBytecodeRoot makeRoot(
            PythonLanguage language,
            String fileName,
            Supplier<DataInput> serialized,
            BytecodeDeserializer constantReader) {
        BytecodeParser<PyBytecodeRootGen.Builder> parser =
                builder -> emit(builder, serialized, constantReader);
        Object nodes =
                GeneratedInterpreter.make(
                        GeneratedInterpreter.NEW_NODES, parser, BytecodeConfig.WITH_SOURCE);
        FrameDescriptor.Builder frame = FrameDescriptor.newBuilder(slots);
        frame.defaultValue(null);
        frame.useSlotKinds(false);
        frame.addSlots(slots);
        Object[] live = constants.clone();
        for (int i = 0; i < live.length; i++) {
            if (live[i] instanceof Local local) {
                live[i] = local(local.index);
            } else if (live[i] instanceof Range range) {
                live[i] = range(range.start, range.length);
            }
        }
        PyBytecodeRootGen root =
                (PyBytecodeRootGen)
                        GeneratedInterpreter.make(
                                GeneratedInterpreter.NEW_ROOT,
                                language,
                                frame,
                                nodes,
                                locals,
                                localCount,
                                0,
                                instructions,
                                live,
                                handlers,
                                localTable,
                                sections,
                                new LateSource(fileName),
                                nodeCount);
        for (int i = 0; i < live.length; i++) {
            if (live[i] instanceof Resumption resumption) {
                live[i] = resumption(language, root, resumption);
            }
        }
        GeneratedInterpreter.invoke(
                GeneratedInterpreter.SET_NODES, nodes, (Object) new PyBytecodeRootGen[] {root});
        return root;
    }

    private static Object resumption(
            PythonLanguage language, PyBytecodeRootGen root, Resumption resumption) {
        int at = resumption.instruction;
        return GeneratedInterpreter.make(
                GeneratedInterpreter.NEW_RESUMPTION,
                language,
                root.getFrameDescriptor(),
                root,
                resumption.stackPointer,
                at < 0 ? null : root.getBytecodeNode().getBytecodeLocation(at));
    }

    /** When tracing begins, there are other instructions. */
    private static void emit(
            PyBytecodeRootGen.Builder builder,
            Supplier<DataInput> serialized,
            BytecodeDeserializer constantReader) {
        Method deserialize =
                GeneratedInterpreter.method(PyBytecodeRootGen.Builder.class, "deserialize");
        GeneratedInterpreter.invoke(deserialize, builder, serialized, constantReader, null);
    }

    /** The one source of a root, made when someone asks where an instruction stands. */
    private static final class LateSource extends AbstractList<Source> {
        private final String fileName;
        private Source source;

        LateSource(String fileName) {
            this.fileName = fileName;
        }

        @Override
        public Source get(int index) {
            if (source == null) {
                source = PositionTable.source(fileName);
            }
            return source;
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
