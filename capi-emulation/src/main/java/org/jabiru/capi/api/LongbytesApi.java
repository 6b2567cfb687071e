package org.jabiru.capi.api;

import org.jabiru.capi.CapiContext;
import org.jabiru.protocol.Numbers;

/** ints as their private functions take them. */
public final class LongbytesApi {
    private LongbytesApi() {}

    private static Object plain(Object o) {
        Object value = Numbers.intOrNull(o);
        if (value == null) {
            throw Support.badInternalCall();
        }
        return value;
    }

    /** The same number as an exact int. */
    public static Object _PyLong_Copy(CapiContext context, Object src) {
        return plain(src);
    }

    public static Object _PyLong_GCD(CapiContext context, Object a, Object b) {
        return Support.function("math", "gcd", plain(a), plain(b));
    }
}
