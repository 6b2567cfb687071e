package org.jabiru.modules.datetime;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.protocol.Repr;

/** A {@code datetime.timezone}. */
public final class PyTimeZone extends PyObject {
    public final PyTimeDelta offset;

    /** Null when it was made without one. */
    public final TruffleString name;

    private PyTimeZone(PyTimeDelta offset, TruffleString name) {
        super(TimeZoneType.TYPE);
        this.offset = offset;
        this.name = name;
    }

    /** The zone of an offset: UTC itself for none; ValueError. */
    public static PyTimeZone of(PyTimeDelta offset, TruffleString name) {
        if (name == null && offset.isZero()) {
            return TimeZoneType.UTC;
        }
        checkOffset(offset);
        return new PyTimeZone(offset, name);
    }

    static PyTimeZone ofSeconds(int seconds) {
        return new PyTimeZone(PyTimeDelta.of(0, seconds, 0), null);
    }

    static void checkOffset(PyTimeDelta offset) {
        if (!offset.isWithinDay()) {
            throw Errors.valueError(
                    "offset must be a timedelta strictly between -timedelta(hours=24) and"
                            + " timedelta(hours=24), not %s",
                    Str.java(Repr.repr(offset)));
        }
    }

    /** What {@code tzname} says. */
    TruffleString shownName() {
        if (name != null) {
            return name;
        }
        if (offset.isZero()) {
            return Str.name("UTC");
        }
        StringBuilder out = new StringBuilder("UTC");
        IsoText.offset(out, offset, ":");
        return Str.of(out.toString());
    }
}
