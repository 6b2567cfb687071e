package org.jabiru.builtins.code;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.bytecode.BytecodeNode;
import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.bytecode.Instruction.Argument;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jabiru.object.Singleton;

/** What the instructions of a code object say of it: see CPython's {@code codeobject.c}. */
public final class CodeTraits {
    private final BytecodeNode node;
    private final List<Instruction> instructions = new ArrayList<>();

    /** For the index of an instruction the places in {@link #instructions} that jump there. */
    private final Map<Integer, List<Integer>> jumps = new HashMap<>();

    private CodeTraits(PyCode code) {
        node = code.root().getBytecodeNode();
        for (Instruction i : node.getInstructions()) {
            instructions.add(i);
        }
        for (int at = 0; at < instructions.size(); at++) {
            Instruction i = instructions.get(at);
            if (i.getName().startsWith("branch")) {
                for (Argument a : i.getArguments()) {
                    if (a.getKind() == Argument.Kind.BYTECODE_INDEX) {
                        jumps.computeIfAbsent(a.asBytecodeIndex(), n -> new ArrayList<>()).add(at);
                    }
                }
            }
        }
    }

    /** The names that the code itself, not a function in it, looks up in globals or builtins. */
    @TruffleBoundary
    public static Set<TruffleString> globalsLoaded(PyCode code) {
        return namesIn(code, Set.of("LoadGlobal"));
    }

    /** The attributes that the code reads. */
    @TruffleBoundary
    public static Set<TruffleString> attributesLoaded(PyCode code) {
        return namesIn(code, Set.of("LoadAttribute", "LoadMethod"));
    }

    private static Set<TruffleString> namesIn(PyCode code, Set<String> operations) {
        Set<TruffleString> found = new HashSet<>();
        for (Instruction i : code.root().getBytecodeNode().getInstructions()) {
            if (operations.contains(CodeListing.operation(i))) {
                for (Argument a : i.getArguments()) {
                    if (a.getKind() == Argument.Kind.CONSTANT
                            && a.asConstant() instanceof TruffleString name) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    /** Whether every return statement is without a value, or with the constant None. */
    @TruffleBoundary
    public static boolean returnsOnlyNone(PyCode code) {
        if (code.isSuspendable()) {
            return false;
        }
        CodeTraits traits = new CodeTraits(code);
        for (int at = 0; at < traits.instructions.size(); at++) {
            if (traits.name(at).equals("return") && !traits.isNoneBefore(at)) {
                return false;
            }
        }
        return true;
    }

    private String name(int at) {
        return CodeListing.operation(instructions.get(at));
    }

    /**
     * Whether what lies on top of the stack before an instruction may be the constant None. Where
     * the statements of a finally clause come in between, nothing is known of it.
     */
    private boolean isNoneBefore(int at) {
        for (int from : jumps.getOrDefault(instructions.get(at).getBytecodeIndex(), List.of())) {
            if (name(from).equals("branch") && !isNoneBefore(from)) {
                return false;
            }
        }
        String before = at == 0 ? "" : name(at - 1);
        return switch (before) {
            case "branch", "return", "throw", "pop", "store.local", "DropResult" -> true;
            case "load.constant" -> constant(instructions.get(at - 1)) == Singleton.NONE;
            case "load.local" -> !isVariable(instructions.get(at - 1));
            default ->
                    before.startsWith("Store")
                            || before.startsWith("Delete")
                            || CodeListing.isSilent(before) && isNoneBefore(at - 1);
        };
    }

    /** Whether a local is one of Python's, and does not keep what is returned meanwhile. */
    private boolean isVariable(Instruction load) {
        for (Argument a : load.getArguments()) {
            if (a.getKind() == Argument.Kind.LOCAL_OFFSET) {
                return node.getLocalNames(load.getBytecodeIndex())[a.asLocalOffset()]
                        instanceof TruffleString;
            }
        }
        return true;
    }

    private static Object constant(Instruction load) {
        return load.getArguments().get(0).asConstant();
    }
}
