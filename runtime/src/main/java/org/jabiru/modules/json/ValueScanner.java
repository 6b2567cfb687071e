package org.jabiru.modules.json;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.ThreadState;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.floats.FloatType;
import org.jabiru.builtins.ints.IntType;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.str.CodePoints;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Nesting;

/** Reads the values of one JSON document. */
final class ValueScanner {
    private final ScannerType scanner;
    private final TruffleString document;
    private final CodePoints in;
    private final StringScanner strings;

    /** Keys seen so far: equal ones become the same object. */
    private final PyDict keys = new PyDict();

    /** Where the value that was read last ended. */
    int end;

    ValueScanner(ScannerType scanner, TruffleString document) {
        this.scanner = scanner;
        this.document = document;
        this.in = CodePoints.of(document);
        this.strings = new StringScanner(document, in, scanner.strict);
    }

    /** Reads the value at a position; StopIteration with the position when there is none. */
    Object read(int at) {
        if (at >= in.length()) {
            throw nothing(at);
        }
        switch (in.at(at)) {
            case '"' -> {
                TruffleString s = strings.read(at + 1);
                end = strings.end;
                return s;
            }
            case '{' -> {
                ThreadState thread =
                        Nesting.enter(" while decoding a JSON object from a unicode string");
                try {
                    return object(at + 1);
                } finally {
                    thread.nesting--;
                }
            }
            case '[' -> {
                ThreadState thread =
                        Nesting.enter(" while decoding a JSON array from a unicode string");
                try {
                    return array(at + 1);
                } finally {
                    thread.nesting--;
                }
            }
            case 'n' -> {
                if (follows("null", at)) {
                    return Singleton.NONE;
                }
            }
            case 't' -> {
                if (follows("true", at)) {
                    return true;
                }
            }
            case 'f' -> {
                if (follows("false", at)) {
                    return false;
                }
            }
            case 'N' -> {
                if (follows("NaN", at)) {
                    return constant("NaN");
                }
            }
            case 'I' -> {
                if (follows("Infinity", at)) {
                    return constant("Infinity");
                }
            }
            case '-' -> {
                if (follows("-Infinity", at)) {
                    return constant("-Infinity");
                }
            }
            default -> {}
        }
        return number(at);
    }

    private Object constant(String name) {
        int after = end;
        Object value = Call.call(scanner.parseConstant, Str.name(name));
        end = after;
        return value;
    }

    private boolean follows(String word, int at) {
        if (at + word.length() > in.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (in.at(at + i) != word.charAt(i)) {
                return false;
            }
        }
        end = at + word.length();
        return true;
    }

    private static RuntimeException nothing(int at) {
        return Errors.stopIteration((long) at);
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < in.length()) {
            int c = in.at(at);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean isAt(int at, int c) {
        return at < in.length() && in.at(at) == c;
    }

    private boolean isDigit(int at) {
        return at < in.length() && in.at(at) >= '0' && in.at(at) <= '9';
    }

    private int skipDigits(int from) {
        int at = from;
        while (isDigit(at)) {
            at++;
        }
        return at;
    }

    private Object number(int start) {
        int at = start;
        if (in.at(at) == '-') {
            at++;
        }
        if (!isDigit(at)) {
            throw nothing(start);
        }
        at = in.at(at) == '0' ? at + 1 : skipDigits(at);
        boolean isFloat = false;
        if (isAt(at, '.') && isDigit(at + 1)) {
            isFloat = true;
            at = skipDigits(at + 2);
        }
        if (isAt(at, 'e') || isAt(at, 'E')) {
            int exponent = at + 1;
            if (isAt(exponent, '-') || isAt(exponent, '+')) {
                exponent++;
            }
            if (isDigit(exponent)) {
                isFloat = true;
                at = skipDigits(exponent);
            }
        }
        end = at;
        Object parse = isFloat ? scanner.parseFloat : scanner.parseInt;
        if (parse == FloatType.TYPE && isFloat) {
            return Double.parseDouble(text(start, at));
        }
        if (parse == IntType.TYPE && at - start <= 18) {
            return Long.parseLong(text(start, at));
        }
        Object value = Call.call(parse, Str.substring(document, start, at));
        end = at;
        return value;
    }

    private String text(int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            out.append((char) in.at(i));
        }
        return out.toString();
    }

    private Object array(int from) {
        PyList out = new PyList();
        int at = skipSpace(from);
        if (isAt(at, ']')) {
            end = at + 1;
            return out;
        }
        while (true) {
            out.append(read(at));
            at = skipSpace(end);
            if (isAt(at, ']')) {
                end = at + 1;
                return out;
            }
            if (!isAt(at, ',')) {
                throw error("Expecting ',' delimiter", at);
            }
            int comma = at;
            at = skipSpace(at + 1);
            if (isAt(at, ']')) {
                throw error("Illegal trailing comma before end of array", comma);
            }
        }
    }

    private Object object(int from) {
        boolean asPairs = scanner.objectPairsHook != Singleton.NONE;
        PyDict entries = asPairs ? null : new PyDict();
        PyList pairs = asPairs ? new PyList() : null;
        int at = skipSpace(from);
        while (!isAt(at, '}')) {
            if (!isAt(at, '"')) {
                throw error("Expecting property name enclosed in double quotes", at);
            }
            TruffleString key = unique(strings.read(at + 1));
            at = skipSpace(strings.end);
            if (!isAt(at, ':')) {
                throw error("Expecting ':' delimiter", at);
            }
            Object value = read(skipSpace(at + 1));
            if (asPairs) {
                pairs.append(new PyTuple(key, value));
            } else {
                entries.put(key, value);
            }
            at = skipSpace(end);
            if (isAt(at, '}')) {
                break;
            }
            if (!isAt(at, ',')) {
                throw error("Expecting ',' delimiter", at);
            }
            int comma = at;
            at = skipSpace(at + 1);
            if (isAt(at, '}')) {
                throw error("Illegal trailing comma before end of object", comma);
            }
        }
        int after = at + 1;
        Object out = asPairs ? Call.call(scanner.objectPairsHook, pairs) : entries;
        if (!asPairs && scanner.objectHook != Singleton.NONE) {
            out = Call.call(scanner.objectHook, entries);
        }
        end = after;
        return out;
    }

    private TruffleString unique(TruffleString key) {
        int position = keys.find(key);
        if (position >= 0) {
            return (TruffleString) keys.keyAt(position);
        }
        keys.put(key, key);
        return key;
    }

    private RuntimeException error(String message, int at) {
        return JsonErrors.decodeError(message, document, at);
    }
}
