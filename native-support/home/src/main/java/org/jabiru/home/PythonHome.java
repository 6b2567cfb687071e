package org.jabiru.home;

import com.oracle.truffle.api.InternalResource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The standard library, the native libraries and the headers. Truffle unpacks them once into the
 * user's cache (its option {@code engine.UserResourceCache} names another place), and each later
 * program finds them there.
 */
@InternalResource.Id(value = PythonHome.ID, componentId = "python", optional = true)
public final class PythonHome implements InternalResource {
    static final String ID = "python-home";

    @Override
    public void unpackFiles(Env env, Path target) throws IOException {
        if (env.getOS() != OS.LINUX || env.getCPUArchitecture() != CPUArchitecture.AMD64) {
            throw new IOException(
                    "Jabiru runs on Linux on x86-64 only, not on "
                            + env.getOS()
                            + " on "
                            + env.getCPUArchitecture());
        }
        try (var zip = new ZipInputStream(resource("home.zip"))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                Path file = target.resolve(e.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("an entry outside of the archive: " + e.getName());
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    @Override
    public String versionHash(Env env) throws IOException {
        try (InputStream in = resource("home.sha256")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = PythonHome.class.getResourceAsStream(name);
        if (found == null) {
            throw new NoSuchFileException(name, null, "the artifact jabiru-python is not whole");
        }
        return found;
    }
}
