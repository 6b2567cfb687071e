package org.jabiru.launcher;

import org.jabiru.Configuration;
import org.jabiru.protocol.HashSecret;

/** Reads {@code PYTHONHASHSEED}, before anything is hashed. */
final class HashSeed {
    private static final long MAX = 0xFFFF_FFFFL;

    private HashSeed() {}

    /** Tells {@link HashSecret} its seed; false, and a message, when there is no such seed. */
    static boolean choose(String[] args) {
        String seed = System.getenv("PYTHONHASHSEED");
        if (seed == null || seed.isEmpty() || seed.equals("random")) {
            return true;
        }
        Configuration options = CommandLine.optionsOf(args);
        if (options.ignoreEnvironment || options.randomHashes) {
            return true;
        }
        try {
            long value = Long.parseLong(seed);
            if (value >= 0 && value <= MAX) {
                System.setProperty(HashSecret.PROPERTY, Long.toString(value));
                return true;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        System.err.println(
                "Fatal Python error: config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an"
                        + " integer in range [0; 4294967295]\n"
                        + "Python runtime state: preinitialized\n");
        return false;
    }
}
