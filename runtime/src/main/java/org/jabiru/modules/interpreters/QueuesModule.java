package org.jabiru.modules.interpreters;

import java.math.BigInteger;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.modules.interpreters.InterpreterQueues.Failure;
import org.jabiru.modules.interpreters.InterpreterQueues.Item;
import org.jabiru.modules.interpreters.InterpreterQueues.QueueFailure;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** The functions of {@code _interpqueues}. */
@BuiltinModule("_interpqueues")
public final class QueuesModule {
    /** The exceptions of one interpreter, and the classes of {@code concurrent.interpreters}. */
    private static final class State {
        final PyType error = newType("QueueError", ExceptionTypes.RuntimeError);
        final PyType notFound = newType("QueueNotFoundError", error);
        PyType queue;
        PyType empty;
        PyType full;

        private static PyType newType(String name, PyType base) {
            return InterpreterErrors.newType(name, base);
        }

        /** The same, with the classes of the Python module. */
        State whole() {
            if (queue == null) {
                Imports.importModule("concurrent.interpreters._queues");
            }
            return this;
        }
    }

    private QueuesModule() {}

    private static State state() {
        return PythonContext.get().state(State.class, State::new);
    }

    /** Adds the exceptions. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        d.put("__doc__", InterpretersModule.DOC);
        State state = state();
        state.error.setAttribute(
                Str.name("__doc__"), Str.of("Indicates that a queue-related error happened."));
        d.put("QueueError", state.error);
        d.put("QueueNotFoundError", state.notFound);
    }

    private static long id(Object given) {
        if (!Numbers.isIndex(given)) {
            throw Errors.typeError("queue ID must be an int, got %s", Types.of(given).name());
        }
        Object index = Numbers.index(given);
        String shown = Str.java(Repr.repr(given));
        if (index instanceof BigInteger b && b.signum() > 0) {
            throw Errors.overflowError("max queue ID is %d, got %s", Long.MAX_VALUE, shown);
        }
        if (!(index instanceof Long id) || id < 0) {
            throw Errors.valueError("queue ID must be a non-negative int, got %s", shown);
        }
        return id;
    }

    /** Something that can fail as queues do. */
    private interface Operation<T> {
        T run() throws QueueFailure;
    }

    /** The result of an operation with a queue; its failure becomes an exception. */
    private static <T> T checked(long id, Operation<T> operation) {
        try {
            return operation.run();
        } catch (QueueFailure e) {
            throw error(e, id);
        }
    }

    private static PyException error(QueueFailure e, long id) {
        PyType type;
        String what;
        switch (e.failure) {
            case NOT_FOUND -> {
                type = state().notFound;
                what = "not found";
            }
            case EMPTY -> {
                type = state().whole().empty;
                what = "is empty";
            }
            case FULL -> {
                type = state().whole().full;
                what = "is full";
            }
            default -> {
                type = state().error;
                what = "never bound";
            }
        }
        return Errors.raise(type, "queue %d %s", id, what);
    }

    private static InterpreterQueues queues() {
        return InterpreterQueues.get();
    }

    @Builtin(
            value = "create(maxsize, unboundop=-1, fallback=-1)",
            shown = "none",
            doc =
                    "create(maxsize, unboundop, fallback) -> qid\n\n"
                            + "Create a new cross-interpreter queue and return its unique generated"
                            + " ID.\n"
                            + "It is a new reference as though bind() had been called on the"
                            + " queue.\n\n"
                            + "The caller is responsible for calling destroy() for the new queue\n"
                            + "before the runtime is finalized.")
    static long create(long maxSize, int unbound, int fallback) {
        return queues().create(
                        maxSize,
                        Unbound.operation(unbound, Unbound.REPLACE),
                        Unbound.fallback(fallback, Unbound.PICKLED));
    }

    @Builtin(
            value = "destroy(qid)",
            shown = "none",
            doc =
                    "destroy(qid)\n\n"
                            + "Clear and destroy the queue.  Afterward attempts to use the queue\n"
                            + "will behave as though it never existed.")
    static void destroy(Object queue) {
        long id = id(queue);
        checked(
                id,
                () -> {
                    queues().destroy(id);
                    return null;
                });
    }

    @Builtin(
            value = "list_all()",
            shown = "($self, /)",
            doc =
                    "list_all() -> [(qid, unboundop, fallback)]\n\n"
                            + "Return the list of IDs for all queues.\n"
                            + "Each corresponding default unbound op and fallback is also"
                            + " included.")
    static Object listAll() {
        return queues().list();
    }

    @Builtin(
            value = "put(qid, obj, unboundop=-1, fallback=-1)",
            shown = "none",
            doc = "put(qid, obj)\n\nAdd the object's data to the queue.")
    static void put(Object queue, Object o, int unbound, int fallback) {
        long id = id(queue);
        InterpreterQueues.Queue found = checked(id, () -> queues().find(id));
        int operation = Unbound.operation(unbound, found.unbound);
        SharedData data = Unbound.shared(o, Unbound.fallback(fallback, found.fallback));
        try {
            queues().put(id, new Item(Interpreters.current().id, operation, data));
        } catch (QueueFailure e) {
            data.release();
            throw error(e, id);
        }
    }

    @Builtin(
            value = "get(qid)",
            shown = "none",
            doc =
                    "get(qid) -> (obj, unboundop)\n\n"
                            + "Return a new object from the data at the front of the queue.\n"
                            + "The unbound op is also returned.\n\n"
                            + "If there is nothing to receive then raise QueueEmpty.")
    static Object get(Object queue) {
        long id = id(queue);
        Item item = checked(id, () -> queues().get(id));
        if (item.data == null) {
            return new PyTuple(Singleton.NONE, (long) item.unbound);
        }
        try {
            return new PyTuple(item.data.newObject(), Singleton.NONE);
        } finally {
            item.data.release();
        }
    }

    @Builtin(
            value = "bind(qid)",
            shown = "none",
            doc =
                    "bind(qid)\n\n"
                            + "Take a reference to the identified queue.\n"
                            + "The queue is not destroyed until there are no references left.")
    static void bind(Object queue) {
        long id = id(queue);
        checked(
                id,
                () -> {
                    queues().bind(id);
                    return null;
                });
    }

    @Builtin(
            value = "release(qid)",
            shown = "none",
            doc =
                    "release(qid)\n\n"
                            + "Release a reference to the queue.\n"
                            + "The queue is destroyed once there are no references left.")
    static void release(Object queue) {
        long id = id(queue);
        checked(
                id,
                () -> {
                    queues().release(id);
                    return null;
                });
    }

    @Builtin(
            value = "get_maxsize(qid)",
            shown = "none",
            doc = "get_maxsize(qid)\n\nReturn the maximum number of items in the queue.")
    static long maxSize(Object queue) {
        long id = id(queue);
        return checked(id, () -> queues().find(id).maxSize);
    }

    @Builtin(
            value = "get_queue_defaults(qid)",
            shown = "none",
            doc =
                    "get_queue_defaults(qid)\n\n"
                            + "Return the queue's default values, set when it was created.")
    static Object defaults(Object queue) {
        long id = id(queue);
        InterpreterQueues.Queue found = checked(id, () -> queues().find(id));
        return new PyTuple((long) found.unbound, (long) found.fallback);
    }

    @Builtin(
            value = "is_full(qid)",
            shown = "none",
            doc = "is_full(qid)\n\nReturn true if the queue has a maxsize and has reached it.")
    static boolean isFull(Object queue) {
        long id = id(queue);
        return checked(id, () -> queues().isFull(id));
    }

    @Builtin(
            value = "get_count(qid)",
            shown = "none",
            doc = "get_count(qid)\n\nReturn the number of items in the queue.")
    static long count(Object queue) {
        long id = id(queue);
        return checked(id, () -> queues().count(id));
    }

    @Builtin(value = "_register_heap_types(queuetype, emptyerror, fullerror)", shown = "none")
    static void register(Object queue, Object empty, Object full) {
        if (!(queue instanceof PyType queueType)) {
            throw Errors.typeError("expected a type for 'queuetype'");
        }
        State state = state();
        PyType emptyType = exceptionType(empty, "emptyerror");
        PyType fullType = exceptionType(full, "fullerror");
        if (state.queue != null) {
            Sharing.unregister(state.queue);
        }
        Sharing.register(queueType, QueuesModule::sharedQueue);
        state.queue = queueType;
        state.empty = emptyType;
        state.full = fullType;
    }

    private static PyType exceptionType(Object given, String name) {
        if (given instanceof PyType t && t.isSubtype(ExceptionTypes.BaseException)) {
            return t;
        }
        throw Errors.typeError("expected an exception type for '%s'", name);
    }

    /** A {@code Queue} of Python's on its way: what it is bound to stays as long. */
    private static SharedData sharedQueue(Object queue) {
        long id = id(Attributes.get(queue, "_id"));
        InterpreterQueues all = queues();
        checked(
                id,
                () -> {
                    all.bind(id);
                    return null;
                });
        return new SharedQueue(all, id);
    }

    private record SharedQueue(InterpreterQueues all, long id) implements SharedData {
        @Override
        public Object newObject() {
            return Call.call(state().whole().queue, id);
        }

        @Override
        public void release() {
            try {
                all.release(id);
            } catch (QueueFailure e) {
                assert e.failure == Failure.NOT_FOUND;
            }
        }
    }
}
