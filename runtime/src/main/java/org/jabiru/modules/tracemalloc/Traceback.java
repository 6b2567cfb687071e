package org.jabiru.modules.tracemalloc;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.ContinuationRootNode;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.nodes.RootNode;
import java.util.Arrays;
import org.jabiru.PythonLanguage;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.PyBytecodeRoot;
import org.jabiru.object.Str;

/** Where an object was made: the innermost calls, and how many there were in all. */
final class Traceback {
    /** As many frames as CPython counts. */
    static final int MOST = 0xffff;

    private final PyCode[] codes;
    private final int[] instructions;
    private final int depth;
    private final int hash;

    private Traceback(PyCode[] codes, int[] instructions, int depth) {
        this.codes = codes;
        this.instructions = instructions;
        this.depth = depth;
        hash = 31 * Arrays.hashCode(instructions) + Arrays.hashCode(codes) + depth;
    }

    /** Of this thread, now. */
    static Traceback current(int limit) {
        Walk walk = new Walk(limit);
        Truffle.getRuntime().iterateFrames(walk::visit);
        return walk.end();
    }

    private static final class Walk {
        private final int limit;
        private final PythonLanguage here = PythonLanguage.get();
        private PyCode[] codes = new PyCode[1];
        private int[] instructions = new int[1];
        private int depth;

        Walk(int limit) {
            this.limit = limit;
        }

        Object visit(FrameInstance instance) {
            RootNode node = ((RootCallTarget) instance.getCallTarget()).getRootNode();
            RootNode source =
                    node instanceof ContinuationRootNode c
                            ? (RootNode) c.getSourceRootNode()
                            : node;
            if (source instanceof PyBytecodeRoot root && depth < MOST) {
                if (root.getLanguage(PythonLanguage.class) != here) {
                    // The code that called into this interpreter is another's.
                    return this;
                }
                if (depth < limit) {
                    add(root, instance);
                }
                depth++;
            }
            return null;
        }

        private void add(PyBytecodeRoot root, FrameInstance instance) {
            if (depth == codes.length) {
                int length = Math.min(limit, 2 * depth);
                codes = Arrays.copyOf(codes, length);
                instructions = Arrays.copyOf(instructions, length);
            }
            codes[depth] = root.code();
            // The innermost one has no call that says where it is: its frame does.
            BytecodeNode running = BytecodeNode.get(instance);
            BytecodeNode node = running == null ? root.getBytecodeNode() : running;
            Frame frame = Frames.ownFrame(instance.getFrame(FrameInstance.FrameAccess.READ_ONLY));
            instructions[depth] = root.publicIndex(node, node.getBytecodeIndex(frame));
        }

        Traceback end() {
            int kept = Math.min(depth, limit);
            return new Traceback(
                    Arrays.copyOf(codes, kept), Arrays.copyOf(instructions, kept), depth);
        }
    }

    /** How many calls there were, kept or not. */
    int depth() {
        return depth;
    }

    /** Of (file name, line) tuples, the innermost first. */
    PyTuple toTuple() {
        if (codes.length == 0) {
            return new PyTuple(new PyTuple(Str.name("<unknown>"), 0L));
        }
        Object[] frames = new Object[codes.length];
        for (int i = 0; i < frames.length; i++) {
            int line = codes[i].lineAt(instructions[i]);
            long shown = line >= 0 ? line : codes[i].firstLine;
            frames[i] = new PyTuple(codes[i].fileName, shown);
        }
        return PyTuple.of(frames);
    }

    /** The memory that it takes, in bytes. */
    long size() {
        return 64 + 12L * codes.length;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Traceback t
                && hash == t.hash
                && depth == t.depth
                && Arrays.equals(codes, t.codes)
                && Arrays.equals(instructions, t.instructions);
    }
}
