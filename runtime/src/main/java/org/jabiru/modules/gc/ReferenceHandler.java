package org.jabiru.modules.gc;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import org.jabiru.libc.NativeMemory;

/**
 * The JVM's thread that puts the references whose objects have died into their queues, all of one
 * collection in one go. That it has begun is seen by any of them that has arrived; only the JDK
 * itself knows when it has ended.
 */
final class ReferenceHandler {
    private ReferenceHandler() {}

    /** Waits until it has nothing under way, or for so long. */
    @SuppressWarnings({"deprecation", "removal"})
    static void awaitEnd(long milliseconds) throws InterruptedException {
        Object base;
        long offset;
        try {
            Field active = Reference.class.getDeclaredField("processPendingActive");
            base = NativeMemory.UNSAFE.staticFieldBase(active);
            offset = NativeMemory.UNSAFE.staticFieldOffset(active);
        } catch (ReflectiveOperationException e) {
            Thread.sleep(1); // Another JDK.
            return;
        }
        long end = System.nanoTime() + 1_000_000 * milliseconds;
        while (NativeMemory.UNSAFE.getBooleanVolatile(base, offset) && System.nanoTime() < end) {
            Thread.yield();
        }
    }
}
