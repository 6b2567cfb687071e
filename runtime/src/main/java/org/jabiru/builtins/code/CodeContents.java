package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.Instruction;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jabiru.object.Singleton;

/** The constants and names that the instructions of a code object use. */
final class CodeContents {
    private static final Set<String> NAME_OPERATIONS =
            Set.of(
                    "LoadGlobal",
                    "StoreGlobal",
                    "DeleteGlobal",
                    "LoadName",
                    "StoreName",
                    "DeleteName",
                    "LoadFromNamespaceOrGlobals",
                    "LoadAttribute",
                    "StoreAttribute",
                    "DeleteAttribute",
                    "LoadMethod",
                    "LoadSuperAttribute",
                    "ImportName",
                    "ImportFrom");

    final Object[] constants;
    final TruffleString[] names;

    CodeContents(PyCode code) {
        List<Object> found = new ArrayList<>();
        Set<TruffleString> namesFound = new LinkedHashSet<>();
        if (code.has(PyCode.CO_HAS_DOCSTRING)) {
            found.add(code.docstring);
        }
        for (Instruction i : code.root().getBytecodeNode().getInstructions()) {
            // Quickened instructions and those of constants have names like c.LoadGlobal$own.
            String name = i.getName();
            for (Instruction.Argument a : i.getArguments()) {
                if (a.getKind() != Instruction.Argument.Kind.CONSTANT) {
                    continue;
                }
                Object constant = a.asConstant();
                if (constant instanceof TruffleString s && isNameOperation(name)) {
                    namesFound.add(s);
                } else if (!found.isEmpty() && isSmall(constant)) {
                    // CPython has them in the instructions.
                    continue;
                } else if (name.startsWith("load.constant") || constant instanceof PyCode) {
                    add(found, constant);
                }
            }
        }
        if (found.isEmpty()) {
            found.add(Singleton.NONE);
        }
        constants = found.toArray();
        names = namesFound.toArray(TruffleString[]::new);
    }

    private static boolean isSmall(Object constant) {
        return constant instanceof Long n && n >= 0 && n <= 255;
    }

    private static void add(List<Object> found, Object constant) {
        for (Object known : found) {
            if (known.getClass() == constant.getClass() && known.equals(constant)) {
                return;
            }
        }
        found.add(constant);
    }

    private static boolean isNameOperation(String instruction) {
        int start = instruction.startsWith("c.") ? 2 : 0;
        int end = instruction.indexOf('$');
        return NAME_OPERATIONS.contains(
                instruction.substring(start, end < 0 ? instruction.length() : end));
    }
}
