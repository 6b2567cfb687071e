package org.jabiru.bytecode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.CodeAttribute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HotSpot never compiles methods of more than 8,000 bytes (-XX:+DontCompileHugeMethods): a loop
 * that grows beyond it would make everything that is not hot yet ten times slower, and no other
 * test would fail.
 */
class InterpreterSizeTest {
    private static final int HUGE_METHOD_LIMIT = 8000;

    @ParameterizedTest
    @ValueSource(strings = {"CachedBytecodeNode", "UncachedBytecodeNode"})
    void loopsCanBeCompiled(String interpreter) throws IOException {
        String file = "PyBytecodeRootGen$" + interpreter + ".class";
        ClassModel model;
        try (InputStream in = PyBytecodeRoot.class.getResourceAsStream(file)) {
            model = ClassFile.of().parse(in.readAllBytes());
        }
        for (var method : model.methods()) {
            String name = method.methodName().stringValue();
            if (name.startsWith("continueAt")) {
                int length =
                        method.findAttribute(java.lang.classfile.Attributes.code())
                                .map(CodeAttribute::codeLength)
                                .orElse(0);
                assertTrue(length > 0 && length < HUGE_METHOD_LIMIT, name + " has " + length);
            }
        }
    }
}
