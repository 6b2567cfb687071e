package org.jabiru.imports;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Sequences;

/**
 * Looks for a module's file as {@code PathFinder} and {@code FileFinder} do (The import system,
 * "The Path Based Finder"), with their caches: {@code sys.path_importer_cache} and each finder's
 * names of its directory.
 */
final class PathSearch {
    private static final TruffleString PATH = Str.name("path");
    private static final TruffleString MTIME = Str.name("_path_mtime");
    private static final TruffleString NAMES = Str.name("_path_cache");
    private static final TruffleString LOADERS = Str.name("_loaders");

    /**
     * A module's file.
     *
     * @param finder the FileFinder
     * @param loader the class that loads it
     * @param directory of a package; null for a module
     */
    record Found(Object finder, Object loader, TruffleString file, TruffleString directory) {}

    /**
     * There is, or may be, what only importlib knows about: another finder, a namespace package.
     */
    static final Found ASK_IMPORTLIB = new Found(null, null, null, null);

    private final PythonContext context;
    private final PyDict finders;

    PathSearch(PythonContext context) {
        this.context = context;
        finders = (PyDict) context.sys.dict.get("path_importer_cache");
    }

    /**
     * The file of a module.
     *
     * @param tail the last part of the module's name
     * @param path {@code sys.path} or a package's {@code __path__}
     * @return null when there is none
     */
    Found find(String tail, Object path) {
        Object[] entries = path instanceof PyList list ? list.toArray() : Iteration.toArray(path);
        for (Object entry : entries) {
            TruffleString directory = Str.valueOrNull(entry);
            if (directory == null) {
                continue;
            }
            Object finder = finder(directory);
            if (finder == Singleton.NONE) {
                continue;
            }
            if (Types.of(finder) != context.importlibExternal.dict.get("FileFinder")) {
                return ASK_IMPORTLIB;
            }
            Found found = findIn(finder, tail);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Object finder(TruffleString entry) {
        TruffleString directory = entry;
        if (Str.length(entry) == 0) {
            directory = (TruffleString) Call.method(external("_os"), "getcwd");
        }
        Object known = finders.get(directory);
        return known != null
                ? known
                : Call.method(external("PathFinder"), "_path_importer_cache", directory);
    }

    private Object external(String name) {
        return context.importlibExternal.dict.get(name);
    }

    private Found findIn(Object finder, String tail) {
        String directory = Str.java((TruffleString) Attributes.get(finder, PATH));
        try {
            Object modified = modified(Path.of(directory));
            if (!Comparison.equal(modified, Attributes.get(finder, MTIME))) {
                Call.method(finder, "_fill_cache");
                Attributes.set(finder, MTIME, modified);
            }
            return findFile(finder, directory, tail);
        } catch (InvalidPathException e) {
            // A name that the JVM's encoding of file names does not have.
            return ASK_IMPORTLIB;
        }
    }

    private static Found findFile(Object finder, String directory, String tail) {
        Object names = Attributes.get(finder, NAMES);
        Object[] loaders = Iteration.toArray(Attributes.get(finder, LOADERS));
        boolean namespace = false;
        if (Sequences.contains(names, Str.of(tail))) {
            String base = join(directory, tail);
            for (Object pair : loaders) {
                String file = join(base, "__init__" + suffix(pair));
                if (Files.isRegularFile(Path.of(file))) {
                    return new Found(finder, loader(pair), Str.of(file), Str.of(base));
                }
            }
            namespace = Files.isDirectory(Path.of(base));
        }
        for (Object pair : loaders) {
            String name = tail + suffix(pair);
            if (Sequences.contains(names, Str.of(name))) {
                String file = join(directory, name);
                if (Files.isRegularFile(Path.of(file))) {
                    return new Found(finder, loader(pair), Str.of(file), null);
                }
            }
        }
        return namespace ? ASK_IMPORTLIB : null;
    }

    /** {@code os.stat(directory).st_mtime}, or -1. */
    private static Object modified(Path directory) {
        try {
            Instant time =
                    Files.readAttributes(directory, BasicFileAttributes.class)
                            .lastModifiedTime()
                            .toInstant();
            return time.getEpochSecond() + 1e-9 * time.getNano();
        } catch (IOException e) {
            return -1L;
        }
    }

    private static String suffix(Object pair) {
        return Str.java((TruffleString) ((PyTuple) pair).get(0));
    }

    private static Object loader(Object pair) {
        return ((PyTuple) pair).get(1);
    }

    /** {@code _path_join}. */
    private static String join(String directory, String name) {
        int end = directory.length();
        while (end > 0 && directory.charAt(end - 1) == '/') {
            end--;
        }
        return directory.substring(0, end) + "/" + name;
    }
}
