package org.jabiru.modules.io;

import org.jabiru.PythonContext;

/** {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr}. */
public final class StandardStreams {
    private StandardStreams() {}

    /** Opens the three. */
    public static void open(PythonContext context) {}
}
