package org.jabiru.modules.select;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.OsErrors;
import org.jabiru.modules.posix.Descriptor;
import org.jabiru.modules.thread.Timeout;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Numbers;

/**
 * The functions of {@code select}. CPython: there is epoll, too; here: not in subinterpreters,
 * where {@code selectors} takes poll.
 */
@BuiltinModule("select")
public final class SelectModule {
    private static final int FD_SETSIZE = 1024;

    private SelectModule() {}

    /** Adds the constants and the exception. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        d.put("error", ExceptionTypes.OSError);
        d.put("PIPE_BUF", 4096L);
        d.put("POLLIN", (long) Polling.IN);
        d.put("POLLPRI", (long) Polling.PRI);
        d.put("POLLOUT", (long) Polling.OUT);
        d.put("POLLERR", (long) Polling.ERR);
        d.put("POLLHUP", (long) Polling.HUP);
        d.put("POLLNVAL", (long) Polling.NVAL);
        d.put("POLLRDNORM", 0x40L);
        d.put("POLLRDBAND", 0x80L);
        d.put("POLLWRNORM", 0x100L);
        d.put("POLLWRBAND", 0x200L);
        d.put("POLLMSG", 0x400L);
        d.put("POLLRDHUP", 0x2000L);
    }

    @Builtin(
            value = "poll()",
            doc =
                    "Returns a polling object.\n\n"
                            + "This object supports registering and unregistering file"
                            + " descriptors, and then\n"
                            + "polling them for I/O events.")
    static Object poll() {
        return new PyPoll();
    }

    /** Nanoseconds; -1 for ever. */
    static long nanoseconds(Object timeout, double unit, boolean negativeIsForEver) {
        if (timeout == Singleton.NONE) {
            return -1;
        }
        if (!(timeout instanceof Double) && !Numbers.isNumber(timeout)) {
            throw Errors.typeError("timeout must be a real number or None");
        }
        double seconds = Args.toDouble(timeout) * unit;
        if (seconds < 0) {
            if (negativeIsForEver) {
                return -1;
            }
            throw Errors.valueError("timeout must be non-negative");
        }
        return Timeout.nanoseconds(seconds);
    }

    @Builtin(
            value = "select(rlist, wlist, xlist, timeout=None, /)",
            doc =
                    "Wait until one or more file descriptors are ready for some kind of I/O.\n\n"
                            + "The first three arguments are iterables of file descriptors to be"
                            + " waited for:\n"
                            + "rlist -- wait until ready for reading\n"
                            + "wlist -- wait until ready for writing\n"
                            + "xlist -- wait for an \"exceptional condition\"\n"
                            + "If only one kind of condition is required, pass [] for the other"
                            + " lists.\n\n"
                            + "The optional 4th argument specifies a timeout in seconds; it may"
                            + " be\n"
                            + "a floating-point number to specify fractions of seconds.  If it is"
                            + " absent\n"
                            + "or None, the call will never time out.\n\n"
                            + "The return value is a tuple of three lists corresponding to the"
                            + " first three\n"
                            + "arguments; each contains the subset of the corresponding file"
                            + " descriptors\n"
                            + "that are ready.")
    static Object select(Object reading, Object writing, Object exceptional, Object timeout) {
        long nanos = nanoseconds(timeout, 1, false);
        Map<Integer, Integer> events = new LinkedHashMap<>();
        List<Object[]> given = new ArrayList<>();
        List<int[]> numbers = new ArrayList<>();
        int[] wanted = {Polling.IN, Polling.OUT, Polling.PRI};
        for (Object list : new Object[] {reading, writing, exceptional}) {
            Object[] items = Iteration.toArray(checked(list));
            int[] fds = new int[items.length];
            for (int i = 0; i < items.length; i++) {
                fds[i] = Descriptor.of(items[i]);
                if (fds[i] >= FD_SETSIZE) {
                    throw Errors.valueError("filedescriptor out of range in select()");
                }
                events.merge(fds[i], wanted[given.size()], (a, b) -> a | b);
            }
            given.add(items);
            numbers.add(fds);
        }
        int[] all = events.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] asked = events.values().stream().mapToInt(Integer::intValue).toArray();
        int[] happened = Polling.poll(all, asked, nanos);
        Map<Integer, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i++) {
            if ((happened[i] & Polling.NVAL) != 0) {
                throw OsErrors.of(OsErrors.EBADF);
            }
            found.put(all[i], happened[i]);
        }
        int[] meaning = {
            Polling.IN | Polling.HUP | Polling.ERR, Polling.OUT | Polling.ERR, Polling.PRI,
        };
        Object[] out = new Object[3];
        for (int k = 0; k < out.length; k++) {
            PyList ready = new PyList();
            for (int i = 0; i < numbers.get(k).length; i++) {
                if ((found.get(numbers.get(k)[i]) & meaning[k]) != 0) {
                    ready.append(given.get(k)[i]);
                }
            }
            out[k] = ready;
        }
        return new PyTuple(out);
    }

    private static Object checked(Object list) {
        if (Types.of(list).lookup("__iter__") == null
                && Types.of(list).lookup("__getitem__") == null) {
            throw Errors.typeError("arguments 1-3 must be sequences");
        }
        return list;
    }
}
