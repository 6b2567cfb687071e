package org.jabiru.modules.time;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.libc.Libc;
import org.jabiru.object.Str;

/** {@code time.timezone}, {@code altzone}, {@code daylight} and {@code tzname}. */
final class TimeZone {
    private static final long YEAR = 365L * 24 * 3600 + 6 * 3600;

    private TimeZone() {}

    static void fill(PyDict d) {
        Libc.call("tzset");
        // As CPython: the offsets at the first of January and six months later.
        long january = System.currentTimeMillis() / 1000 / YEAR * YEAR;
        BrokenDownTime winter = BrokenDownTime.of("localtime_r", january);
        BrokenDownTime summer = BrokenDownTime.of("localtime_r", january + YEAR / 2);
        boolean south = winter.offset() > summer.offset();
        BrokenDownTime standard = south ? summer : winter;
        BrokenDownTime daylight = south ? winter : summer;
        d.put("timezone", -standard.offset());
        d.put("altzone", -daylight.offset());
        d.put("daylight", standard.offset() != daylight.offset() ? 1L : 0L);
        d.put("tzname", PyTuple.of(Str.of(standard.zone()), Str.of(daylight.zone())));
    }
}
