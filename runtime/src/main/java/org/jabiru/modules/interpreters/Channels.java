package org.jabiru.modules.interpreters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jabiru.PythonContext;

/** The channels between interpreters: the main one keeps this for all. */
final class Channels {
    /** Why something cannot be done. */
    enum Failure {
        NOT_FOUND,
        CLOSED,
        /** It was closed while a sender waited. */
        CLOSED_WAITING,
        /** For this interpreter. */
        RELEASED,
        EMPTY,
        NOT_EMPTY
    }

    /** The interpreter that asked knows the exception. */
    static final class ChannelFailure extends Exception {
        private static final long serialVersionUID = 1;
        final Failure failure;

        ChannelFailure(Failure failure) {
            super(failure.name(), null, false, false);
            this.failure = failure;
        }
    }

    /** A channel as long as someone knows its id; it may be closed, and is null then. */
    private static final class Reference {
        Channel channel;
        long ids;

        Reference(Channel channel) {
            this.channel = channel;
        }
    }

    private final TreeMap<Long, Reference> byId = new TreeMap<>();
    private long next;

    static Channels get() {
        return PythonContext.get().mainInterpreter.state(Channels.class, Channels::new);
    }

    synchronized long create(int unbound, int fallback) {
        byId.put(next, new Reference(new Channel(unbound, fallback)));
        return next++;
    }

    private Reference reference(long id) throws ChannelFailure {
        Reference found = byId.get(id);
        if (found == null) {
            throw new ChannelFailure(Failure.NOT_FOUND);
        }
        return found;
    }

    /** A channel that is open. */
    private Channel channel(long id) throws ChannelFailure {
        Channel found = reference(id).channel;
        if (found == null || !found.open) {
            throw new ChannelFailure(Failure.CLOSED);
        }
        return found;
    }

    synchronized void destroy(long id) throws ChannelFailure {
        Reference found = reference(id);
        byId.remove(id);
        if (found.channel != null) {
            found.channel.clear();
        }
    }

    /** The ids of all that are not closed, the newest first. */
    synchronized List<Long> ids() {
        List<Long> out = new ArrayList<>();
        for (Map.Entry<Long, Reference> e : byId.descendingMap().entrySet()) {
            if (e.getValue().channel != null) {
                out.add(e.getKey());
            }
        }
        return out;
    }

    /** {@code (unbound, fallback)} of an open channel. */
    synchronized int[] defaults(long id) throws ChannelFailure {
        Channel found = channel(id);
        return new int[] {found.unbound, found.fallback};
    }

    synchronized long count(long id) throws ChannelFailure {
        return channel(id).items.size();
    }

    // ---- objects that know the id ----

    synchronized void addId(long id) throws ChannelFailure {
        reference(id).ids++;
    }

    /** With the last object that knows the id the channel goes. */
    synchronized void dropId(long id) {
        Reference found = byId.get(id);
        if (found != null && --found.ids == 0) {
            byId.remove(id);
            if (found.channel != null) {
                found.channel.clear();
            }
        }
    }

    // ---- items ----

    /** CHANNEL_CLOSED for one to which nothing more can be sent. */
    synchronized void checkMaySend(long id) throws ChannelFailure {
        if (channel(id).closing) {
            throw new ChannelFailure(Failure.CLOSED);
        }
    }

    synchronized void send(long id, Channel.Item item) throws ChannelFailure {
        checkMaySend(id);
        Channel channel = channel(id);
        channel.ends(true).use(item.interpreter);
        channel.items.add(item);
    }

    /** Takes an item back that nobody has received; whether that was so. */
    synchronized boolean unsend(long id, Channel.Item item) {
        Reference found = byId.get(id);
        if (found == null || found.channel == null || !found.channel.items.remove(item)) {
            return false;
        }
        item.release();
        finishClosing(found);
        return true;
    }

    synchronized Channel.Item receive(long id, long interpreter) throws ChannelFailure {
        Channel channel = channel(id);
        channel.ends(false).use(interpreter);
        Channel.Item first = channel.items.poll();
        finishClosing(reference(id));
        if (first == null) {
            throw new ChannelFailure(Failure.EMPTY);
        }
        return first;
    }

    private static void finishClosing(Reference reference) {
        Channel channel = reference.channel;
        if (channel.closing && channel.items.isEmpty()) {
            channel.open = false;
            reference.channel = null;
        }
    }

    // ---- ends ----

    /**
     * Closes it for everyone.
     *
     * @param end 1 for the end to send, -1 to receive, 0 for both
     */
    synchronized void close(long id, int end, boolean force) throws ChannelFailure {
        Reference found = reference(id);
        Channel channel = found.channel;
        if (channel == null || !force && end == 1 && channel.closing || !channel.open) {
            throw new ChannelFailure(Failure.CLOSED);
        }
        if (!force && !channel.items.isEmpty()) {
            if (end != 1) {
                throw new ChannelFailure(Failure.NOT_EMPTY);
            }
            channel.closing = true;
            return;
        }
        found.channel = null;
        channel.clear();
    }

    /** Closes ends for one interpreter; both numbers and flags as Python code has them. */
    synchronized void release(long id, long interpreter, int end) throws ChannelFailure {
        Channel channel = channel(id);
        if (end >= 0) {
            channel.ends(true).release(interpreter, true);
        }
        if (end <= 0) {
            channel.ends(false).release(interpreter, true);
        }
        channel.updateOpen();
    }

    /** Whether an interpreter uses an end. */
    synchronized boolean isAssociated(long id, long interpreter, boolean send)
            throws ChannelFailure {
        Channel channel = channel(id);
        if (send && channel.closing) {
            throw new ChannelFailure(Failure.CLOSED);
        }
        return Boolean.TRUE.equals(channel.ends(send).byInterpreter.get(interpreter));
    }

    /** The fields of {@code ChannelInfo}. */
    synchronized Object[] info(long id, long interpreter) throws ChannelFailure {
        Channel channel = reference(id).channel;
        return channel == null || !channel.open ? Channel.closedInfo() : channel.info(interpreter);
    }

    /** An interpreter has ended. */
    synchronized void forget(long interpreter) {
        for (Reference reference : byId.values()) {
            if (reference.channel != null) {
                reference.channel.forget(interpreter);
            }
        }
    }
}
