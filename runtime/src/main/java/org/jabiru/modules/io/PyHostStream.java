package org.jabiru.modules.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.modules.thread.Blocking;
import org.jabiru.object.Errors;

/** A standard stream that the embedding program gave ({@code Context.Builder.out}). */
final class PyHostStream extends PyIOBase {
    /** Null for a stream that is written. */
    final InputStream in;

    /** Null for a stream that is read. */
    final OutputStream out;

    PyHostStream(InputStream in, OutputStream out) {
        super(HostStreamType.TYPE);
        this.in = in;
        this.out = out;
    }

    /** What can be read now, of so many bytes at most; 0 at the end. */
    int read(byte[] into) {
        int[] count = {0};
        transfer(() -> count[0] = Math.max(0, in.read(into)));
        return count[0];
    }

    /** Writes all bytes; whoever reads them on the other side has them at once. */
    void write(byte[] data) {
        transfer(() -> {
            out.write(data);
            out.flush();
        });
    }

    private interface Transfer {
        void run() throws IOException;
    }

    private static void transfer(Transfer work) {
        IOException[] failure = {null};
        Blocking.run(() -> {
            try {
                work.run();
            } catch (IOException e) {
                failure[0] = e;
            }
            return true;
        });
        if (failure[0] != null) {
            throw Errors.raise(ExceptionTypes.OSError, "%s", failure[0].getMessage());
        }
    }
}
