package org.jabiru.imports;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jabiru.PythonContext;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.bytecode.InstructionSet;
import org.jabiru.modules.marshal.MarshalModule;
import org.jabiru.modules.sys.SysInfo;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;

/**
 * Compiled code in {@code __pycache__}, for the modules that are needed before importlib runs; the
 * format is that of importlib's own files (PEP 552: magic number, flags, time and size).
 */
public final class CodeCache {
    /** Changes whenever the compiler or the interpreter change what a code object holds. */
    private static final int FORMAT = 19023;

    private static final int TOKEN = (FORMAT ^ InstructionSet.fingerprint()) & 0xFFFF;

    /** {@code _imp.pyc_magic_number_token}: little endian, then CR LF as CPython's. */
    public static final long MAGIC = TOKEN | (long) '\r' << 16 | (long) '\n' << 24;

    private static final int HEADER = 16;

    private CodeCache() {}

    /** The code of a source file: from the cache, or compiled and written to it. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyCode load(String path, String shownName) {
        try {
            Path source = Path.of(path);
            BasicFileAttributes info = Files.readAttributes(source, BasicFileAttributes.class);
            int seconds = seconds(info);
            int size = (int) info.size();
            Path cached = cachedPath(source, shownName.startsWith("<frozen "));
            PyCode known = readOrNull(cached, seconds, size);
            if (known != null) {
                return known;
            }
            PyCode code = Compilation.compile(Files.readAllBytes(source), shownName);
            if (!PythonContext.get().configuration.dontWriteBytecode) {
                write(cached, seconds, size, code);
            }
            return code;
        } catch (IOException e) {
            throw Errors.of(
                    ExceptionTypes.ImportError,
                    Str.of("cannot read " + path + ": " + e.getMessage()));
        }
    }

    /** {@code cache_from_source(source)}; null where importlib has to be asked. */
    static TruffleString pathOrNull(PythonContext context, TruffleString source) {
        Object tag = Attributes.get(context.sys.dict.get("implementation"), "cache_tag");
        if (context.sys.dict.get("pycache_prefix") != Singleton.NONE
                || !(tag instanceof TruffleString t)
                || !Str.java(t).equals(SysInfo.CACHE_TAG)) {
            return null;
        }
        String file = Str.java(source);
        int slash = file.lastIndexOf('/');
        return Str.of(
                file.substring(0, slash)
                        + "/__pycache__/"
                        + cachedName(context, file.substring(slash + 1), ""));
    }

    /** The code that is cached for a source file, if it is that of the file as it is now. */
    static PyCode knownOrNull(TruffleString source, TruffleString cached) {
        try {
            BasicFileAttributes info =
                    Files.readAttributes(Path.of(Str.java(source)), BasicFileAttributes.class);
            Path file = Path.of(Str.java(cached));
            PyCode known = readOrNull(file, seconds(info), (int) info.size());
            if (known != null) {
                known.moved(source);
            }
            return known;
        } catch (IOException e) {
            return null;
        }
    }

    private static int seconds(BasicFileAttributes info) {
        return (int) Math.floorDiv(info.lastModifiedTime().toMillis(), 1000L);
    }

    private static String cachedName(PythonContext context, String source, String kind) {
        int optimize = context.configuration.optimize;
        return source.substring(0, source.lastIndexOf('.') + 1)
                + SysInfo.CACHE_TAG
                + kind
                + (optimize == 0 ? "" : ".opt-" + optimize)
                + ".pyc";
    }

    /** Frozen code has its own file, because its file name is another. */
    private static Path cachedPath(Path source, boolean frozen) {
        PythonContext context = PythonContext.get();
        String name = source.getFileName().toString();
        String file = cachedName(context, name, frozen ? ".frozen" : "");
        String prefix = context.configuration.pycachePrefix;
        return prefix == null
                ? source.resolveSibling("__pycache__").resolve(file)
                : Path.of(prefix + source.toAbsolutePath().getParent(), file);
    }

    private static PyCode readOrNull(Path cached, int seconds, int size) {
        byte[] data;
        // Not Files: its channels cost three times as much while they are cold.
        try (InputStream in = new FileInputStream(cached.toFile())) {
            data = in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        if (data.length <= HEADER
                || header.getInt(0) != (int) MAGIC
                || header.getInt(4) != 0
                || header.getInt(8) != seconds
                || header.getInt(12) != size) {
            return null;
        }
        return (PyCode) MarshalModule.load(data, HEADER);
    }

    /** Whether a file holds compiled code of this interpreter. */
    public static boolean hasMagicNumber(byte[] file) {
        return file.length >= HEADER
                && ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(0) == (int) MAGIC;
    }

    /**
     * The code in a {@code .pyc} file that is run as a program, whatever its source says.
     *
     * @throws org.jabiru.object.PyException RuntimeError when it holds none
     */
    public static PyCode codeIn(byte[] file) {
        if (!hasMagicNumber(file)) {
            throw Errors.runtimeError("Bad magic number in .pyc file");
        }
        if (MarshalModule.load(file, HEADER) instanceof PyCode code) {
            return code;
        }
        throw Errors.runtimeError("Bad code object in .pyc file");
    }

    private static void write(Path cached, int seconds, int size, PyCode code) {
        byte[] body = MarshalModule.dump(code);
        ByteBuffer out = ByteBuffer.allocate(HEADER + body.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt((int) MAGIC).putInt(0).putInt(seconds).putInt(size).put(body);
        try {
            Files.createDirectories(cached.getParent());
            Path part = Files.createTempFile(cached.getParent(), "part-", ".pyc");
            Files.write(part, out.array());
            Files.move(part, cached, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // A cache that cannot be written is no error: the library may be read-only.
        }
    }
}
