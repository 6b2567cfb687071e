package org.jabiru.capi.functions;

import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.capi.CapiContext;
import org.jabiru.object.PyType;
import org.jabiru.object.Watch;

/** Tells C's watchers ({@code watchers.c}) of what changes in Java. */
public final class Watchers {
    // The order of enum kind.
    private static final int DICTS = 0;
    private static final int TYPES = 1;
    private static final int FUNCTIONS = 2;
    private static final int CODES = 3;
    private static final int CONTEXTS = 4;

    private static final int ALL = -1;

    private final CapiContext context;

    public Watchers(CapiContext context) {
        this.context = context;
    }

    /** The watchers of one dict or type: a bit for each. */
    private final class Some implements Watch {
        private final int kind;
        private int watchers;

        Some(int kind) {
            this.kind = kind;
        }

        @Override
        public void changes(Object watched, int event, Object key, Object value) {
            tell(kind, watchers, event, watched, key, value);
        }
    }

    /** {@code PyDict_Watch}, {@code PyType_Watch} and their opposites. */
    public void watch(Object object, int id, boolean on) {
        if (object instanceof PyDict d) {
            d.watch = changed(d.watch, DICTS, id, on);
        } else {
            PyType t = (PyType) object;
            t.setWatch(changed(t.watch(), TYPES, id, on));
        }
    }

    private Watch changed(Watch before, int kind, int id, boolean on) {
        Some watch = before instanceof Some s ? s : new Some(kind);
        watch.watchers = on ? watch.watchers | 1 << id : watch.watchers & ~(1 << id);
        return watch.watchers == 0 ? null : watch;
    }

    /** Whether C wants to know of all functions, code objects and contexts. */
    public void watchAll(boolean on) {
        context.python.watch = on ? this::changes : null;
    }

    private void changes(Object watched, int event, Object key, Object value) {
        int kind =
                watched instanceof PyFunction
                        ? FUNCTIONS
                        : watched instanceof PyCode ? CODES : CONTEXTS;
        tell(kind, ALL, event, watched, key, value);
    }

    private void tell(int kind, int watchers, int event, Object object, Object key, Object value) {
        long o = context.toNewReference(object);
        long k = key == null ? 0 : context.toNewReference(key);
        long v = value == null ? 0 : context.toNewReference(value);
        context.boundary.enter();
        try {
            context.state.functions.jabiru_changes(kind, watchers, event, o, k, v);
        } finally {
            context.boundary.leave();
        }
        context.crossing.release(o);
        if (k != 0) {
            context.crossing.release(k);
        }
        if (v != 0) {
            context.crossing.release(v);
        }
    }
}
