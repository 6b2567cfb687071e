package org.jabiru.capi;

import java.net.IDN;
import java.util.Locale;

/** The encoding of module names beyond ASCII in the names of init functions (PEP 489). */
final class Punycode {
    private static final String PREFIX = "xn--";

    private Punycode() {}

    /** {@code name.encode('punycode')}, for a name that is not ASCII. */
    static String encode(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String encoded = IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED);
        return encoded.startsWith(PREFIX) ? encoded.substring(PREFIX.length()) : encoded;
    }
}
