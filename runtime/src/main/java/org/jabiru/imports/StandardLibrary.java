package org.jabiru.imports;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jabiru.Home;

/**
 * Finds the standard library. {@link Home} has it in {@code lib/python3.14}; in tests of this
 * project it is unpacked once, from CPython's Maven artifact, into a cache in the user's home.
 */
public final class StandardLibrary {
    private static final String ARTIFACT_VERSION = "3.14.3-1.5.13";
    private static final String INSIDE = "org/bytedeco/cpython/linux-x86_64/lib/python3.14/";
    private static final String DIRECTORY = "lib/python3.14";

    private StandardLibrary() {}

    /** The installation prefix: {@code lib/python3.14} below it is the library. */
    @TruffleBoundary
    public static String prefix() {
        String given = System.getProperty("jabiru.stdlib");
        if (given != null) {
            // The library itself is given: its prefix is two levels up.
            return Path.of(given).toAbsolutePath().getParent().getParent().toString();
        }
        String home = Home.directoryOrNull();
        if (home != null && isLibrary(home + "/" + DIRECTORY)) {
            return home;
        }
        String cache = System.getProperty("user.home") + "/.cache/jabiru/" + ARTIFACT_VERSION;
        if (!isLibrary(cache + "/" + DIRECTORY)) {
            unpack(Path.of(cache));
        }
        return cache;
    }

    private static boolean isLibrary(String directory) {
        return new File(directory, "os.py").isFile();
    }

    private static void unpack(Path target) {
        Path jar =
                Path.of(
                        System.getProperty(
                                "maven.repo.local",
                                System.getProperty("user.home") + "/.m2/repository"),
                        "org/bytedeco/cpython",
                        ARTIFACT_VERSION,
                        "cpython-" + ARTIFACT_VERSION + "-linux-x86_64.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "jabiru: no standard library: a Java program gets it from the artifact"
                            + " org.jabiru:jabiru-python, which is neither on the class path nor"
                            + " on the module path; neither -Djabiru.home nor -Djabiru.stdlib"
                            + " names one; and "
                            + jar
                            + " is not there");
        }
        try {
            Files.createDirectories(target.getParent());
            Path part = Files.createTempDirectory(target.getParent(), "part-");
            copy(jar, part.resolve(DIRECTORY));
            try {
                Files.move(part, target);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                // Another process was quicker: its copy is as good.
                part.toFile().deleteOnExit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("jabiru: cannot unpack the standard library", e);
        }
    }

    private static void copy(Path jar, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory()
                        || !entry.getName().startsWith(INSIDE)
                        || entry.getName().endsWith(".pyc")) {
                    continue;
                }
                Path file = target.resolve(entry.getName().substring(INSIDE.length()));
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }
}
