package org.jabiru.modules.datetime;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.imports.Imports;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/**
 * {@code strftime}: what C's function does not know (%f, %z, %:z, %Z) or does otherwise (years
 * before 1000) is put into the format first.
 */
final class TimeFormat {
    private final Object timeTuple;
    private final int microsecond;
    private final Object tzinfo;

    /** What the time zone is asked about. */
    private final Object subject;

    TimeFormat(PyDate d, Object timeTuple) {
        this.timeTuple = timeTuple;
        this.microsecond = d instanceof PyDateTime dt ? dt.microsecond : 0;
        this.tzinfo = d instanceof PyDateTime dt ? dt.tzinfo : Singleton.NONE;
        this.subject = d;
    }

    TimeFormat(PyTime t) {
        Object[] fields = {
            1900L, 1L, 1L, (long) t.hour, (long) t.minute, (long) t.second, 0L, 1L, -1L
        };
        this.timeTuple = PyTuple.of(fields);
        this.microsecond = t.microsecond;
        this.tzinfo = t.tzinfo;
        this.subject = Singleton.NONE;
    }

    /** {@code __format__}: {@code strftime}, or {@code str} for an empty format. */
    static Object formatSpec(PyObject self, Object spec) {
        TruffleString text = Instances.text("__format__", 1, spec);
        return Str.length(text) == 0 ? Repr.str(self) : Call.method(self, "strftime", spec);
    }

    /** The timespec argument of {@code isoformat}; TypeError, UnicodeEncodeError. */
    static String precision(int position, Object timespec) {
        TruffleString text = Instances.text("isoformat", position, timespec);
        String s = Str.java(text);
        if (s.codePoints().anyMatch(c -> c >= 0xd800 && c < 0xe000)) {
            Call.method(text, "encode");
        }
        return s;
    }

    TruffleString format(TruffleString format) {
        StrBuilder out = new StrBuilder();
        int[] points = Str.codePoints(format);
        for (int i = 0; i < points.length; i++) {
            if (points[i] != '%' || i + 1 == points.length) {
                out.append(points[i]);
                continue;
            }
            int code = points[++i];
            if (code == ':' && i + 1 < points.length && points[i + 1] == 'z') {
                out.append(offset(":"));
                i++;
            } else if (!replaced(out, code)) {
                out.append('%').append(code);
            }
        }
        return Str.valueOrNull(inC(out.toStr()));
    }

    private Object inC(TruffleString format) {
        return Call.method(Imports.importModule("time"), "strftime", format, timeTuple);
    }

    private boolean replaced(StrBuilder out, int code) {
        switch (code) {
            case 'f' -> out.append(IsoText.digits(new StringBuilder(), microsecond, 6).toString());
            case 'z' -> out.append(offset(""));
            case 'Z' -> out.append(zoneName());
            case 'Y', 'G', 'F', 'C' -> {
                return year(out, code);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private String offset(String separator) {
        StringBuilder out = new StringBuilder();
        IsoText.offset(out, Zone.utcOffset(tzinfo, subject), separator);
        return out.toString();
    }

    private TruffleString zoneName() {
        Object name = Zone.name(tzinfo, subject);
        if (name == Singleton.NONE) {
            return Str.EMPTY;
        }
        // As CPython: what a subclass of str makes of it counts.
        Object escaped = Call.method(name, "replace", Str.name("%"), Str.name("%%"));
        TruffleString text = Str.valueOrNull(escaped);
        if (text == null) {
            throw Errors.typeError("tzname.replace() did not return a string");
        }
        return text;
    }

    private int field(long index) {
        return Args.toInt(Sequences.getItem(timeTuple, index));
    }

    private boolean year(StrBuilder out, int code) {
        int year = field(0);
        if (year >= 1000) {
            return false;
        }
        if (code == 'G') {
            year = Integer.parseInt(Str.java(Str.valueOrNull(inC(Str.name("%G")))).strip());
        }
        StringBuilder text = new StringBuilder();
        if (code == 'C') {
            IsoText.two(text, year / 100);
        } else {
            IsoText.digits(text, year, 4);
        }
        if (code == 'F') {
            IsoText.two(text.append('-'), field(1));
            IsoText.two(text.append('-'), field(2));
        }
        out.append(text.toString());
        return true;
    }
}
