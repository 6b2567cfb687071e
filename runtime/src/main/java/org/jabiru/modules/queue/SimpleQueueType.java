package org.jabiru.modules.queue;

import org.jabiru.builtins.genericalias.PyGenericAlias;
import org.jabiru.modules.thread.Timeout;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;

/** The methods of {@code _queue.SimpleQueue}. */
@BuiltinType("_queue.SimpleQueue")
public final class SimpleQueueType {
    public static final PyType TYPE =
            PyType.builtin("_queue.SimpleQueue", SimpleQueueTypeTable::new, PySimpleQueue::new)
                    .withWeakReferences()
                    .madeAtRunTime();

    private SimpleQueueType() {}

    @Builtin(value = "__new__(cls, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls) {
        return new PySimpleQueue(cls);
    }

    @Builtin("empty(self, /)")
    static boolean empty(PySimpleQueue self) {
        return self.items.isEmpty();
    }

    @Builtin("qsize(self, /)")
    static long qsize(PySimpleQueue self) {
        return self.items.size();
    }

    @Builtin(
            value = "put(self, /, item, block=True, timeout=None)",
            doc = "Put the item on the queue; never blocks, the other arguments are ignored.")
    static void put(PySimpleQueue self, Object item, Object block, Object timeout) {
        self.items.add(item);
    }

    @Builtin("put_nowait(self, /, item)")
    static void putNoWait(PySimpleQueue self, Object item) {
        self.items.add(item);
    }

    @Builtin("get(self, /, block=True, timeout=None)")
    static Object get(PySimpleQueue self, boolean block, Object timeout) {
        long nanos = !block ? 0 : timeout == Singleton.NONE ? -1 : nanoseconds(timeout);
        return required(self.get(nanos));
    }

    private static long nanoseconds(Object timeout) {
        if (!(timeout instanceof Double) && !Numbers.isIndex(timeout)) {
            throw Errors.typeError(
                    "'%s' object cannot be interpreted as an integer or float",
                    Types.of(timeout).name());
        }
        double seconds = Args.toDouble(timeout);
        if (seconds < 0) {
            throw Errors.valueError("'timeout' must be a non-negative number");
        }
        return Timeout.nanoseconds(seconds);
    }

    private static Object required(Object item) {
        if (item == null) {
            throw Errors.of(QueueModule.empty());
        }
        return item;
    }

    @Builtin("get_nowait(self, /)")
    static Object getNoWait(PySimpleQueue self) {
        return required(self.get(0));
    }

    @Builtin(
            value = "__class_getitem__(cls, object, /)",
            kind = BuiltinKind.CLASS,
            doc = "A generic alias; see PEP 585.")
    static Object classGetItem(PyType cls, Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
