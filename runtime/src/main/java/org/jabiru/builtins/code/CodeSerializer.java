package org.jabiru.builtins.code;

import com.oracle.truffle.api.bytecode.serialization.SerializationUtils;
import com.oracle.truffle.api.strings.TruffleString;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jabiru.bytecode.PositionTable;

/** Code objects as bytes. */
final class CodeSerializer {
    private CodeSerializer() {}

    static byte[] write(PyCode code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            ConstantWriter.write(out, code.name);
            ConstantWriter.write(out, code.qualifiedName);
            ConstantWriter.write(out, code.fileName);
            out.writeInt(code.firstLine);
            out.writeInt(code.flags);
            out.writeInt(code.argumentCount);
            out.writeInt(code.positionalOnlyCount);
            out.writeInt(code.keywordOnlyCount);
            ConstantWriter.writeNames(out, code.variableNames);
            ConstantWriter.writeNames(out, code.names);
            ConstantWriter.writeNames(out, code.freeNames);
            ConstantWriter.writeNames(out, code.cellNames);
            ConstantWriter.write(out, code.constants);
            ConstantWriter.write(out, code.docstring);
            // The body first: emitting it may add positions.
            byte[] body = code.body.serialize(code);
            ConstantWriter.writeInts(out, code.positions.toArray());
            ConstantWriter.writeBytes(out, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static PyCode read(byte[] data, int from, int size) {
        DataInput in = SerializationUtils.createDataInput(ByteBuffer.wrap(data, from, size));
        PyCode.Builder b = new PyCode.Builder();
        try {
            b.name = (TruffleString) ConstantReader.read(in, null);
            b.qualifiedName = (TruffleString) ConstantReader.read(in, null);
            b.fileName = (TruffleString) ConstantReader.read(in, null);
            b.firstLine = in.readInt();
            b.flags = in.readInt();
            b.argumentCount = in.readInt();
            b.positionalOnlyCount = in.readInt();
            b.keywordOnlyCount = in.readInt();
            b.variableNames = ConstantReader.readNames(in);
            b.names = ConstantReader.readNames(in);
            b.freeNames = ConstantReader.readNames(in);
            b.cellNames = ConstantReader.readNames(in);
            b.constants = (Object[]) ConstantReader.read(in, null);
            b.docstring = ConstantReader.read(in, null);
            b.positions = new PositionTable(ConstantReader.readInts(in));
            b.body = CodeBody.of(ConstantReader.readBytes(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return b.build();
    }
}
