package org.jabiru.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/** The roots that were made, for what changes all of them. */
public final class RootRegistry {
    private final Set<PyBytecodeRoot> roots =
            Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));

    /** What makes a root report events; null as long as no one wants to know. */
    private volatile Consumer<PyBytecodeRoot> reporter;

    /** Notes a root that was just made and has its code. */
    public void add(PyBytecodeRoot root) {
        roots.add(root);
        Consumer<PyBytecodeRoot> now = reporter;
        if (now != null) {
            now.accept(root);
        }
    }

    boolean isReporting() {
        return reporter != null;
    }

    void report(Consumer<PyBytecodeRoot> how) {
        reporter = how;
        List<PyBytecodeRoot> known;
        synchronized (roots) {
            known = new ArrayList<>(roots);
        }
        known.forEach(how);
    }
}
