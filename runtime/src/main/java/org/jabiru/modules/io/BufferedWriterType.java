package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.CombinedTable;
import org.jabiru.object.PyType;

/** The type {@code io.BufferedWriter}; its methods are in classes that the buffered types share. */
@BuiltinType(value = "_io.BufferedWriter", signature = "(raw, buffer_size=DEFAULT_BUFFER_SIZE)")
public final class BufferedWriterType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_io.BufferedWriter",
                            BufferedIOBaseType.TYPE,
                            () ->
                                    new CombinedTable(
                                            new CombinedTable(
                                                    new BufferedWriterTypeTable(),
                                                    new BufferedMethodsTable()),
                                            new BufferedWritingTable()),
                            PyBuffered::new)
                    .madeAtRunTime()
                    .announcesDeath();

    private BufferedWriterType() {}

    @Builtin("__init__(self, raw, buffer_size=131072)")
    static void init(PyBuffered self, Object raw, long size) {
        self.raw = null;
        self.detached = false;
        IOBaseType.check(raw, "writable", "File or stream is not writable.");
        self.initialize(raw, size, false, true);
    }
}
