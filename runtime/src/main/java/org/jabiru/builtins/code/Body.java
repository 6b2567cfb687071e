package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.BytecodeConfig;
import com.oracle.truffle.api.bytecode.BytecodeParser;
import com.oracle.truffle.api.bytecode.serialization.SerializationUtils;
import com.oracle.truffle.api.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.PythonLanguage;
import org.jabiru.bytecode.PositionTable;
import org.jabiru.bytecode.PyBytecodeRoot;
import org.jabiru.bytecode.PyBytecodeRootGen;
import org.jabiru.bytecode.RootImage;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;

/** The kinds of bodies. */
sealed interface Body extends CodeBody {
    /** Makes the root. */
    PyBytecodeRoot makeRoot(PythonLanguage language, PyCode code);

    /** What it is serialised as. */
    BodyParts parts(PyCode code);

    /** See {@link CodeBody#of}. */
    record Parsed(BytecodeParser<PyBytecodeRootGen.Builder> parser) implements Body {
        @Override
        public PyBytecodeRoot makeRoot(PythonLanguage language, PyCode code) {
            return emit(language);
        }

        private PyBytecodeRoot emit(PythonLanguage language) {
            return PyBytecodeRootGen.create(language, BytecodeConfig.WITH_SOURCE, parser)
                    .getNode(0);
        }

        @Override
        public BodyParts parts(PyCode code) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<Object> constants = new ArrayList<>();
            try {
                PyBytecodeRootGen.serialize(
                        new DataOutputStream(out),
                        (context, data, constant) -> {
                            data.writeInt(constants.size());
                            constants.add(constant instanceof Source ? null : constant);
                        },
                        parser);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // Not the root that may run already: running changes instructions.
            RootImage image = RootImage.of(emit(PythonLanguage.get()));
            return new BodyParts(image, out.toByteArray(), constants.toArray());
        }
    }

    /** Instructions that were serialised before. */
    record Serialized(CodeInput input) implements Body {
        @Override
        public PyBytecodeRoot makeRoot(PythonLanguage language, PyCode code) {
            CodeInput in = input.mark();
            try {
                RootImage image = BodyParts.readImage(in);
                Emitted rest = new Emitted(in, image, Str.java(code.fileName));
                return image.makeRoot(language, rest.fileName, rest::data, rest::constant);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public BodyParts parts(PyCode code) {
            CodeInput in = input.mark();
            try {
                return BodyParts.read(in, BodyParts.readImage(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Instructions of CPython, which a program has put together: they do not run. */
    record Foreign(byte[] instructions) implements Body {
        @Override
        public PyBytecodeRoot makeRoot(PythonLanguage language, PyCode code) {
            throw cannotRun();
        }

        @Override
        public BodyParts parts(PyCode code) {
            throw cannotRun();
        }

        private static PyException cannotRun() {
            return Errors.notImplemented(
                    "only instructions that compile() has made can run, not those of CPython");
        }
    }

    /** What follows an image, read when it is needed. */
    final class Emitted {
        private final CodeInput in;
        private final RootImage image;
        private final String fileName;
        private BodyParts parts;

        Emitted(CodeInput in, RootImage image, String fileName) {
            this.in = in;
            this.image = image;
            this.fileName = fileName;
        }

        private BodyParts parts() {
            if (parts == null) {
                try {
                    parts = BodyParts.read(in.mark(), image);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return parts;
        }

        DataInput data() {
            return SerializationUtils.createDataInput(ByteBuffer.wrap(parts().emitted()));
        }

        Object constant(Object context, DataInput data) throws IOException {
            Object known = parts().emittedConstants()[data.readInt()];
            return known == null ? PositionTable.source(fileName) : known;
        }
    }
}
