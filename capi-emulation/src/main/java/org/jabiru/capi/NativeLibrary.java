package org.jabiru.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.capi.generated.NativeFunctions;
import org.jabiru.capi.generated.Upcalls;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.libc.Libc;
import org.jabiru.libc.NativeMemory;
import org.jabiru.object.Errors;

/** {@code libpython3.14.so.1.0}, opened for everyone before the first extension. */
public final class NativeLibrary {
    /** The library's file name, which is its SONAME too. */
    public static final String NAME = "libpython3.14.so.1.0";

    /** What {@code jabiru_init} says when another interpreter started the library before. */
    private static final int IN_USE = 1;

    private static final int RTLD_NOW = 2;
    private static final int RTLD_GLOBAL = 0x100;
    private static final Linker LINKER = Linker.nativeLinker();

    // Looked up early: looking up is what it would tell of.
    private static final long DLERROR = Libc.addressOrZero("dlerror");

    private final long handle;

    private NativeLibrary(long handle) {
        this.handle = handle;
    }

    /** Opens the library that belongs to this installation. */
    static NativeLibrary open(String home) {
        Path file = find(home);
        long handle = dlopen(file.toString(), RTLD_NOW | RTLD_GLOBAL);
        if (handle == 0) {
            throw Errors.raise(ExceptionTypes.ImportError, "cannot open %s: %s", NAME, lastError());
        }
        return new NativeLibrary(handle);
    }

    private static Path find(String home) {
        // A build with sanitizers, say.
        String chosen = System.getProperty("jabiru.capi.library");
        if (chosen != null) {
            return Path.of(chosen);
        }
        Path installed = Path.of(home, "lib", NAME);
        if (Files.exists(installed)) {
            return installed;
        }
        Path built = Path.of(home, "native-support", "target", NAME);
        if (Files.exists(built)) {
            return built;
        }
        throw Errors.raise(
                ExceptionTypes.ImportError,
                "extension modules need %s, which is not in %s",
                NAME,
                installed.getParent().toString());
    }

    /** Opens an extension; 0 when it fails, then {@link #lastError} says why. */
    static long dlopen(String file, int flags) {
        try (NativeMemory memory = new NativeMemory()) {
            return Libc.call("dlopen", text(memory, file), flags);
        }
    }

    /** Opens an extension for itself alone. */
    static long dlopen(String file) {
        return dlopen(file, RTLD_NOW);
    }

    /** The address of a symbol, 0 when the library has none. */
    static long dlsym(long library, String name) {
        try (NativeMemory memory = new NativeMemory()) {
            return Libc.call("dlsym", library, text(memory, name));
        }
    }

    private static long text(NativeMemory memory, String text) {
        return memory.string(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Why the last dlopen or dlsym failed. */
    static String lastError() {
        long p = Libc.callAddress(DLERROR, 0, 0);
        return p == 0 ? "unknown error" : Memory.string(p);
    }

    /** The address of a symbol of ours. */
    public long symbol(String name) {
        return dlsym(handle, name);
    }

    /** {@code jabiru_init}: exchanges addresses with the C half. */
    NativeState start(CapiContext context) {
        // For ever: the C half keeps them.
        long java = NativeMemory.UNSAFE.allocateMemory(2 * 8);
        long table = NativeMemory.UNSAFE.allocateMemory(17 * 8);
        Memory.putLong(java, Upcalls.FINGERPRINT);
        Memory.putLong(java + 8, resolver(context).address());
        int status = (int) Libc.callAddress(symbol("jabiru_init"), java, table);
        if (status == IN_USE) {
            throw Errors.raise(
                    ExceptionTypes.ImportError,
                    "extension modules are in use by another context of this process, and only one"
                            + " context of a process can load them");
        }
        if (status != 0) {
            throw Errors.raise(
                    ExceptionTypes.ImportError,
                    "%s was built from another symbol table than this program",
                    NAME);
        }
        long functions = Memory.getLong(table + 13 * 8);
        long count = Memory.getLong(table + 14 * 8);
        return new NativeState(table, new NativeFunctions(Memory.segment(functions, 8 * count)));
    }

    /** The stub through which C asks for the stub of a shape when it first needs it. */
    private static MemorySegment resolver(CapiContext context) {
        try {
            MethodHandle resolve =
                    MethodHandles.lookup()
                            .findStatic(
                                    NativeLibrary.class,
                                    "resolveShape",
                                    MethodType.methodType(
                                            long.class, CapiContext.class, long.class));
            return LINKER.upcallStub(
                    MethodHandles.insertArguments(resolve, 0, context),
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
                    Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static long resolveShape(CapiContext context, long shape) {
        try {
            MethodHandle method = Upcalls.handle((int) shape, context);
            if (context.upcallCounts != null) {
                method = context.upcallCounts.counting((int) shape, method);
            }
            if (context.watch != null) {
                method = context.watch.watching((int) shape, method);
            }
            return LINKER.upcallStub(method, Upcalls.descriptor((int) shape), Arena.global())
                    .address();
        } catch (Throwable t) {
            return 0;
        }
    }
}
