package org.jabiru;

/**
 * Whether Java's shutdown hooks matter. The program {@code jabiru} ends its process without them (a
 * tenth of a short run) as long as nobody can have registered one that does anything.
 */
public final class ShutdownHooks {
    /** The system property that says so: hooks belong to the process, as it does. */
    public static final String PROPERTY = "jabiru.shutdownHooks";

    private ShutdownHooks() {}

    /** There are hooks to be run, or code that may register some. */
    public static void expect() {
        System.setProperty(PROPERTY, "true");
    }
}
