package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.CombinedTable;
import org.jabiru.object.PyType;

/** The type {@code io.BufferedReader}; its methods are in classes that the buffered types share. */
@BuiltinType(value = "_io.BufferedReader", signature = "(raw, buffer_size=DEFAULT_BUFFER_SIZE)")
public final class BufferedReaderType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_io.BufferedReader",
                            BufferedIOBaseType.TYPE,
                            () ->
                                    new CombinedTable(
                                            new CombinedTable(
                                                    new BufferedReaderTypeTable(),
                                                    new BufferedMethodsTable()),
                                            new BufferedReadingTable()),
                            PyBuffered::new)
                    .madeAtRunTime()
                    .announcesDeath();

    private BufferedReaderType() {}

    @Builtin("__init__(self, raw, buffer_size=131072)")
    static void init(PyBuffered self, Object raw, long size) {
        self.raw = null;
        self.detached = false;
        IOBaseType.check(raw, "readable", "File or stream is not readable.");
        self.initialize(raw, size, true, false);
    }
}
