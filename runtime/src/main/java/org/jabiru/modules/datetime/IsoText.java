package org.jabiru.modules.datetime;

import org.jabiru.object.Errors;

/** Dates, times and offsets as ISO 8601 writes them. */
final class IsoText {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private IsoText() {}

    /** Appends a number with zeros in front. */
    static StringBuilder digits(StringBuilder out, int value, int width) {
        String digits = Integer.toString(value);
        return out.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }

    static StringBuilder two(StringBuilder out, int value) {
        return digits(out, value, 2);
    }

    static void date(StringBuilder out, PyDate d) {
        digits(out, d.year, 4);
        two(out.append('-'), d.month);
        two(out.append('-'), d.day);
    }

    /** Appends the time as precisely as asked; ValueError. */
    static void time(
            StringBuilder out, String precision, int hour, int minute, int second, int micros) {
        String wanted =
                precision.equals("auto") ? (micros == 0 ? "seconds" : "microseconds") : precision;
        int parts =
                switch (wanted) {
                    case "hours" -> 1;
                    case "minutes" -> 2;
                    case "seconds" -> 3;
                    case "milliseconds" -> 4;
                    case "microseconds" -> 5;
                    default -> throw Errors.valueError("Unknown timespec value");
                };
        two(out, hour);
        if (parts > 1) {
            two(out.append(':'), minute);
        }
        if (parts > 2) {
            two(out.append(':'), second);
        }
        if (parts == 4) {
            digits(out.append('.'), micros / 1000, 3);
        } else if (parts == 5) {
            digits(out.append('.'), micros, 6);
        }
    }

    /** Appends an offset such as +01:00; nothing for null. */
    static void offset(StringBuilder out, PyTimeDelta offset, String separator) {
        if (offset == null) {
            return;
        }
        boolean west = offset.days < 0;
        PyTimeDelta size = west ? offset.negated() : offset;
        int minutes = size.seconds / 60;
        two(out.append(west ? '-' : '+'), minutes / 60);
        two(out.append(separator), minutes % 60);
        if (size.seconds % 60 != 0 || size.microseconds != 0) {
            two(out.append(separator), size.seconds % 60);
        }
        if (size.microseconds != 0) {
            digits(out.append('.'), size.microseconds, 6);
        }
    }

    /** As C's ctime writes it. */
    static String c(PyDate d, int hour, int minute, int second) {
        StringBuilder out = new StringBuilder(DAYS[d.weekday()]);
        out.append(' ').append(MONTHS[d.month - 1]);
        out.append(d.day < 10 ? "  " : " ").append(d.day);
        two(out.append(' '), hour);
        two(out.append(':'), minute);
        two(out.append(':'), second);
        return digits(out.append(' '), d.year, 4).toString();
    }
}
