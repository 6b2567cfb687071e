package org.jabiru.modules.itertools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import org.jabiru.builtins.iterator.IteratorMethods;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Iteration;

/** One of the iterators that {@code itertools.tee} makes. */
@BuiltinType("_tee")
public final class Tee extends PyObject implements JavaIterator {
    public static final PyType TYPE =
            PyType.builtin("itertools._tee", TeeTable::new, null)
                    .withWeakReferences()
                    .sealed()
                    .madeAtRunTime();

    /** An item that was read, and where the next one will be. */
    private static final class Link {
        /** Null until it was read. */
        private Object item;

        private Link next;
    }

    private final Source source;
    private Link at;

    /** The iterator that all share; null when exhausted. */
    private static final class Source {
        private Object iterator;
        private boolean running;
    }

    private Tee(Source source, Link at) {
        super(TYPE);
        this.source = source;
        this.at = at;
    }

    @Builtin(value = "__new__(cls, iterable, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable) {
        return of(iterable);
    }

    /** An iterator over the iterable, which can be copied. */
    static Tee of(Object iterable) {
        Object iterator = Iteration.iter(iterable);
        if (iterator instanceof Tee t) {
            return t.copy();
        }
        Source source = new Source();
        source.iterator = iterator;
        return new Tee(source, new Link());
    }

    Tee copy() {
        return new Tee(source, at);
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object next() {
        Link here = at;
        if (here.item == null) {
            if (source.iterator == null) {
                return null;
            }
            if (source.running) {
                throw Errors.runtimeError("cannot re-enter the tee iterator");
            }
            source.running = true;
            try {
                here.item = Iteration.next(source.iterator);
            } finally {
                source.running = false;
            }
            if (here.item == null) {
                source.iterator = null;
                return null;
            }
            here.next = new Link();
        }
        at = here.next;
        return here.item;
    }

    @Builtin("__iter__(self, /)")
    static Object iter(Tee self) {
        return self;
    }

    @Builtin("__next__(self, /)")
    static Object next(Tee self) {
        return IteratorMethods.next(self);
    }

    @Builtin(value = "__copy__(self, /)", doc = "Another iterator from the same place on.")
    static Object copy(Tee self) {
        return self.copy();
    }
}
