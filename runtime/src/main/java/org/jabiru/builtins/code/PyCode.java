package org.jabiru.builtins.code;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.PythonLanguage;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.generator.PySuspendable;
import org.jabiru.bytecode.ArgumentBinding;
import org.jabiru.bytecode.CallEach;
import org.jabiru.bytecode.PositionTable;
import org.jabiru.bytecode.PyBytecodeRoot;
import org.jabiru.bytecode.Recursion;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.object.Watch;

/**
 * A code object. What runs is made when it is first called: from the syntax tree or from a
 * serialised form.
 */
public final class PyCode extends PyObject {
    /** {@code co_flags} (inspect module, Code Objects Bit Flags). */
    public static final int CO_OPTIMIZED = 0x1;

    public static final int CO_NEWLOCALS = 0x2;
    public static final int CO_VARARGS = 0x4;
    public static final int CO_VARKEYWORDS = 0x8;
    public static final int CO_NESTED = 0x10;
    public static final int CO_GENERATOR = 0x20;
    public static final int CO_COROUTINE = 0x80;
    public static final int CO_ITERABLE_COROUTINE = 0x100;
    public static final int CO_ASYNC_GENERATOR = 0x200;
    public static final int CO_FUTURE_ANNOTATIONS = 0x1000000;
    public static final int CO_HAS_DOCSTRING = 0x4000000;
    public static final int CO_METHOD = 0x8000000;

    /** The flags of code that is suspended and resumed. */
    public static final int CO_SUSPENDABLE = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;

    /** {@code co_name}. */
    public final TruffleString name;

    /** {@code co_qualname}. */
    public final TruffleString qualifiedName;

    /** {@code co_filename}; set anew only by {@link #moved}, before the code runs. */
    public TruffleString fileName;

    /** {@code co_firstlineno}. */
    public final int firstLine;

    /** {@code co_flags}. */
    public final int flags;

    /** {@code co_argcount}: positional parameters, positional-only ones included. */
    public final int argumentCount;

    /** {@code co_posonlyargcount}. */
    public final int positionalOnlyCount;

    /** {@code co_kwonlyargcount}. */
    public final int keywordOnlyCount;

    /**
     * {@code co_varnames}: positional parameters, keyword-only ones, {@code *args}, {@code
     * **kwargs}, then the other local variables.
     */
    @CompilationFinal(dimensions = 1)
    public final TruffleString[] variableNames;

    /** {@code co_names} as given; empty: see {@link #namesUsed}. */
    final TruffleString[] names;

    /** {@code co_freevars}, in the order of the closure. */
    public final TruffleString[] freeNames;

    /** {@code co_cellvars}. */
    public final TruffleString[] cellNames;

    /** {@code co_consts} as given; empty: see {@link #constantsUsed}. */
    final Object[] constants;

    /** The docstring, or null. */
    public final Object docstring;

    /** {@code co_stacksize} as given, or -1. */
    final int stackSize;

    /** {@code co_linetable} as given, or null. */
    final byte[] lineTable;

    /** Where the instructions stand in the source. */
    public final PositionTable positions;

    /** How to make the root; never changed by {@link #replace}. */
    final CodeBody body;

    private CodeContents contents;
    private CodeListing listing;

    /** Whether leaving the body early has effects: there is try or with. Known with the root. */
    @CompilationFinal private boolean cleansUp;

    /** Whether the continuations are prepared: before a body first runs. */
    @CompilationFinal public boolean resumable;

    @CompilationFinal private PyBytecodeRoot root;
    @CompilationFinal private RootCallTarget callTarget;

    /** Once it was asked for. */
    private RootCallTarget callEach;

    /** Builds a code object; the compiler and the deserialiser fill it in. */
    public static final class Builder {
        public TruffleString name;
        public TruffleString qualifiedName;
        public TruffleString fileName;
        public int firstLine = 1;
        public int flags;
        public int argumentCount;
        public int positionalOnlyCount;
        public int keywordOnlyCount;
        public TruffleString[] variableNames = {};
        public TruffleString[] names = {};
        public TruffleString[] freeNames = {};
        public TruffleString[] cellNames = {};
        public Object[] constants = {};
        public Object docstring;
        public int stackSize = -1;
        public byte[] lineTable;
        public PositionTable positions = new PositionTable();
        public CodeBody body;

        public PyCode build() {
            PyCode made = new PyCode(this);
            PythonContext.announce(made, Watch.CODE_CREATED, null);
            return made;
        }
    }

    private PyCode(Builder b) {
        super(CodeType.TYPE);
        this.name = b.name;
        this.qualifiedName = b.qualifiedName == null ? b.name : b.qualifiedName;
        this.fileName = b.fileName;
        this.firstLine = b.firstLine;
        this.flags = b.flags;
        this.argumentCount = b.argumentCount;
        this.positionalOnlyCount = b.positionalOnlyCount;
        this.keywordOnlyCount = b.keywordOnlyCount;
        this.variableNames = b.variableNames;
        this.names = b.names;
        this.freeNames = b.freeNames;
        this.cellNames = b.cellNames;
        this.constants = b.constants;
        this.docstring = b.docstring;
        this.stackSize = b.stackSize;
        this.lineTable = b.lineTable;
        this.positions = b.positions;
        this.body = b.body;
    }

    /** A builder with all of this code's parts, for {@code replace} (its root is made anew). */
    public Builder toBuilder() {
        Builder b = new Builder();
        b.name = name;
        b.qualifiedName = qualifiedName;
        b.fileName = fileName;
        b.firstLine = firstLine;
        b.flags = flags;
        b.argumentCount = argumentCount;
        b.positionalOnlyCount = positionalOnlyCount;
        b.keywordOnlyCount = keywordOnlyCount;
        b.variableNames = variableNames;
        b.names = names;
        b.freeNames = freeNames;
        b.cellNames = cellNames;
        b.constants = constants;
        b.docstring = docstring;
        b.stackSize = stackSize;
        b.lineTable = lineTable;
        b.positions = positions;
        b.body = body;
        return b;
    }

    private CodeContents contents() {
        if (contents == null) {
            contents = new CodeContents(this);
        }
        return contents;
    }

    /** {@code co_code}. */
    @TruffleBoundary
    CodeListing listing() {
        if (listing == null) {
            listing = new CodeListing(this);
        }
        return listing;
    }

    /** The offset in {@code co_code} of an instruction. */
    @TruffleBoundary
    public int publicOffset(int instruction) {
        return listing().offsetOf(instruction);
    }

    /** The line that the listing gives to an instruction without a place of its own, or -1. */
    @TruffleBoundary
    public int listedLineAt(int instruction) {
        int unit = Math.max(listing().offsetOf(instruction), 0) / 2;
        int[] positions = listing().positions();
        int position = unit < positions.length ? positions[unit] : -1;
        return position < 0 ? -1 : this.positions.line(position);
    }

    /** The line of the place before all instructions: CPython's RESUME. */
    public int startLine() {
        return CodePositions.startLine(this);
    }

    /** As {@link CodePositions#offsetOnLine}. */
    @TruffleBoundary
    public int offsetOnLine(int offset, int line) {
        return CodePositions.offsetOnLine(this, offset, line);
    }

    /** {@code co_consts}. */
    @TruffleBoundary
    public Object[] constantsUsed() {
        return constants.length != 0 ? constants : contents().constants;
    }

    /** {@code co_names}. */
    @TruffleBoundary
    public TruffleString[] namesUsed() {
        return names.length != 0 ? names : contents().names;
    }

    /** Whether all the flags are set. */
    public boolean has(int flag) {
        return (flags & flag) == flag;
    }

    /** Whether a call makes a generator, a coroutine or an asynchronous generator. */
    public boolean isSuspendable() {
        return (flags & CO_SUSPENDABLE) != 0;
    }

    /** The number of parameters, {@code *args} and {@code **kwargs} included. */
    public int parameterCount() {
        return argumentCount
                + keywordOnlyCount
                + ((flags & CO_VARARGS) != 0 ? 1 : 0)
                + ((flags & CO_VARKEYWORDS) != 0 ? 1 : 0);
    }

    /** The interpreter's root of this code, made on first use. */
    public PyBytecodeRoot root() {
        if (root == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            makeRoot();
        }
        return root;
    }

    private synchronized void makeRoot() {
        if (root == null) {
            PyBytecodeRoot made = ((Body) body).makeRoot(PythonLanguage.get(), this);
            made.setCode(this);
            if (isSuspendable()) {
                cleansUp = !made.getBytecodeNode().getExceptionHandlers().isEmpty();
            }
            callTarget = made.getCallTarget();
            root = made;
            PythonLanguage.get().roots.add(made);
        }
    }

    /** Whether a body that is abandoned halfway has something to do yet: in try or with. */
    public boolean cleansUp() {
        root();
        return cleansUp;
    }

    /** The line of an instruction, or -1. */
    @TruffleBoundary
    public int lineAt(int instruction) {
        int position = PositionTable.indexOf(root().positionsNode(), instruction);
        return position < 0 ? -1 : positions.line(position);
    }

    /**
     * What runs the code; see the calling convention in the package {@code org.jabiru.bytecode}.
     */
    public RootCallTarget callTarget() {
        if (callTarget == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            makeRoot();
        }
        return callTarget;
    }

    /** What runs the code, which takes one argument, for many items. */
    public RootCallTarget callEach() {
        if (callEach == null) {
            callEach = new CallEach(this).getCallTarget();
        }
        return callEach;
    }

    /** Code that was compiled under another file name gets its own, and all code inside too. */
    @TruffleBoundary
    public void moved(TruffleString to) {
        if (!Str.equal(fileName, to)) {
            moved(fileName, to);
        }
    }

    private void moved(TruffleString from, TruffleString to) {
        if (Str.equal(fileName, from)) {
            fileName = to;
            for (Object constant : constantsUsed()) {
                if (constant instanceof PyCode code) {
                    code.moved(from, to);
                }
            }
        }
    }

    /** The code as bytes, for {@code marshal}. */
    @TruffleBoundary
    public byte[] serialize() {
        return CodeSerializer.write(this);
    }

    /** The code that {@link #serialize} wrote. */
    @TruffleBoundary
    public static PyCode deserialize(byte[] data) {
        return CodeSerializer.read(data, 0, data.length);
    }

    /** As {@link #deserialize(byte[])}, from a part of an array. */
    @TruffleBoundary
    public static PyCode deserialize(byte[] data, int from, int size) {
        return CodeSerializer.read(data, from, size);
    }

    /** Calls a function that has this code; the arguments as in JavaCallable. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object call(PyFunction function, Object[] args, TruffleString[] keywords) {
        return start(ArgumentBinding.bind(function, this, args, 0, keywords));
    }

    /** Runs the code with a frame's arguments, or makes the generator that will. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object start(Object[] frameArguments) {
        if (isSuspendable()) {
            return PySuspendable.make(this, frameArguments);
        }
        return Recursion.call(callTarget(), frameArguments);
    }

    /** Runs the body of a module, of a class or of code given to {@code exec} or {@code eval}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object runBody(PyFunction function, Object namespace) {
        return start(
                isSuspendable()
                        ? new Object[] {function, namespace, null}
                        : new Object[] {function, namespace});
    }
}
