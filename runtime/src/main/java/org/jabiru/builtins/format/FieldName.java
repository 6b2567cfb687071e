package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.StrBuilder;

/**
 * The name in a replacement field: {@code 0.name[index]} (Format String Syntax).
 *
 * @param first the argument: a Long, or a str (empty for automatic numbering)
 * @param accessors what follows
 */
public record FieldName(Object first, List<Accessor> accessors) {
    /**
     * One step.
     *
     * @param attribute whether it is an attribute look-up
     * @param key the attribute's name, or the index as Long or str
     */
    public record Accessor(boolean attribute, Object key) {
        /** The key; ValueError for what was no accessor, which counts when it is used only. */
        public Object validKey() {
            if (key instanceof String problem) {
                throw Errors.valueError("%s", problem);
            }
            return key;
        }
    }

    private static final String EMPTY = "Empty attribute in format string";
    private static final String MISPLACED =
            "Only '.' or '[' may follow ']' in format field specifier";

    /** Parses a field name; ValueError. */
    public static FieldName parse(CodePoints text, int from, int to) {
        int i = from;
        while (i < to && text.at(i) != '.' && text.at(i) != '[') {
            i++;
        }
        Object first = intOrText(text, from, i);
        List<Accessor> accessors = new ArrayList<>();
        while (i < to) {
            int c = text.at(i++);
            int start = i;
            if (c == '.') {
                while (i < to && text.at(i) != '.' && text.at(i) != '[') {
                    i++;
                }
                accessors.add(new Accessor(true, start < i ? part(text, start, i) : EMPTY));
            } else if (c == '[') {
                while (i < to && text.at(i) != ']') {
                    i++;
                }
                if (i == to) {
                    accessors.add(new Accessor(false, "Missing ']' in format string"));
                    break;
                }
                accessors.add(new Accessor(false, start < i ? intOrText(text, start, i) : EMPTY));
                i++;
            } else {
                accessors.add(new Accessor(false, MISPLACED));
                break;
            }
        }
        return new FieldName(first, accessors);
    }

    private static Object intOrText(CodePoints text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int c = text.at(i);
            int digit =
                    c < 128
                            ? c >= '0' && c <= '9' ? c - '0' : -1
                            : Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                                    ? Character.digit(c, 10)
                                    : -1;
            if (digit < 0) {
                return part(text, from, to);
            }
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw Errors.valueError("Too many decimal digits in format string");
            }
            value = value * 10 + digit;
        }
        return from == to ? part(text, from, to) : (Object) value;
    }

    private static TruffleString part(CodePoints text, int from, int to) {
        return new StrBuilder(to - from).append(text, from, to).toStr();
    }
}
