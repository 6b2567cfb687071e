package org.jabiru.capi.functions;

import java.util.Set;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;

/**
 * Cursors of sqlite3 that nobody ever had. {@code connection.execute("pragma journal_mode = wal")}
 * as a statement makes one that has not given its row: it locks the database until it ends. These
 * methods return a cursor that is new, so closing it changes nothing but that.
 */
final class DroppedCursors {
    private static final Set<String> MAKE_CURSORS =
            Set.of("execute", "executemany", "executescript");

    private DroppedCursors() {}

    /** Closes what a method returned and a statement did not use, if it is a cursor of sqlite3. */
    static void drop(PyType owner, String method, PyObject result) {
        if (MAKE_CURSORS.contains(method)
                && owner.name().equals("sqlite3.Connection")
                && Types.of(result).name().equals("sqlite3.Cursor")) {
            Call.method(result, "close");
        }
    }
}
