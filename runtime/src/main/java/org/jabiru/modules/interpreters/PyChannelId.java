package org.jabiru.modules.interpreters;

import org.jabiru.object.PyObject;

/** A {@code _interpchannels.ChannelID}: the channel lives as long as one of them. */
final class PyChannelId extends PyObject {
    /** Which ends it stands for. */
    static final int SEND = 1, BOTH = 0, RECEIVE = -1;

    final long id;
    final int end;

    /** Whether other interpreters are to get the end itself in its place. */
    final boolean resolve;

    private PyChannelId(long id, int end, boolean resolve) {
        super(ChannelIdType.TYPE);
        this.id = id;
        this.end = end;
        this.resolve = resolve;
    }

    /**
     * @param force whether there need not be such a channel
     */
    static PyChannelId of(long id, int end, boolean resolve, boolean force)
            throws Channels.ChannelFailure {
        Channels channels = Channels.get();
        PyChannelId made = new PyChannelId(id, end, resolve);
        try {
            channels.addId(id);
        } catch (Channels.ChannelFailure e) {
            if (!force) {
                throw e;
            }
            return made;
        }
        Interpreters.get().cleaner().register(made, new Drop(channels, id));
        return made;
    }

    private record Drop(Channels channels, long id) implements Runnable {
        @Override
        public void run() {
            channels.dropId(id);
        }
    }
}
