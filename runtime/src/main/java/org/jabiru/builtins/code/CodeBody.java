package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.BytecodeParser;
import org.jabiru.bytecode.PyBytecodeRootGen;

/** What the instructions of a code object are made from. */
public sealed interface CodeBody permits Body {
    /**
     * Instructions that the compiler emits when they are first needed. The parser emits exactly one
     * root, and the same instructions each time it runs.
     */
    static CodeBody of(BytecodeParser<PyBytecodeRootGen.Builder> parser) {
        return new Body.Parsed(parser);
    }
}
