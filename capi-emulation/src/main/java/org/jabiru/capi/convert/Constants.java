package org.jabiru.capi.convert;

import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;
import org.jabiru.object.Str;

/** C strings that are handed out for good: names, which are few. */
public final class Constants {
    private final Map<String, Long> addresses = new HashMap<>();

    /** The address of a str's UTF-8, which is never freed; the same for equal strings. */
    public long of(Object str) {
        return addresses.computeIfAbsent(
                Str.java(Str.valueOrNull(str)), s -> Arena.global().allocateFrom(s).address());
    }
}
