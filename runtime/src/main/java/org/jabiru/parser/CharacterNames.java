package org.jabiru.parser;

/** Looks up the name in {@code \N{name}}. */
@FunctionalInterface
public interface CharacterNames {
    /** The names that the Java platform and Unicode's rules give; lacks some aliases. */
    CharacterNames PLATFORM = PlatformNames::lookup;

    /** The code point, or -1 for an unknown name. */
    int lookup(String name);
}
