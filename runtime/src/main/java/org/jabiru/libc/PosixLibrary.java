package org.jabiru.libc;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jabiru.Home;

/**
 * {@code libjabiru-posix.so}: our own C functions for calls of the C library, and for processes and
 * signals, where its functions cannot be called one by one from Java.
 */
final class PosixLibrary {
    /** The prefix of its functions' names. */
    static final String PREFIX = "jabiru_";

    private static final String NAME = "libjabiru-posix.so";

    private PosixLibrary() {}

    /** Where it is, if it is there: in an image, or where it was built. */
    static Path find() {
        String home = Home.directory();
        Path installed = Path.of(home, "lib", NAME);
        return Files.exists(installed)
                ? installed.toAbsolutePath()
                : Path.of(home, "native-support", "target", NAME).toAbsolutePath();
    }
}
