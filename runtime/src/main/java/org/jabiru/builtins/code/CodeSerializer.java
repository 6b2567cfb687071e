package org.jabiru.builtins.code;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Code objects as bytes. */
final class CodeSerializer {
    private CodeSerializer() {}

    static byte[] write(PyCode code) {
        CodeOutput out = new CodeOutput();
        write(out, code);
        return out.toByteArray();
    }

    static void write(CodeOutput out, PyCode code) {
        // The body first: emitting it may add positions.
        BodyParts body = ((Body) code.body).parts(code);
        out.putString(code.name);
        out.putString(code.qualifiedName);
        out.putString(code.fileName);
        out.putInt(code.firstLine);
        out.putInt(code.flags);
        out.putInt(code.argumentCount);
        out.putInt(code.positionalOnlyCount);
        out.putInt(code.keywordOnlyCount);
        out.putStrings(code.variableNames);
        out.putStrings(code.names);
        out.putStrings(code.freeNames);
        out.putStrings(code.cellNames);
        ConstantWriter.write(out, code.constants);
        ConstantWriter.write(out, code.docstring);
        out.putInts(code.positions.toArray());
        CodeOutput parts = out.nested();
        body.write(parts);
        out.putNested(parts);
    }

    /** The instructions alone. */
    static byte[] writeBody(PyCode code) {
        CodeOutput out = new CodeOutput();
        ((Body) code.body).parts(code).write(out);
        return out.toByteArray();
    }

    static PyCode read(byte[] data, int from, int size) {
        try {
            return read(CodeInput.of(data, from, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PyCode read(CodeInput in) throws IOException {
        PyCode.Builder b = new PyCode.Builder();
        b.name = in.readString();
        b.qualifiedName = in.readString();
        b.fileName = in.readString();
        b.firstLine = in.readInt();
        b.flags = in.readInt();
        b.argumentCount = in.readInt();
        b.positionalOnlyCount = in.readInt();
        b.keywordOnlyCount = in.readInt();
        b.variableNames = in.readStrings();
        b.names = in.readStrings();
        b.freeNames = in.readStrings();
        b.cellNames = in.readStrings();
        b.constants = (Object[]) ConstantReader.read(in);
        b.docstring = ConstantReader.read(in);
        b.positions = in.readPositions();
        int size = in.readInt();
        b.body = new Body.Serialized(in.mark());
        in.skip(size);
        return b.build();
    }
}
