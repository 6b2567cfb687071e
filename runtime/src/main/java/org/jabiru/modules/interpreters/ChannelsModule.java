package org.jabiru.modules.interpreters;

import java.math.BigInteger;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.NewException;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.modules.interpreters.Channels.ChannelFailure;
import org.jabiru.modules.interpreters.Channels.Failure;
import org.jabiru.modules.thread.Blocking;
import org.jabiru.modules.thread.Timeout;
import org.jabiru.object.Args;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.ByteArguments;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Repr;

/** The functions of {@code _interpchannels}. */
@BuiltinModule("_interpchannels")
public final class ChannelsModule {
    private static final StructSequenceType INFO =
            StructSequenceType.of(
                    "_interpchannels.ChannelInfo",
                    8,
                    "open",
                    "closing",
                    "closed",
                    "count",
                    "num_interp_send",
                    "num_interp_send_released",
                    "num_interp_recv",
                    "num_interp_recv_released",
                    "num_interp_both",
                    "num_interp_both_released",
                    "num_interp_both_send_released",
                    "num_interp_both_recv_released",
                    "send_associated",
                    "send_released",
                    "recv_associated",
                    "recv_released");

    /** The exceptions of one interpreter, and the classes of Python that stand for ends. */
    private static final class State {
        final PyType error = newType("ChannelError", ExceptionTypes.RuntimeError);
        final PyType notFound = newType("ChannelNotFoundError", error);
        final PyType closed = newType("ChannelClosedError", error);
        final PyType empty = newType("ChannelEmptyError", error);
        final PyType notEmpty = newType("ChannelNotEmptyError", error);
        PyType sender;
        PyType receiver;

        private static PyType newType(String name, PyType base) {
            return NewException.of("_interpchannels", name, base);
        }

        PyType endType(int end) {
            if (sender == null) {
                Imports.importModule("test.support.channels");
            }
            return end == PyChannelId.SEND ? sender : receiver;
        }
    }

    /** Something that can fail as channels do. */
    interface Operation<T> {
        T run() throws ChannelFailure;
    }

    private ChannelsModule() {}

    private static State state() {
        return PythonContext.get().state(State.class, State::new);
    }

    /** Adds the exceptions and the types. */
    public static void initialize(PyModule module) {
        PyDict d = module.dict;
        State s = state();
        d.put("__doc__", InterpretersModule.DOC);
        for (PyType t : new PyType[] {s.error, s.notFound, s.closed, s.empty, s.notEmpty}) {
            d.put(t.nameObject(), t);
        }
        d.put("ChannelInfo", INFO.type);
        d.put("ChannelID", ChannelIdType.TYPE);
    }

    /** The result of an operation with a channel; its failure becomes an exception. */
    static <T> T checked(long id, Operation<T> operation) {
        try {
            return operation.run();
        } catch (ChannelFailure e) {
            throw error(e.failure, id);
        }
    }

    private static PyException error(Failure failure, long id) {
        State s = state();
        PyType type =
                switch (failure) {
                    case NOT_FOUND -> s.notFound;
                    case EMPTY -> s.empty;
                    case NOT_EMPTY -> s.notEmpty;
                    default -> s.closed;
                };
        String what =
                switch (failure) {
                    case NOT_FOUND -> "not found";
                    case EMPTY -> "is empty";
                    case NOT_EMPTY -> "may not be closed if not empty (try force=True)";
                    case CLOSED -> "is closed";
                    case CLOSED_WAITING -> "has closed";
                    case RELEASED -> "is already closed";
                };
        return Errors.raise(type, "channel %d %s", id, what);
    }

    private static Channels channels() {
        return Channels.get();
    }

    private static long id(Object given) {
        if (given instanceof PyChannelId c) {
            return c.id;
        }
        if (!Numbers.isIndex(given)) {
            throw Errors.typeError("channel ID must be an int, got %s", Types.of(given).name());
        }
        Object index = Numbers.index(given);
        if (index instanceof BigInteger) {
            throw Errors.overflowError("int too big to convert");
        }
        if ((Long) index < 0) {
            throw Errors.valueError(
                    "channel ID must be a non-negative int, got %s", Str.java(Repr.repr(given)));
        }
        return (Long) index;
    }

    // ---- channels ----

    @Builtin(
            value = "create(unboundop=-1, fallback=-1)",
            shown = "none",
            doc =
                    "channel_create(unboundop) -> cid\n\n"
                            + "Create a new cross-interpreter channel and return a unique"
                            + " generated ID.")
    static Object create(int unbound, int fallback) {
        long id =
                channels()
                        .create(
                                Unbound.operation(unbound, Unbound.REPLACE),
                                Unbound.fallback(fallback, Unbound.PICKLED));
        return newId(id, PyChannelId.BOTH);
    }

    private static PyChannelId newId(long id, int end) {
        return checked(id, () -> PyChannelId.of(id, end, false, false));
    }

    @Builtin(
            value = "destroy(cid)",
            shown = "none",
            doc =
                    "channel_destroy(cid)\n\n"
                            + "Close and finalize the channel.  Afterward attempts to use the"
                            + " channel\n"
                            + "will behave as though it never existed.")
    static void destroy(Object channel) {
        long id = id(channel);
        checked(
                id,
                () -> {
                    channels().destroy(id);
                    return null;
                });
    }

    @Builtin(
            value = "list_all()",
            shown = "($self, /)",
            doc =
                    "channel_list_all() -> [cid]\n\n"
                            + "Return the list of all IDs for active channels.")
    static Object listAll() {
        PyList out = new PyList();
        for (long id : channels().ids()) {
            try {
                int[] defaults = channels().defaults(id);
                out.append(
                        new PyTuple(
                                PyChannelId.of(id, PyChannelId.BOTH, false, false),
                                (long) defaults[0],
                                (long) defaults[1]));
            } catch (ChannelFailure closedMeanwhile) {
                continue;
            }
        }
        return out;
    }

    @Builtin(
            value = "list_interpreters(cid, *, send)",
            shown = "none",
            doc =
                    "channel_list_interpreters(cid, *, send) -> [id]\n\n"
                            + "Return the list of all interpreter IDs associated with an end of the"
                            + " channel.\n\n"
                            + "The 'send' argument should be a boolean indicating whether to use"
                            + " the send or\n"
                            + "receive end.")
    static Object listInterpreters(Object channel, boolean send) {
        long id = id(channel);
        PyList out = new PyList();
        for (Interpreter i : Interpreters.get().all()) {
            if (checked(id, () -> channels().isAssociated(id, i.id, send))) {
                out.append(i.id);
            }
        }
        return out;
    }

    @Builtin(
            value = "get_count(cid)",
            shown = "none",
            doc = "get_count(cid)\n\nReturn the number of items in the channel.")
    static long count(Object channel) {
        long id = id(channel);
        return checked(id, () -> channels().count(id));
    }

    @Builtin(
            value = "get_info(cid)",
            shown = "none",
            doc = "get_info(cid)\n\nReturn details about the channel.")
    static Object info(Object channel) {
        long id = id(channel);
        return INFO.make(checked(id, () -> channels().info(id, Interpreters.current().id)));
    }

    @Builtin(
            value = "get_channel_defaults(cid)",
            shown = "none",
            doc =
                    "get_channel_defaults(cid)\n\n"
                            + "Return the channel's default values, set when it was created.")
    static Object defaults(Object channel) {
        long id = id(channel);
        int[] defaults = checked(id, () -> channels().defaults(id));
        return new PyTuple((long) defaults[0], (long) defaults[1]);
    }

    @Builtin(
            value = "close(cid, *, send=False, recv=False, force=False)",
            shown = "none",
            doc =
                    "channel_close(cid, *, send=None, recv=None, force=False)\n\n"
                            + "Close the channel for all interpreters.\n\n"
                            + "If the channel is empty then the keyword args are ignored and both\n"
                            + "ends are immediately closed.  Otherwise, if 'force' is True then\n"
                            + "all queued items are released and both ends are immediately\n"
                            + "closed.\n\n"
                            + "If the channel is not empty *and* 'force' is False then following\n"
                            + "happens:\n\n"
                            + " * recv is True (regardless of send):\n"
                            + "   - raise ChannelNotEmptyError\n"
                            + " * recv is None and send is None:\n"
                            + "   - raise ChannelNotEmptyError\n"
                            + " * send is True and recv is not True:\n"
                            + "   - fully close the 'send' end\n"
                            + "   - close the 'recv' end to interpreters not already receiving\n"
                            + "   - fully close it once empty\n\n"
                            + "Closing an already closed channel results in a"
                            + " ChannelClosedError.\n\n"
                            + "Once the channel's ID has no more ref counts in any interpreter\n"
                            + "the channel will be destroyed.")
    static void close(Object channel, boolean send, boolean receive, boolean force) {
        long id = id(channel);
        checked(
                id,
                () -> {
                    channels().close(id, (send ? 1 : 0) - (receive ? 1 : 0), force);
                    return null;
                });
    }

    @Builtin(
            value = "release(cid, *, send=False, recv=False, force=False)",
            shown = "none",
            doc =
                    "channel_release(cid, *, send=None, recv=None, force=True)\n\n"
                            + "Close the channel for the current interpreter.  'send' and 'recv'\n"
                            + "(bool) may be used to indicate the ends to close.  By default both\n"
                            + "ends are closed.  Closing an already closed end is a noop.")
    static void release(Object channel, boolean send, boolean receive, boolean force) {
        long id = id(channel);
        checked(
                id,
                () -> {
                    channels()
                            .release(
                                    id,
                                    Interpreters.current().id,
                                    (send ? 1 : 0) - (receive ? 1 : 0));
                    return null;
                });
    }

    // ---- items ----

    @Builtin(
            value =
                    "send(cid, obj, unboundop=-1, fallback=-1, *, blocking=True,"
                            + " timeout=None)",
            shown = "none",
            doc =
                    "channel_send(cid, obj, *, blocking=True, timeout=None)\n\n"
                            + "Add the object's data to the channel's queue.\n"
                            + "By default this waits for the object to be received.")
    static void send(
            Object channel, Object o, int unbound, int fallback, boolean blocking, Object timeout) {
        long id = id(channel);
        int[] defaults = checked(id, () -> channels().defaults(id));
        int operation = Unbound.operation(unbound, defaults[0]);
        int conversion = Unbound.fallback(fallback, defaults[1]);
        long nanos = nanoseconds(blocking, timeout);
        checked(
                id,
                () -> {
                    channels().checkMaySend(id);
                    SharedData data = Unbound.shared(o, conversion);
                    send(
                            id,
                            new Channel.Item(Interpreters.current().id, operation, data),
                            blocking,
                            nanos);
                    return null;
                });
    }

    @Builtin(
            value =
                    "send_buffer(cid, obj, unboundop=-1, fallback=-1, *, blocking=True,"
                            + " timeout=None)",
            shown = "none",
            doc =
                    "channel_send_buffer(cid, obj, *, blocking=True, timeout=None)\n\n"
                            + "Add the object's buffer to the channel's queue.\n"
                            + "By default this waits for the object to be received.")
    static void sendBuffer(
            Object channel, Object o, int unbound, int fallback, boolean blocking, Object timeout) {
        id(channel);
        nanoseconds(blocking, timeout);
        Object view = o instanceof PyMemoryView ? o : ByteArguments.memoryView(o);
        send(channel, view, unbound, fallback, blocking, timeout);
    }

    private static long nanoseconds(boolean blocking, Object timeout) {
        if (timeout == Singleton.NONE) {
            return -1;
        }
        if (!blocking) {
            throw Errors.valueError("can't specify a timeout for a non-blocking call");
        }
        double seconds = Args.toDouble(timeout);
        if (seconds < 0) {
            throw Errors.valueError("timeout value must be a non-negative number");
        }
        return Timeout.nanoseconds(seconds);
    }

    private static void send(long id, Channel.Item item, boolean blocking, long nanos)
            throws ChannelFailure {
        try {
            channels().send(id, item);
        } catch (ChannelFailure e) {
            item.release();
            throw e;
        }
        if (!blocking) {
            return;
        }
        boolean settled = false;
        try {
            settled = Blocking.run(() -> item.await(nanos));
        } finally {
            if (!settled) {
                channels().unsend(id, item);
            }
        }
        if (item.wasReceived()) {
            return;
        }
        if (settled) {
            throw new ChannelFailure(Failure.CLOSED_WAITING);
        }
        throw Errors.raise(ExceptionTypes.TimeoutError, "timed out");
    }

    @Builtin(
            value = "recv(cid, default=<unrepresentable>)",
            shown = "none",
            doc =
                    "channel_recv(cid, [default]) -> (obj, unboundop)\n\n"
                            + "Return a new object from the data at the front of the channel's"
                            + " queue.\n\n"
                            + "If there is nothing to receive then raise ChannelEmptyError, unless\n"
                            + "a default value is provided.  In that case return it.")
    static Object receive(Object channel, Object otherwise) {
        long id = id(channel);
        Channel.Item item;
        try {
            item = channels().receive(id, Interpreters.current().id);
        } catch (ChannelFailure e) {
            if (e.failure == Failure.EMPTY && otherwise != null) {
                return new PyTuple(otherwise, Singleton.NONE);
            }
            throw error(e.failure, id);
        }
        if (item.data == null) {
            item.lost();
            return new PyTuple(Singleton.NONE, (long) item.unbound);
        }
        try {
            Object received = item.data.newObject();
            item.received();
            return new PyTuple(received, Singleton.NONE);
        } finally {
            item.release();
        }
    }

    // ---- ids and ends ----

    @Builtin(
            value =
                    "_channel_id(id, *, send=<unrepresentable>, recv=<unrepresentable>,"
                            + " force=False, _resolve=False)",
            shown = "none")
    static Object channelId(
            Object channel, Object send, Object receive, boolean force, boolean resolve) {
        long id = id(channel);
        int end = channel instanceof PyChannelId c ? c.end : PyChannelId.BOTH;
        boolean sends = send != null && Args.toBoolean(send);
        boolean receives = receive != null && Args.toBoolean(receive);
        if (send != null && receive != null && !sends && !receives) {
            throw Errors.valueError("'send' and 'recv' cannot both be False");
        }
        if (sends) {
            end = receives ? PyChannelId.BOTH : PyChannelId.SEND;
        } else if (receives) {
            end = PyChannelId.RECEIVE;
        }
        int wanted = end;
        return checked(id, () -> PyChannelId.of(id, wanted, resolve, force));
    }

    @Builtin(value = "_register_end_types(send, recv)", shown = "none")
    static void register(Object send, Object receive) {
        if (!(send instanceof PyType sender)) {
            throw Errors.typeError("expected a type for 'send'");
        }
        if (!(receive instanceof PyType receiver)) {
            throw Errors.typeError("expected a type for 'recv'");
        }
        State s = state();
        if (s.sender != null) {
            Sharing.unregister(s.sender);
            Sharing.unregister(s.receiver);
        }
        s.sender = sender;
        s.receiver = receiver;
        Sharing.register(sender, ChannelsModule::sharedEnd);
        Sharing.register(receiver, ChannelsModule::sharedEnd);
    }

    private static SharedData sharedEnd(Object end) {
        PyChannelId id = (PyChannelId) Attributes.get(end, "_id");
        return new SharedId(id.id, id.end, true, true);
    }

    /** An id on its way, or an end where that is wanted and possible. */
    static SharedData shared(PyChannelId id) {
        return new SharedId(id.id, id.end, id.resolve && id.end != PyChannelId.BOTH, false);
    }

    private record SharedId(long id, int end, boolean asEnd, boolean required)
            implements SharedData {
        @Override
        public Object newObject() {
            PyChannelId made = newId(id, end);
            if (!asEnd) {
                return made;
            }
            try {
                return Call.call(state().endType(end), made);
            } catch (PyException e) {
                if (required) {
                    throw e;
                }
                return made;
            }
        }
    }
}
