package org.jabiru.builtins.format;

import org.jabiru.builtins.str.CodePoints;
import org.jabiru.object.Errors;
import org.jabiru.object.StrBuilder;

/** Splits a format string into literal text and replacement fields (Format String Syntax). */
final class MarkupParser {
    private final CodePoints text;
    private final int to;
    private int at;

    /** The literal text before the field. */
    StrBuilder literal;

    /** Whether a field follows the literal. */
    boolean hasField;

    int nameFrom;
    int nameTo;

    /** The conversion character, or -1. */
    int conversion;

    int specFrom;
    int specTo;

    /** Whether the specification has fields of its own. */
    boolean nested;

    MarkupParser(CodePoints text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    /** Reads the next piece; false at the end. ValueError. */
    boolean next() {
        literal = new StrBuilder();
        hasField = false;
        if (at >= to) {
            return false;
        }
        while (at < to) {
            int from = at;
            while (at < to && text.at(at) != '{' && text.at(at) != '}') {
                at++;
            }
            literal.append(text, from, at);
            if (at == to) {
                return true;
            }
            int brace = text.at(at++);
            boolean doubled = at < to && text.at(at) == brace;
            if (doubled) {
                literal.append(brace);
                at++;
            } else if (brace == '}') {
                throw Errors.valueError("Single '}' encountered in format string");
            } else if (at == to) {
                throw Errors.valueError("Single '{' encountered in format string");
            } else {
                field();
                return true;
            }
        }
        return true;
    }

    private void field() {
        hasField = true;
        conversion = -1;
        nested = false;
        nameFrom = at;
        int c = 0;
        boolean inBrackets = false;
        while (at < to) {
            c = text.at(at);
            if (c == '{' && !inBrackets) {
                throw Errors.valueError("unexpected '{' in field name");
            }
            if (c == '[') {
                inBrackets = true;
            } else if (c == ']') {
                inBrackets = false;
            } else if (!inBrackets && (c == '}' || c == ':' || c == '!')) {
                break;
            }
            at++;
        }
        nameTo = at;
        specFrom = at;
        specTo = at;
        if (at == to) {
            throw Errors.valueError("expected '}' before end of string");
        }
        at++;
        if (c == '}') {
            return;
        }
        if (c == '!') {
            if (at >= to) {
                throw Errors.valueError("end of string while looking for conversion specifier");
            }
            conversion = text.at(at++);
            if (at < to) {
                c = text.at(at++);
                if (c == '}') {
                    return;
                }
                if (c != ':') {
                    throw Errors.valueError("expected ':' after conversion specifier");
                }
            } else {
                throw Errors.valueError("unmatched '{' in format spec");
            }
        }
        specFrom = at;
        int depth = 1;
        while (at < to) {
            c = text.at(at);
            if (c == '{') {
                nested = true;
                depth++;
            } else if (c == '}' && --depth == 0) {
                specTo = at++;
                return;
            }
            at++;
        }
        throw Errors.valueError("unmatched '{' in format spec");
    }
}
