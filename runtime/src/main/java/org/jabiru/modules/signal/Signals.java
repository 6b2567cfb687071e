package org.jabiru.modules.signal;

/** Signals that have arrived and whose Python handlers are still to be called. */
public final class Signals {
    private Signals() {}

    /** Calls the handlers of signals that have arrived, in the main thread; nothing elsewhere. */
    public static void poll() {}

    /** Makes a signal arrive, as far as Python is concerned. */
    public static void trip(int signal) {
        throw org.jabiru.object.Errors.notImplemented("signals");
    }
}
