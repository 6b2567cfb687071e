package org.jabiru.libc;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code libjabiru-posix.so}: our own C functions for processes and signals, where the C library's
 * cannot be called one by one from Java.
 */
final class PosixLibrary {
    /** The prefix of its functions' names. */
    static final String PREFIX = "jabiru_";

    private static final String NAME = "libjabiru-posix.so";

    // A pure cache: the library stays loaded.
    static final SymbolLookup LOOKUP = SymbolLookup.libraryLookup(find(), Arena.global());

    private PosixLibrary() {}

    private static Path find() {
        String home = System.getProperty("jabiru.home", ".");
        Path installed = Path.of(home, "lib", NAME);
        return Files.exists(installed)
                ? installed
                : Path.of(home, "native-support", "target", NAME).toAbsolutePath();
    }
}
