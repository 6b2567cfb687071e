package org.jabiru.modules.io;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.CombinedTable;
import org.jabiru.object.PyType;

/** The type {@code io.BufferedRandom}; its methods are in classes that the buffered types share. */
@BuiltinType(value = "_io.BufferedRandom", signature = "(raw, buffer_size=DEFAULT_BUFFER_SIZE)")
public final class BufferedRandomType {
    public static final PyType TYPE =
            PyType.builtin(
                            "_io.BufferedRandom",
                            BufferedIOBaseType.TYPE,
                            () ->
                                    new CombinedTable(
                                            new CombinedTable(
                                                    new BufferedRandomTypeTable(),
                                                    new BufferedMethodsTable()),
                                            new CombinedTable(
                                                    new BufferedReadingTable(),
                                                    new BufferedWritingTable())),
                            PyBuffered::new)
                    .madeAtRunTime()
                    .announcesDeath();

    private BufferedRandomType() {}

    @Builtin("__init__(self, raw, buffer_size=131072)")
    static void init(PyBuffered self, Object raw, long size) {
        self.raw = null;
        self.detached = false;
        IOBaseType.check(raw, "seekable", "File or stream is not seekable.");
        IOBaseType.check(raw, "readable", "File or stream is not readable.");
        IOBaseType.check(raw, "writable", "File or stream is not writable.");
        self.initialize(raw, size, true, true);
    }
}
