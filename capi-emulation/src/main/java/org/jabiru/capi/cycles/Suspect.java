package org.jabiru.capi.cycles;

import java.util.concurrent.BlockingQueue;
import org.jabiru.capi.handles.Handle;
import org.jabiru.object.PyObject;

/**
 * Takes the place of an object's handle while Java's collector runs: the two keep each other, and
 * the collector, which is the only one to know it, tells when nothing else does. Unlike a reference
 * of the JDK's this gives the object back, as finalizers need it whole.
 */
final class Suspect extends Node {
    final Handle handle;
    final PyObject object;
    private final BlockingQueue<Suspect> dead;

    /** What the handle of a list remembers, which keeps the items. */
    private final Object[] exported;

    private volatile boolean cleared;

    Suspect(Handle handle, PyObject object, int referents, BlockingQueue<Suspect> dead) {
        super(referents);
        this.handle = handle;
        this.object = object;
        this.dead = dead;
        this.exported = handle.exported;
    }

    /** The collection is over: the handle is as it was. */
    void clear() {
        cleared = true;
        handle.exported = exported;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
        if (!cleared) {
            dead.add(this);
        }
    }
}
