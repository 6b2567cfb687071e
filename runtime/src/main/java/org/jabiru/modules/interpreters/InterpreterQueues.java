package org.jabiru.modules.interpreters;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jabiru.PythonContext;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;

/** The queues between interpreters: the main one keeps this for all. */
final class InterpreterQueues {
    /** Why something cannot be done. */
    enum Failure {
        NOT_FOUND,
        EMPTY,
        FULL,
        NEVER_BOUND
    }

    /** The interpreter that asked knows the exception. */
    static final class QueueFailure extends Exception {
        private static final long serialVersionUID = 1;
        final Failure failure;

        QueueFailure(Failure failure) {
            super(failure.name(), null, false, false);
            this.failure = failure;
        }
    }

    /** An item; its data is gone when the interpreter that put it there is. */
    static final class Item {
        private final long interpreter;
        final int unbound;
        SharedData data;

        Item(long interpreter, int unbound, SharedData data) {
            this.interpreter = interpreter;
            this.unbound = unbound;
            this.data = data;
        }
    }

    /** One queue. */
    static final class Queue {
        final long maxSize;
        final int unbound;
        final int fallback;
        private final ArrayDeque<Item> items = new ArrayDeque<>();
        private long references;

        Queue(long maxSize, int unbound, int fallback) {
            this.maxSize = maxSize;
            this.unbound = unbound;
            this.fallback = fallback;
        }

        boolean isFull() {
            return maxSize > 0 && items.size() >= maxSize;
        }
    }

    private final TreeMap<Long, Queue> byId = new TreeMap<>();
    private long next = 1;

    static InterpreterQueues get() {
        return PythonContext.get()
                .mainInterpreter
                .state(InterpreterQueues.class, InterpreterQueues::new);
    }

    synchronized long create(long maxSize, int unbound, int fallback) {
        byId.put(next, new Queue(maxSize, unbound, fallback));
        return next++;
    }

    synchronized Queue find(long id) throws QueueFailure {
        Queue found = byId.get(id);
        if (found == null) {
            throw new QueueFailure(Failure.NOT_FOUND);
        }
        return found;
    }

    synchronized void destroy(long id) throws QueueFailure {
        find(id).items.forEach(InterpreterQueues::release);
        byId.remove(id);
    }

    private static void release(Item item) {
        if (item.data != null) {
            item.data.release();
            item.data = null;
        }
    }

    /** {@code (id, unbound, fallback)} of each, the newest first. */
    synchronized PyList list() {
        PyList out = new PyList();
        for (Map.Entry<Long, Queue> e : byId.descendingMap().entrySet()) {
            Queue q = e.getValue();
            out.append(new PyTuple(e.getKey(), (long) q.unbound, (long) q.fallback));
        }
        return out;
    }

    synchronized void put(long id, Item item) throws QueueFailure {
        Queue queue = find(id);
        if (queue.isFull()) {
            throw new QueueFailure(Failure.FULL);
        }
        queue.items.add(item);
    }

    synchronized Item get(long id) throws QueueFailure {
        Item first = find(id).items.poll();
        if (first == null) {
            throw new QueueFailure(Failure.EMPTY);
        }
        return first;
    }

    synchronized long count(long id) throws QueueFailure {
        return find(id).items.size();
    }

    synchronized boolean isFull(long id) throws QueueFailure {
        return find(id).isFull();
    }

    synchronized void bind(long id) throws QueueFailure {
        find(id).references++;
    }

    /** Drops a reference; with the last one goes the queue. */
    synchronized void release(long id) throws QueueFailure {
        Queue queue = find(id);
        if (queue.references == 0) {
            throw new QueueFailure(Failure.NEVER_BOUND);
        }
        if (--queue.references == 0) {
            destroy(id);
        }
    }

    /** An interpreter has ended. */
    synchronized void forget(long interpreter) {
        for (Queue queue : byId.values()) {
            for (Iterator<Item> i = queue.items.iterator(); i.hasNext(); ) {
                Item item = i.next();
                if (item.interpreter == interpreter && item.data != null) {
                    release(item);
                    if (item.unbound == Unbound.REMOVE) {
                        i.remove();
                    }
                }
            }
        }
    }
}
