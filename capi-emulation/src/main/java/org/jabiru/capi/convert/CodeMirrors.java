package org.jabiru.capi.convert;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.PyObject;

/**
 * What extensions read of code objects in memory ({@code PyCodeObject}): names, the file, the first
 * line, and counts. Instructions, tables and constants are not there.
 */
final class CodeMirrors {
    private static final int FLAGS = 48;
    private static final int ARGUMENT_COUNT = 52;
    private static final int POSITIONAL_ONLY_COUNT = 56;
    private static final int KEYWORD_ONLY_COUNT = 60;
    private static final int FIRST_LINE = 68;
    private static final int LOCAL_COUNT = 80;
    private static final int CELL_COUNT = 84;
    private static final int FREE_COUNT = 88;
    private static final int FILE_NAME = 112;
    private static final int NAME = 120;
    private static final int QUALIFIED_NAME = 128;
    private static final int[] REFERENCES = {FILE_NAME, NAME, QUALIFIED_NAME};

    private CodeMirrors() {}

    static void write(Crossing crossing, PyObject o, long p) {
        if (!(o instanceof PyCode code)) {
            return;
        }
        Memory.putInt(p + FLAGS, code.flags);
        Memory.putInt(p + ARGUMENT_COUNT, code.argumentCount);
        Memory.putInt(p + POSITIONAL_ONLY_COUNT, code.positionalOnlyCount);
        Memory.putInt(p + KEYWORD_ONLY_COUNT, code.keywordOnlyCount);
        Memory.putInt(p + FIRST_LINE, code.firstLine);
        Memory.putInt(p + LOCAL_COUNT, code.variableNames.length);
        Memory.putInt(p + CELL_COUNT, code.cellNames.length);
        Memory.putInt(p + FREE_COUNT, code.freeNames.length);
        TruffleString[] references = {code.fileName, code.name, code.qualifiedName};
        for (int i = 0; i < references.length; i++) {
            Memory.putLong(p + REFERENCES[i], crossing.toNew(references[i]));
        }
    }

    /** Gives back what was taken to write it, before the memory is freed. */
    static void free(CapiContext context, long p) {
        for (int field : REFERENCES) {
            context.boundary.releaseLaterOrNull(Memory.getLong(p + field));
        }
    }
}
