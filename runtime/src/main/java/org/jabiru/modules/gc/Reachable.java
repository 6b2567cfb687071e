package org.jabiru.modules.gc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jabiru.PythonContext;
import org.jabiru.builtins.frame.Frames;
import org.jabiru.builtins.frame.PyFrame;
import org.jabiru.builtins.frame.ThreadSurvey;
import org.jabiru.object.PyObject;

/**
 * The objects that the modules and the calls that run can reach. CPython: all objects that its
 * collector keeps lists of; here: the JVM has no such lists, so what nobody can reach is not found.
 */
final class Reachable {
    private final Referents referents = new Referents();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<PyObject> found = new ArrayList<>();
    private final Deque<PyObject> open = new ArrayDeque<>();

    private Reachable() {}

    /** All of them, frames that nobody asked for left out. */
    static List<PyObject> objects() {
        Reachable r = new Reachable();
        PythonContext context = PythonContext.get();
        r.add(context.modules);
        r.add(context.builtins);
        r.add(context.sys);
        for (PyFrame innermost : ThreadSurvey.ask(context, Frames::withCallers).values()) {
            for (PyFrame f = innermost; f != null; f = f.back) {
                r.referents.visit(f, r::add);
            }
        }
        while (!r.open.isEmpty()) {
            r.referents.visit(r.open.poll(), r::add);
        }
        return r.found;
    }

    private void add(Object o) {
        if (o instanceof PyObject p && seen.add(p)) {
            open.add(p);
            if (!(p instanceof PyFrame)) {
                found.add(p);
            }
        }
    }
}
