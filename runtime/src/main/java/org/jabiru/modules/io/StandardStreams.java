package org.jabiru.modules.io;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Locale;
import org.jabiru.PythonContext;
import org.jabiru.builtins.codecs.CodecRegistry;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.modules.posix.FileDescriptor;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;

/** {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr}. */
public final class StandardStreams {
    private StandardStreams() {}

    /** Opens the three; None for a descriptor that is closed. */
    public static void open(PythonContext context) {
        String encoding = "utf-8";
        String errors = context.configuration.lenientStreams ? "surrogateescape" : "strict";
        String given = context.configuration.ioEncoding;
        if (given != null) {
            int colon = given.indexOf(':');
            String name = colon < 0 ? given : given.substring(0, colon);
            encoding = name.isEmpty() ? encoding : codecName(name);
            boolean silent = colon < 0 || colon + 1 == given.length();
            errors = !silent ? given.substring(colon + 1) : name.isEmpty() ? errors : "strict";
        }
        PyDict sys = context.sys.dict;
        if (!context.configuration.ownsProcess) {
            openHosts(context, encoding, errors);
            return;
        }
        boolean unbuffered = context.configuration.unbuffered;
        put(sys, "stdin", stream(0, "<stdin>", false, encoding, errors, false));
        put(sys, "stdout", stream(1, "<stdout>", true, encoding, errors, unbuffered));
        put(sys, "stderr", stream(2, "<stderr>", true, encoding, "backslashreplace", unbuffered));
    }

    /** Standard error alone, for what importlib says of the start itself. */
    public static void openForMessages(PythonContext context) {
        if (context.configuration.ownsProcess) {
            Object stream = stream(2, "<stderr>", true, "utf-8", "backslashreplace", true);
            context.sys.dict.put("stderr", stream);
        }
    }

    /** Those of the program that runs this interpreter, which may have redirected them. */
    private static void openHosts(PythonContext context, String encoding, String errors) {
        PyDict sys = context.sys.dict;
        var env = context.env();
        var in = new PyHostStream(env.in(), null);
        put(sys, "stdin", text(in, "<stdin>", false, encoding, errors, false, false, false));
        var out = new PyHostStream(null, env.out());
        put(sys, "stdout", text(out, "<stdout>", true, encoding, errors, true, false, true));
        var err = new PyHostStream(null, env.err());
        put(
                sys,
                "stderr",
                text(err, "<stderr>", true, encoding, "backslashreplace", true, false, true));
    }

    /** What the codec calls itself: the streams' attribute {@code encoding} says that. */
    private static String codecName(String given) {
        String plain = given.toLowerCase(Locale.ROOT).replace('_', '-');
        if (plain.equals("utf-8") || plain.equals("utf8")) {
            return "utf-8";
        }
        Object codec = CodecRegistry.get().lookup(Str.of(given));
        TruffleString name = Str.valueOrNull(Attributes.get(codec, "name"));
        return name == null ? given : Str.java(name);
    }

    private static void put(PyDict sys, String name, Object stream) {
        sys.put("__" + name + "__", stream);
        sys.put(name, stream);
    }

    private static Object stream(
            int fd, String name, boolean writing, String encoding, String errors, boolean raw) {
        if (FileDescriptor.mode(fd) < 0) {
            return Singleton.NONE;
        }
        PyFileIO file = new PyFileIO(FileIOType.TYPE);
        file.fd = fd;
        file.closeFd = false;
        file.mode = FileMode.parse(writing ? "w" : "r");
        boolean tty = file.isatty();
        return text(file, name, writing, encoding, errors, tty || fd == 2, tty, raw);
    }

    private static Object text(
            PyIOBase file,
            String name,
            boolean writing,
            String encoding,
            String errors,
            boolean byLine,
            boolean tty,
            boolean raw) {
        Attributes.genericSet(file, Str.name("name"), Str.name(name));
        Object buffer = file;
        if (!raw) {
            PyBuffered buffered =
                    new PyBuffered(writing ? BufferedWriterType.TYPE : BufferedReaderType.TYPE);
            int size = tty ? 8192 : IoModule.DEFAULT_BUFFER_SIZE;
            buffered.initialize(file, size, !writing, writing);
            buffer = buffered;
        }
        PyTextIOWrapper text = new PyTextIOWrapper(TextIOWrapperType.TYPE);
        TextIOWrapperType.init(
                text, buffer, Str.of(encoding), Str.of(errors), Str.name("\n"), byLine, raw);
        if (!writing) {
            // Standard input understands every newline.
            text.translate = true;
            text.universal = true;
            text.readNewline = null;
            text.newlines = new NewlineDecoder(true);
        }
        Attributes.genericSet(text, Str.name("mode"), Str.name(writing ? "w" : "r"));
        return text;
    }

    /** Writes out what streams still hold: files that were dropped without closing them. */
    public static void flushAll() {
        for (PyIOBase stream : IoState.get().unwritten()) {
            try {
                Call.method(stream, "flush");
            } catch (PyException ignored) {
                // The file is gone or full; there is no one to tell.
            }
        }
    }
}
