package org.jabiru;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleFile;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The directory whose {@code lib} has the standard library and our native libraries: the image's,
 * which {@code -Djabiru.home} names, or, in other Java programs, what the artifact {@code
 * jabiru-python} carries, unpacked to the user's cache.
 */
public final class Home {
    private static final String RESOURCE = "python-home";

    private Home() {}

    /** The directory, or null when neither is there. */
    @TruffleBoundary
    public static String directoryOrNull() {
        String given = System.getProperty("jabiru.home");
        if (given != null) {
            return given;
        }
        PythonContext context = PythonContext.getOrNull();
        if (context == null) {
            return null;
        }
        try {
            TruffleFile unpacked = context.env().getInternalResource(RESOURCE);
            return unpacked == null ? null : unpacked.getAbsoluteFile().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException("jabiru: cannot unpack Python's home: " + e, e);
        }
    }

    /** The directory; where it is unknown, the working directory. */
    public static String directory() {
        String known = directoryOrNull();
        return known == null ? "." : known;
    }
}
