package org.jabiru.launcher;

import com.oracle.truffle.api.strings.TruffleString;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.imports.CodeCache;
import org.jabiru.imports.Compilation;
import org.jabiru.imports.Imports;
import org.jabiru.imports.ModuleCode;
import org.jabiru.modules.sys.SysHooks;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** A program in a file, a directory or an archive. */
final class ScriptFile {
    private final PythonContext context;
    private final PyDict main;
    private final String path;

    ScriptFile(PythonContext context, PyDict main, String path) {
        this.context = context;
        this.main = main;
        this.path = absolute(path);
    }

    /** As CPython: nothing else of it is made simpler. */
    private static String absolute(String path) {
        String here = System.getProperty("user.dir");
        return path.equals(".") ? here : path.startsWith("/") ? path : here + "/" + path;
    }

    void run() {
        if (isImportable()) {
            ((PyList) context.sys.dict.get("path")).insert(0, Str.of(path));
            Call.method(
                    Imports.importModule("runpy"),
                    "_run_module_as_main",
                    Str.name("__main__"),
                    Boolean.FALSE);
            return;
        }
        if (!context.configuration.safePath) {
            context.programPath = directory();
            ((PyList) context.sys.dict.get("path")).insert(0, Str.of(context.programPath));
        }
        byte[] content = read();
        boolean compiled = path.endsWith(".pyc") || CodeCache.hasMagicNumber(content);
        main.put("__file__", Str.of(path));
        main.put("__cached__", Singleton.NONE);
        Object loader =
                Call.call(
                        Attributes.get(
                                context.importlibExternal,
                                compiled ? "SourcelessFileLoader" : "SourceFileLoader"),
                        Str.name("__main__"),
                        Str.of(path));
        main.put("__loader__", loader);
        PyCode code =
                compiled
                        ? CodeCache.codeIn(content)
                        : Compilation.compile(
                                context.configuration.skipFirstLine
                                        ? withoutFirstLine(content)
                                        : content,
                                path);
        ModuleCode.run(code, main);
    }

    /** Whether a path hook knows the path: a directory or an archive with {@code __main__}. */
    private boolean isImportable() {
        Path p = Path.of(path);
        if (Files.isRegularFile(p) && !isArchive(p)) {
            return false;
        }
        Object importer =
                Call.method(Imports.importModule("pkgutil"), "get_importer", Str.of(path));
        return importer != Singleton.NONE;
    }

    private static boolean isArchive(Path p) {
        // An archive may begin with anything: its directory is at the end.
        try (var file = new RandomAccessFile(p.toFile(), "r")) {
            long size = file.length();
            byte[] tail = new byte[(int) Math.min(size, 22)];
            file.seek(size - tail.length);
            file.readFully(tail);
            return tail.length == 22
                    && tail[0] == 'P'
                    && tail[1] == 'K'
                    && tail[2] == 5
                    && tail[3] == 6;
        } catch (IOException e) {
            return false;
        }
    }

    private String directory() {
        Path p = Path.of(path);
        try {
            Path real = p.toRealPath();
            Path parent = real.getParent();
            return parent == null ? "/" : parent.toString();
        } catch (IOException e) {
            return "";
        }
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException e) {
            boolean missing = !Files.exists(Path.of(path));
            TruffleString executable = (TruffleString) context.sys.dict.get("executable");
            SysHooks.writeError(
                    Str.java(executable)
                            + ": can't open file '"
                            + Path.of(path).toAbsolutePath()
                            + "': [Errno "
                            + (missing ? "2] No such file or directory" : "13] Permission denied")
                            + "\n");
            throw Errors.of(ExceptionTypes.SystemExit, 2L);
        }
    }

    private static byte[] withoutFirstLine(byte[] source) {
        int i = 0;
        while (i < source.length && source[i] != '\n') {
            i++;
        }
        // The newline stays, so that line numbers do.
        return Arrays.copyOfRange(source, i, source.length);
    }
}
