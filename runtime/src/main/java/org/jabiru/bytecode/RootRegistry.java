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

    /** Roots that do not report yet. */
    private List<PyBytecodeRoot> waiting = List.of();

    /** Notes a root that was just made and has its code. */
    public void add(PyBytecodeRoot root) {
        roots.add(root);
        Consumer<PyBytecodeRoot> now = reporter;
        if (now != null) {
            now.accept(root);
        }
    }

    /** Does something with each root. */
    void forEach(Consumer<PyBytecodeRoot> action) {
        List<PyBytecodeRoot> all;
        synchronized (roots) {
            all = new ArrayList<>(roots);
        }
        all.forEach(action);
    }

    /** Has all roots report from now on, but for some that follow with another call of this. */
    void report(Consumer<PyBytecodeRoot> how, Set<PyBytecodeRoot> without) {
        List<PyBytecodeRoot> wanted;
        synchronized (roots) {
            wanted = new ArrayList<>(reporter == null ? roots : waiting);
        }
        reporter = how;
        waiting = new ArrayList<>();
        for (PyBytecodeRoot root : wanted) {
            if (without.contains(root)) {
                waiting.add(root);
            } else {
                how.accept(root);
            }
        }
    }
}
