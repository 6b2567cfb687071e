package org.jabiru.builtins.format;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.str.StrRepr;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Formatting;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.Sequences;

/** {@code str.format} and {@code str.format_map} (Format String Syntax). */
public final class StrFormat {
    private final Object[] arguments;
    private final Object keywords;

    /** Automatic numbering: the next number. */
    private int nextAutomatic;

    private boolean numbered;
    private boolean automatic;

    private StrFormat(Object[] arguments, Object keywords) {
        this.arguments = arguments;
        this.keywords = keywords;
    }

    /**
     * Formats.
     *
     * @param arguments the positional arguments, null for {@code format_map}
     * @param keywords the mapping of keyword arguments
     */
    public static TruffleString format(TruffleString s, Object[] arguments, Object keywords) {
        CodePoints text = CodePoints.of(s);
        TruffleString made = new StrFormat(arguments, keywords).run(text, 0, text.length(), 2);
        return PercentFormat.same(made, s) ? s : made;
    }

    private TruffleString run(CodePoints text, int from, int to, int depth) {
        if (depth <= 0) {
            throw Errors.valueError("Max string recursion exceeded");
        }
        StrBuilder out = new StrBuilder(to - from + 16);
        MarkupParser parser = new MarkupParser(text, from, to);
        while (parser.next()) {
            out.append(parser.literal.toStr());
            if (parser.hasField) {
                out.append(field(text, parser, depth));
            }
        }
        return out.toStr();
    }

    private TruffleString field(CodePoints text, MarkupParser p, int depth) {
        Object value = value(FieldName.parse(text, p.nameFrom, p.nameTo));
        int conversion = p.conversion;
        TruffleString spec =
                p.nested
                        ? run(text, p.specFrom, p.specTo, depth - 1)
                        : new StrBuilder(p.specTo - p.specFrom)
                                .append(text, p.specFrom, p.specTo)
                                .toStr();
        if (conversion >= 0) {
            value = convert(value, conversion);
        }
        return Formatting.format(value, spec);
    }

    private Object value(FieldName name) {
        Object value;
        if (name.first() instanceof Long index) {
            if (automatic) {
                throw Errors.valueError(
                        "cannot switch from automatic field numbering to manual field"
                                + " specification");
            }
            numbered = true;
            value = positional(index);
        } else if (Str.length((TruffleString) name.first()) == 0) {
            if (numbered) {
                throw Errors.valueError(
                        "cannot switch from manual field specification to automatic field"
                                + " numbering");
            }
            automatic = true;
            value = positional(nextAutomatic++);
        } else {
            if (keywords == null) {
                throw Errors.keyError(name.first());
            }
            value = Sequences.getItem(keywords, name.first());
        }
        for (FieldName.Accessor step : name.accessors()) {
            value =
                    step.attribute()
                            ? Attributes.get(value, (TruffleString) step.validKey())
                            : Sequences.getItem(value, step.validKey());
        }
        return value;
    }

    private Object positional(long index) {
        if (arguments == null) {
            throw Errors.valueError("Format string contains positional fields");
        }
        if (index >= arguments.length) {
            throw Errors.indexError(
                    "Replacement index %d out of range for positional args tuple", index);
        }
        return arguments[(int) index];
    }

    private static Object convert(Object value, int conversion) {
        return switch (conversion) {
            case 's' -> Repr.str(value);
            case 'r' -> Repr.repr(value);
            case 'a' -> StrRepr.ascii(Repr.repr(value));
            default ->
                    throw conversion > 32 && conversion < 127
                            ? Errors.valueError(
                                    "Unknown conversion specifier %s", (char) conversion)
                            : Errors.valueError(
                                    "Unknown conversion specifier \\x%s",
                                    Integer.toHexString(conversion));
        };
    }
}
