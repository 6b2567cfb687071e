package org.jabiru.capi.abicheck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jabiru.launcher.LauncherCommand;

/**
 * {@code jabiru abi-check FILE ...}: which symbols of Python extension modules need, which limited
 * API that is, and whether Jabiru has them. A file is a shared library or a wheel.
 */
public final class AbiCheck implements LauncherCommand {
    private static final int LOADS = 0;
    private static final int DOES_NOT_LOAD = 1;
    private static final int UNREADABLE = 2;

    @Override
    public String name() {
        return "abi-check";
    }

    @Override
    public int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            err.println("usage: jabiru abi-check FILE.so|FILE.whl ...");
            return UNREADABLE;
        }
        var symbols = new SymbolTable();
        int status = LOADS;
        for (String argument : arguments) {
            try {
                status = Math.max(status, check(Path.of(argument), symbols, out));
            } catch (NoSuchFileException e) {
                err.println("jabiru abi-check: " + argument + ": no such file");
                status = UNREADABLE;
            } catch (ElfFile.FormatException | ZipException e) {
                err.println("jabiru abi-check: " + argument + ": " + e.getMessage());
                status = UNREADABLE;
            } catch (IOException e) {
                err.println("jabiru abi-check: " + argument + ": cannot be read (" + e + ")");
                status = UNREADABLE;
            }
        }
        return status;
    }

    private static int check(Path file, SymbolTable symbols, PrintStream out)
            throws IOException, ElfFile.FormatException {
        if (file.toString().endsWith(".whl")) {
            return checkWheel(file, symbols, out);
        }
        return check(file.toString(), Files.readAllBytes(file), symbols, out);
    }

    private static int checkWheel(Path file, SymbolTable symbols, PrintStream out)
            throws IOException, ElfFile.FormatException {
        int status = LOADS;
        int extensions = 0;
        try (var wheel = new ZipFile(file.toFile())) {
            for (ZipEntry entry : wheel.stream().map(ZipEntry.class::cast).toList()) {
                String name = entry.getName();
                if (isLibrary(name)) {
                    byte[] content = wheel.getInputStream(entry).readAllBytes();
                    extensions++;
                    try {
                        status = Math.max(status, check(name, content, symbols, out));
                    } catch (ElfFile.FormatException e) {
                        throw new ElfFile.FormatException(name + ": " + e.getMessage());
                    }
                } else if (name.endsWith(".pyd") || name.endsWith(".dylib")) {
                    throw new ElfFile.FormatException(
                            name + ": a wheel for another operating system");
                }
            }
        }
        if (extensions == 0) {
            out.println(file + "\n  verdict      loads: nothing in it but Python");
        }
        return status;
    }

    /** Whether a wheel's entry is a shared library, bundled ones with a version included. */
    private static boolean isLibrary(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.endsWith(".so") || file.matches(".*\\.so(\\.\\d+)+");
    }

    private static int check(String name, byte[] content, SymbolTable symbols, PrintStream out)
            throws ElfFile.FormatException {
        var report = new Report(name, ElfFile.read(content), symbols);
        out.print(report.text());
        return report.loads() ? LOADS : DOES_NOT_LOAD;
    }
}
