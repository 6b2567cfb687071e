package org.jabiru.modules.interpreters;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** One channel; {@link Channels} has the lock for all. */
final class Channel {
    /** Something sent; its data is gone when the interpreter that sent it is. */
    static final class Item {
        private static final int WAITING = 0, RECEIVED = 1, LOST = 2;

        final long interpreter;
        final int unbound;
        SharedData data;

        /** Of the sender, who may wait for it. */
        private int fate = WAITING;

        Item(long interpreter, int unbound, SharedData data) {
            this.interpreter = interpreter;
            this.unbound = unbound;
            this.data = data;
        }

        private synchronized void settle(int outcome) {
            if (fate == WAITING) {
                fate = outcome;
                notifyAll();
            }
        }

        void received() {
            settle(RECEIVED);
        }

        void lost() {
            settle(LOST);
        }

        synchronized boolean wasReceived() {
            return fate == RECEIVED;
        }

        /** Waits until it is received or lost; false when the time is over (-1: for ever). */
        synchronized boolean await(long nanos) throws InterruptedException {
            long end = System.nanoTime() + nanos;
            while (fate == WAITING) {
                long left = nanos < 0 ? 0 : (end - System.nanoTime() + 999_999) / 1_000_000;
                if (nanos >= 0 && left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        }

        /** It will not be received. */
        void release() {
            clear();
            lost();
        }

        private void clear() {
            if (data != null) {
                data.release();
                data = null;
            }
        }
    }

    /** The interpreters that have used an end: whether they still may. */
    static final class Ends {
        final Map<Long, Boolean> byInterpreter = new LinkedHashMap<>();

        void use(long interpreter) throws Channels.ChannelFailure {
            if (Boolean.FALSE.equals(byInterpreter.putIfAbsent(interpreter, true))) {
                throw new Channels.ChannelFailure(Channels.Failure.RELEASED);
            }
        }

        void release(long interpreter, boolean add) {
            if (add || byInterpreter.containsKey(interpreter)) {
                byInterpreter.put(interpreter, false);
            }
        }

        boolean areOpen() {
            return byInterpreter.containsValue(true);
        }
    }

    final int unbound;
    final int fallback;
    final ArrayDeque<Item> items = new ArrayDeque<>();
    boolean open = true;

    /** Whether it is closed once all items are received. */
    boolean closing;

    private final Ends senders = new Ends();
    private final Ends receivers = new Ends();

    Channel(int unbound, int fallback) {
        this.unbound = unbound;
        this.fallback = fallback;
    }

    Ends ends(boolean send) {
        return send ? senders : receivers;
    }

    /** Open as long as nobody has used it, or someone may still. */
    void updateOpen() {
        open =
                senders.areOpen()
                        || receivers.areOpen()
                        || senders.byInterpreter.isEmpty() && receivers.byInterpreter.isEmpty();
    }

    void clear() {
        open = false;
        items.forEach(Item::release);
        items.clear();
    }

    void forget(long interpreter) {
        for (Iterator<Item> i = items.iterator(); i.hasNext(); ) {
            Item item = i.next();
            if (item.interpreter == interpreter && item.data != null) {
                item.clear();
                if (item.unbound == Unbound.REMOVE) {
                    item.lost();
                    i.remove();
                }
            }
        }
        senders.release(interpreter, false);
        receivers.release(interpreter, false);
        updateOpen();
    }

    /** The fields of {@code ChannelInfo} of a closed channel. */
    static Object[] closedInfo() {
        return new Object[] {
            false, false, true, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, false, false, false, false,
        };
    }

    Object[] info(long interpreter) {
        long sendOnly = 0;
        long sendOnlyReleased = 0;
        for (boolean sends : senders.byInterpreter.values()) {
            sendOnly += sends ? 1 : 0;
            sendOnlyReleased += sends ? 0 : 1;
        }
        long receiveOnly = 0;
        long receiveOnlyReleased = 0;
        // By what is still open: nothing, receiving, sending, both.
        long[] both = new long[4];
        for (Map.Entry<Long, Boolean> e : receivers.byInterpreter.entrySet()) {
            boolean receives = e.getValue();
            Boolean sends = senders.byInterpreter.get(e.getKey());
            if (sends == null) {
                receiveOnly += receives ? 1 : 0;
                receiveOnlyReleased += receives ? 0 : 1;
                continue;
            }
            both[(sends ? 2 : 0) + (receives ? 1 : 0)]++;
            sendOnly -= sends ? 1 : 0;
            sendOnlyReleased -= sends ? 0 : 1;
        }
        Boolean sends = senders.byInterpreter.get(interpreter);
        Boolean receives = receivers.byInterpreter.get(interpreter);
        return new Object[] {
            !closing,
            closing,
            false,
            (long) items.size(),
            sendOnly,
            sendOnlyReleased,
            receiveOnly,
            receiveOnlyReleased,
            both[3],
            both[0],
            both[2],
            both[1],
            Boolean.TRUE.equals(sends),
            Boolean.FALSE.equals(sends),
            Boolean.TRUE.equals(receives),
            Boolean.FALSE.equals(receives),
        };
    }
}
