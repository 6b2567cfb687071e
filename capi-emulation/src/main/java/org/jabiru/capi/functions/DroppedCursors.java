package org.jabiru.capi.functions;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Set;
import org.jabiru.builtins.type.TypeType;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;

/**
 * Cursors of sqlite3 that nobody ever had. {@code connection.execute("pragma journal_mode = wal")}
 * as a statement makes one that has not given its row: it locks the database until it ends. These
 * methods return a cursor that is new, so closing it changes nothing but that.
 */
final class DroppedCursors {
    private static final Set<String> MAKE_CURSORS =
            Set.of("execute", "executemany", "executescript");

    // Not __exit__: it has rolled back when it tells that it could not commit.
    private static final Set<String> REFUSED = Set.of("commit", "rollback", "execute");

    private DroppedCursors() {}

    /** Closes what a method returned and a statement did not use, if it is a cursor of sqlite3. */
    static void drop(PyType owner, String method, PyObject result) {
        if (MAKE_CURSORS.contains(method)
                && owner.name().equals("sqlite3.Connection")
                && Types.of(result).name().equals("sqlite3.Cursor")) {
            Call.method(result, "close");
        }
    }

    /**
     * Whether a method failed, and changed nothing, because a statement has not ended. On CPython
     * it would have with its cursor, which C code perhaps was the last to have.
     */
    @TruffleBoundary
    static boolean isRefused(String method, PyException e) {
        Object error = e.exception();
        if (!REFUSED.contains(method)
                || !TypeType.fullyQualifiedName(Types.of(error))
                        .equals("sqlite3.OperationalError")) {
            return false;
        }
        String message = Str.java(Repr.str(error));
        return message.endsWith("SQL statements in progress")
                || message.startsWith("database table is locked");
    }
}
