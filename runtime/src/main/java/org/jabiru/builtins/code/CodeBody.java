package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.BytecodeConfig;
import com.oracle.truffle.api.bytecode.BytecodeParser;
import org.jabiru.PythonLanguage;
import org.jabiru.bytecode.PyBytecodeRoot;
import org.jabiru.bytecode.PyBytecodeRootGen;

/** What the instructions of a code object are made from. */
@FunctionalInterface
public interface CodeBody {
    /** Makes the root. */
    PyBytecodeRoot makeRoot(PythonLanguage language, PyCode code);

    /**
     * Instructions that the compiler emits when they are first needed. The parser emits exactly one
     * root.
     */
    static CodeBody of(BytecodeParser<PyBytecodeRootGen.Builder> parser) {
        return (language, code) ->
                PyBytecodeRootGen.create(language, BytecodeConfig.WITH_SOURCE, parser).getNode(0);
    }
}
