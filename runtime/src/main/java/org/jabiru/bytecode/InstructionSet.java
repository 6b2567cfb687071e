package org.jabiru.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Tells serialised code of one version of the interpreter from that of another. */
public final class InstructionSet {
    /** The classes that give each instruction its number, in the serialised form and as it runs. */
    private static final String[] NUMBERS = {
        "PyBytecodeRootGen$Builder$SerializationState.class", "PyBytecodeRootGen$Instructions.class"
    };

    private InstructionSet() {}

    /** 16 bits that depend on the names and numbers of all instructions. */
    public static int fingerprint() {
        CRC32 crc = new CRC32();
        for (String numbers : NUMBERS) {
            try (InputStream in = InstructionSet.class.getResourceAsStream(numbers)) {
                crc.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        long value = crc.getValue();
        return (int) (value ^ value >>> 16) & 0xFFFF;
    }
}
