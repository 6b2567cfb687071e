package org.jabiru.launcher;

import com.oracle.truffle.api.Truffle;
import java.lang.reflect.Field;
import org.jabiru.libc.NativeMemory;

/**
 * Puts off the start of Graal until there is something to compile.
 *
 * <p>Truffle starts its compiler in the background when the first call target is made: a quarter of
 * a second of processor time, which a short program on a small machine waits for and never uses.
 * The runtime skips that while an initialisation is under way; so it is given one that never ends.
 * The first compilation starts the compiler all the same.
 */
final class CompilerStart {
    private static final String RUNTIME =
            "com.oracle.truffle.runtime.hotspot.HotSpotTruffleRuntime";

    private CompilerStart() {}

    /** Whether there is a compiler; other Java programs may start Python without one. */
    static boolean isOptimizing() {
        return Truffle.getRuntime().getClass().getName().startsWith("com.oracle.truffle.runtime.");
    }

    /** To be called before the first engine; does nothing with any other runtime of Truffle. */
    @SuppressWarnings({"deprecation", "removal"})
    static void defer() {
        if ("false".equals(System.getProperty("polyglot.engine.BackgroundCompilation"))) {
            // Who waits for compilations would wait for this one.
            return;
        }
        Object runtime = Truffle.getRuntime();
        if (!runtime.getClass().getName().equals(RUNTIME)) {
            return;
        }
        try {
            Field task = runtime.getClass().getDeclaredField("initializationTask");
            NativeMemory.UNSAFE.putObjectVolatile(
                    runtime,
                    NativeMemory.UNSAFE.objectFieldOffset(task),
                    NativeMemory.UNSAFE.allocateInstance(task.getType()));
        } catch (ReflectiveOperationException e) {
            // Another version of Truffle: its compiler starts at once.
            return;
        }
    }
}
