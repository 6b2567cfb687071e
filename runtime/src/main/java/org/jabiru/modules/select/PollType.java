package org.jabiru.modules.select;

import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.posix.Descriptor;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;

/** The methods of a polling object. */
@BuiltinType(value = "select.poll", signature = "none")
final class PollType {
    static final PyType TYPE =
            PyType.builtin("select.poll", PollTypeTable::new, null).sealed().madeAtRunTime();

    private PollType() {}

    private static int mask(long events) {
        if (events < 0) {
            throw Errors.valueError("value must be positive");
        }
        if (events > 0xFFFF) {
            throw Errors.overflowError("Python int too large for C unsigned short");
        }
        return (int) events;
    }

    @Builtin(
            value = "register(self, fd, eventmask=7, /)",
            shown = "($self, fd, eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)",
            doc = "Register a file descriptor with the polling object.")
    static void register(PyPoll self, Object descriptor, long events) {
        self.events.put(Descriptor.of(descriptor), mask(events));
    }

    @Builtin(
            value = "modify(self, fd, eventmask, /)",
            doc = "Modify an already registered file descriptor.")
    static void modify(PyPoll self, Object descriptor, long events) {
        int fd = Descriptor.of(descriptor);
        if (!self.events.containsKey(fd)) {
            throw OsErrors.of(OsErrors.ENOENT);
        }
        self.events.put(fd, mask(events));
    }

    @Builtin(
            value = "unregister(self, fd, /)",
            doc = "Remove a file descriptor being tracked by the polling object.")
    static void unregister(PyPoll self, Object descriptor) {
        int fd = Descriptor.of(descriptor);
        if (self.events.remove(fd) == null) {
            throw Errors.keyError((long) fd);
        }
    }

    @Builtin(
            value = "poll(self, timeout=None, /)",
            doc =
                    "Polls the set of registered file descriptors.\n\n"
                            + "Returns a list containing any descriptors that have events or errors"
                            + " to\n"
                            + "report, as a list of (fd, event) 2-tuples.")
    static Object poll(PyPoll self, Object timeout) {
        long nanos = SelectModule.nanoseconds(timeout, 1e-3, true);
        if (self.isPolling) {
            throw Errors.runtimeError("concurrent poll() invocation");
        }
        self.isPolling = true;
        try {
            int[] fds = self.events.keySet().stream().mapToInt(Integer::intValue).toArray();
            int[] events = self.events.values().stream().mapToInt(Integer::intValue).toArray();
            int[] happened = Polling.poll(fds, events, nanos);
            PyList out = new PyList();
            for (int i = 0; i < fds.length; i++) {
                if (happened[i] != 0) {
                    out.append(new PyTuple((long) fds[i], (long) happened[i]));
                }
            }
            return out;
        } finally {
            self.isPolling = false;
        }
    }
}
