package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.BytecodeConfig;
import com.oracle.truffle.api.bytecode.BytecodeParser;
import com.oracle.truffle.api.bytecode.serialization.SerializationUtils;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jabiru.PythonLanguage;
import org.jabiru.bytecode.PyBytecodeRoot;
import org.jabiru.bytecode.PyBytecodeRootGen;

/** What the instructions of a code object are made from. */
public interface CodeBody {
    /** Makes the root. */
    PyBytecodeRoot makeRoot(PythonLanguage language, PyCode code);

    /** The instructions as bytes; constants that the code object has too are references to it. */
    byte[] serialize(PyCode code);

    /**
     * Instructions that the compiler emits when they are first needed. The parser emits exactly one
     * root, and the same instructions each time it runs.
     */
    static CodeBody of(BytecodeParser<PyBytecodeRootGen.Builder> parser) {
        return new Parsed(parser);
    }

    /** Instructions that were serialised before. */
    static CodeBody of(byte[] serialized) {
        return new Serialized(serialized);
    }

    /** See {@link #of(BytecodeParser)}. */
    record Parsed(BytecodeParser<PyBytecodeRootGen.Builder> parser) implements CodeBody {
        @Override
        public PyBytecodeRoot makeRoot(PythonLanguage language, PyCode code) {
            return PyBytecodeRootGen.create(language, BytecodeConfig.WITH_SOURCE, parser)
                    .getNode(0);
        }

        @Override
        public byte[] serialize(PyCode code) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                PyBytecodeRootGen.serialize(
                        new DataOutputStream(out), new ConstantWriter(code.constants), parser);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    /** See {@link #of(byte[])}. */
    record Serialized(byte[] data) implements CodeBody {
        @Override
        public PyBytecodeRoot makeRoot(PythonLanguage language, PyCode code) {
            try {
                return PyBytecodeRootGen.deserialize(
                                language,
                                BytecodeConfig.WITH_SOURCE,
                                () -> SerializationUtils.createDataInput(ByteBuffer.wrap(data)),
                                new ConstantReader(code))
                        .getNode(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] serialize(PyCode code) {
            return data;
        }
    }
}
