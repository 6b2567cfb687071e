package org.jabiru.parser;

import java.util.Locale;

/** Looks up the name in {@code \N{name}}. */
@FunctionalInterface
public interface CharacterNames {
    /** The names the Java platform knows; lacks the aliases of control characters. */
    CharacterNames PLATFORM =
            name -> {
                try {
                    int point = Character.codePointOf(name);
                    // Java also accepts "BASIC LATIN 41", which is no name.
                    return name.toUpperCase(Locale.ROOT).equals(Character.getName(point))
                            ? point
                            : -1;
                } catch (IllegalArgumentException unknown) {
                    return -1;
                }
            };

    /** The code point, or -1 for an unknown name. */
    int lookup(String name);
}
