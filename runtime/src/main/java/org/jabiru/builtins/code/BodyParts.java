package org.jabiru.builtins.code;

import java.io.IOException;
import org.jabiru.bytecode.RootImage;

/**
 * What a body is serialised as.
 *
 * @param image the instructions
 * @param emitted what the Bytecode DSL makes other instructions from, when tracing begins
 * @param emittedConstants the constants of that; mostly the image's own, and null for the source
 */
record BodyParts(RootImage image, byte[] emitted, Object[] emittedConstants) {
    void write(CodeOutput out) {
        writeImage(out);
        out.putBytes(emitted);
        out.putInt(emittedConstants.length);
        for (Object constant : emittedConstants) {
            int index = indexOf(constant);
            out.putInt(index + 1);
            if (index < 0) {
                ConstantWriter.write(out, constant);
            }
        }
    }

    private int indexOf(Object constant) {
        Object[] known = image.constants();
        for (int i = 0; constant != null && i < known.length; i++) {
            if (known[i] == constant) {
                return i;
            }
        }
        return -1;
    }

    private void writeImage(CodeOutput out) {
        out.putInt(image.slots());
        out.putInt(image.locals());
        out.putInt(image.localCount());
        out.putInt(image.nodeCount());
        out.putBytes(image.instructions());
        out.putInts(image.handlers());
        out.putInts(image.localTable());
        out.putInts(image.sections());
        ConstantWriter.writeAll(out, image.constants());
    }

    static RootImage readImage(CodeInput in) throws IOException {
        int slots = in.readInt();
        int locals = in.readInt();
        int localCount = in.readInt();
        int nodeCount = in.readInt();
        byte[] instructions = in.readBytes();
        int[] handlers = in.readInts();
        int[] localTable = in.readInts();
        int[] sections = in.readInts();
        Object[] constants = ConstantReader.readAll(in);
        return new RootImage(
                slots,
                locals,
                localCount,
                instructions,
                constants,
                handlers,
                localTable,
                sections,
                nodeCount);
    }

    /** Reads what follows an image. */
    static BodyParts read(CodeInput in, RootImage image) throws IOException {
        byte[] emitted = in.readBytes();
        Object[] constants = new Object[in.readInt()];
        for (int i = 0; i < constants.length; i++) {
            int index = in.readInt() - 1;
            constants[i] = index < 0 ? ConstantReader.read(in) : image.constants()[index];
        }
        return new BodyParts(image, emitted, constants);
    }
}
