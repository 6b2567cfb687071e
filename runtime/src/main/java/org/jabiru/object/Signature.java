package org.jabiru.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyMethodDescriptor;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.bytecode.Suggestions;

/**
 * The parameters of a callable that is written in Java, and the binding of arguments to them
 * (Argument Clinic's text signatures; the messages are those of CPython's clinic-generated code).
 */
public final class Signature {
    /** The callable's name, and that of its type or module. */
    public final String name;

    public final String owner;

    /** Names of all parameters: positional-only, positional-or-keyword, keyword-only. */
    public final TruffleString[] names;

    /** Parameters that can be given by position. */
    public final int positional;

    /** Of these, the ones that cannot be given by keyword. */
    public final int positionalOnly;

    /** Where the tuple of further positional arguments goes among the bound values, or -1. */
    public final int varArgs;

    /** Where the dict of further keyword arguments goes, or -1. */
    public final int varKeywords;

    /** The number of bound values. */
    public final int size;

    /** The number of positional parameters without default. */
    public final int required;

    private final Object[] defaults;
    private final boolean[] optional;

    /** Whether the first parameter is the receiver (which messages do not count). */
    private final int receivers;

    private Signature(Builder b, char kind) {
        this.name = b.name;
        this.owner = b.owner;
        this.names = b.names.toArray(TruffleString[]::new);
        this.positional = b.positional;
        this.positionalOnly = b.positionalOnly;
        this.varArgs = b.varArgs;
        this.varKeywords = b.varKeywords;
        this.size = names.length;
        this.defaults = b.defaults.toArray();
        this.optional = new boolean[size];
        int needed = 0;
        for (int i = 0; i < size; i++) {
            optional[i] = b.optional.get(i);
            if (i < positional && !optional[i]) {
                needed = i + 1;
            }
        }
        this.required = needed;
        String first = size == 0 ? "" : Str.java(names[0]);
        this.receivers =
                kind == 'C' || kind == 'N' || first.equals("self") || first.equals("cls") ? 1 : 0;
    }

    private static final class Builder {
        String name;
        String owner;
        final List<TruffleString> names = new ArrayList<>();
        final List<Object> defaults = new ArrayList<>();
        final List<Boolean> optional = new ArrayList<>();
        int positional;
        int positionalOnly;
        int varArgs = -1;
        int varKeywords = -1;
    }

    /** Parses {@code "name(a, b=1, /, *, c=None)"}. */
    public static Signature parse(String owner, String text, char kind) {
        Builder b = new Builder();
        b.owner = owner;
        int paren = text.indexOf('(');
        if (paren < 0) {
            b.name = text;
            b.names.add(Str.name("self"));
            b.defaults.add(null);
            b.optional.add(false);
            if (kind == '=') {
                b.names.add(Str.name("value"));
                b.defaults.add(null);
                b.optional.add(true);
            }
            b.positional = b.names.size();
            b.positionalOnly = b.positional;
            return new Signature(b, kind);
        }
        b.name = text.substring(0, paren);
        boolean keywordOnly = false;
        for (String part : split(text.substring(paren + 1, text.lastIndexOf(')')))) {
            if (part.equals("/")) {
                b.positionalOnly = b.names.size();
            } else if (part.equals("*")) {
                keywordOnly = true;
            } else {
                int equals = part.indexOf('=');
                String param = (equals < 0 ? part : part.substring(0, equals)).strip();
                if (param.startsWith("**")) {
                    b.varKeywords = b.names.size();
                    param = param.substring(2);
                } else if (param.startsWith("*")) {
                    b.varArgs = b.names.size();
                    keywordOnly = true;
                    param = param.substring(1);
                } else if (!keywordOnly) {
                    b.positional++;
                }
                b.names.add(Str.name(param));
                b.optional.add(equals >= 0);
                b.defaults.add(equals < 0 ? null : literal(part.substring(equals + 1).strip()));
            }
        }
        return new Signature(b, kind);
    }

    private static List<String> split(String params) {
        List<String> parts = new ArrayList<>();
        char quote = 0;
        int from = 0;
        for (int i = 0; i <= params.length(); i++) {
            if (i == params.length() || params.charAt(i) == ',' && quote == 0) {
                String part = params.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            } else {
                char c = params.charAt(i);
                if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
                    quote = quote == 0 ? c : 0;
                }
            }
        }
        return parts;
    }

    private static Object literal(String text) {
        return switch (text) {
            case "None" -> Singleton.NONE;
            case "True" -> Boolean.TRUE;
            case "False" -> Boolean.FALSE;
            case "<unrepresentable>" -> null;
            case "()" -> PyTuple.EMPTY;
            case "sys.maxsize" -> Long.MAX_VALUE;
            default -> {
                char c = text.charAt(0);
                if (c == '\'' || c == '"') {
                    yield Str.of(unescape(text.substring(1, text.length() - 1)));
                }
                if (c == 'b' && text.length() > 2) {
                    String content = unescape(text.substring(2, text.length() - 1));
                    yield new PyBytes(content.getBytes(StandardCharsets.ISO_8859_1));
                }
                if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0) {
                    yield Double.valueOf(text);
                }
                yield Long.valueOf(text);
            }
        };
    }

    private static String unescape(String s) {
        return s.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
    }

    /** The default of a parameter; null when it has none that Python can see. */
    public Object defaultOf(int parameter) {
        return defaults[parameter];
    }

    /** Whether the parameter may be left out. */
    public boolean isOptional(int parameter) {
        return optional[parameter];
    }

    /** The name as messages give it: that of the type where the type is called. */
    public String displayName() {
        return isConstructor() ? owner : name;
    }

    private boolean isConstructor() {
        return name.equals("__new__") || name.equals("__init__");
    }

    /** Of a method bound to a receiver, the owner is the receiver's type. */
    private String displayNameWithOwner(Object receiver) {
        if (special() || isConstructor() || owner.equals("builtins")) {
            return displayName();
        }
        if (receiver == null) {
            return owner + "." + name;
        }
        PyType type = receiver instanceof PyType t ? t : Types.of(receiver);
        return Str.java(type.qualifiedName()) + "." + name;
    }

    /** The position of a parameter as messages count it: from 1, without the receiver. */
    public int displayPosition(int parameter) {
        return parameter + 1 - receivers;
    }

    /** Whether arguments that were given by position need nothing but defaults at the end. */
    public boolean isDirect(int count, TruffleString[] keywords) {
        return keywords == null
                && count == size
                && varArgs < 0
                && varKeywords < 0
                && count <= positional;
    }

    /**
     * One value for each parameter.
     *
     * @param args as in {@link JavaCallable#call}
     * @throws PyException TypeError when the arguments do not fit
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object[] bind(Object[] args, TruffleString[] keywords) {
        return bind(args, keywords, null);
    }

    /**
     * As {@link #bind(Object[], TruffleString[])}.
     *
     * @param receiver what the method is bound to, also the first argument; null for none
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object[] bind(Object[] args, TruffleString[] keywords, Object receiver) {
        int keywordCount = keywords == null ? 0 : keywords.length;
        int given = args.length - keywordCount;
        Object[] bound = new Object[size];
        boolean[] seen = new boolean[size];
        int direct = Math.min(given, positional);
        System.arraycopy(args, 0, bound, 0, direct);
        for (int i = 0; i < direct; i++) {
            seen[i] = true;
        }
        if (given > positional && varArgs < 0) {
            throw tooMany(given, keywordCount, receiver);
        }
        checkTotal(given, keywordCount);
        if (varArgs >= 0) {
            Object[] rest = new Object[Math.max(0, given - positional)];
            System.arraycopy(args, direct, rest, 0, rest.length);
            bound[varArgs] = rest;
            seen[varArgs] = true;
        }
        if (varKeywords >= 0) {
            bound[varKeywords] = new PyDict();
            seen[varKeywords] = true;
        }
        boolean allKnown = true;
        for (int k = 0; k < keywordCount; k++) {
            allKnown &= bindKeyword(keywords[k], args[given + k], bound, seen, receiver);
        }
        for (int i = 0; i < size; i++) {
            if (!seen[i]) {
                if (!optional[i]) {
                    throw missing(i, given, keywordCount, receiver);
                }
                bound[i] = defaults[i];
            }
        }
        if (!allKnown) {
            refuse(keywords, given);
        }
        return bound;
    }

    /** Whether the keyword is that of a parameter without a value, or may be any. */
    private boolean bindKeyword(
            TruffleString keyword, Object value, Object[] bound, boolean[] seen, Object receiver) {
        int i = parameter(keyword);
        if (i >= 0) {
            if (seen[i]) {
                return false;
            }
            bound[i] = value;
            seen[i] = true;
            return true;
        }
        if (varKeywords >= 0) {
            ((PyDict) bound[varKeywords]).put(keyword, value);
            return true;
        }
        if (takesOnlyPositional()) {
            if (name.equals("__new__") && leavesKeywordsToInit(bound[0])) {
                return true;
            }
            throw takesNoKeywords(receiver);
        }
        return false;
    }

    /** The parameter that a keyword names, or -1. */
    private int parameter(TruffleString keyword) {
        for (int i = positionalOnly; i < size; i++) {
            if (i != varArgs && i != varKeywords && Str.equal(names[i], keyword)) {
                return i;
            }
        }
        return -1;
    }

    /** TypeError for the keyword that could not be bound. */
    private void refuse(TruffleString[] keywords, int given) {
        for (int k = 0; k < keywords.length; k++) {
            int i = parameter(keywords[k]);
            if (i >= 0 && i < Math.min(given, positional)) {
                throw Errors.typeError(
                        "argument for %s() given by name ('%s') and position (%d)",
                        displayName(), Str.java(keywords[k]), displayPosition(i));
            }
        }
        List<String> possible = new ArrayList<>();
        for (int i = positionalOnly; i < size; i++) {
            if (i != varArgs) {
                possible.add(Str.java(names[i]));
            }
        }
        for (TruffleString keyword : keywords) {
            if (parameter(keyword) < 0) {
                String nearest = Suggestions.closest(possible, Str.java(keyword));
                throw Errors.typeError(
                        nearest == null
                                ? "%s() got an unexpected keyword argument '%s'"
                                : "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?",
                        displayName(),
                        Str.java(keyword),
                        nearest);
            }
        }
        throw Errors.typeError("%s() got multiple values for a keyword argument", displayName());
    }

    /** TypeError when there are more arguments of both kinds than parameters. */
    private void checkTotal(int given, int keywordCount) {
        if (varKeywords >= 0 || takesOnlyPositional() || keywordCount == 0) {
            return;
        }
        int got = given - receivers;
        if (varArgs < 0) {
            int most = size - receivers;
            if (got + keywordCount > most) {
                throw Errors.typeError(
                        "%s() takes at most %d %sargument%s (%d given)",
                        displayName(),
                        most,
                        got == 0 ? "keyword " : "",
                        most == 1 ? "" : "s",
                        got + keywordCount);
            }
            return;
        }
        int most = size - 1 - positional;
        if (keywordCount > most && !name.equals("print")) {
            // CPython: print() is made by Argument Clinic, the others count by themselves.
            throw Errors.typeError(
                    "%s() takes at most %d keyword argument%s (%d given)",
                    displayName(), most, most == 1 ? "" : "s", keywordCount);
        }
    }

    private boolean special() {
        return !name.equals("__new__") && PyMethodDescriptor.isSpecial(owner, name);
    }

    /** The arity error of CPython's slot wrappers. */
    private PyException wrapperArity(int wanted, int got) {
        return Errors.typeError(
                "expected %d argument%s, got %d", wanted, wanted == 1 ? "" : "s", got);
    }

    private boolean isPower() {
        return name.equals("__pow__") || name.equals("__rpow__");
    }

    private PyException powerArity(int got) {
        return Errors.typeError("expected 1 or 2 arguments, got %d", got);
    }

    private boolean takesOnlyPositional() {
        return size == positionalOnly + (varArgs < 0 ? 0 : 1);
    }

    /** Whether a subclass defines {@code __init__}: that is what keywords are for then. */
    private static boolean leavesKeywordsToInit(Object cls) {
        if (!(cls instanceof PyType type) || !type.isHeapType()) {
            return false;
        }
        PyType definer = type.definingType(Str.name("__init__"));
        return definer != null && definer.isHeapType();
    }

    private PyException takesNoKeywords(Object receiver) {
        String shown = displayNameWithOwner(receiver);
        boolean wrapper = special() && !name.equals("__init__") && !name.equals("__call__");
        return Errors.typeError(
                "%s%s() takes no keyword arguments", wrapper ? "wrapper " : "", shown);
    }

    private PyException tooMany(int given, int keywordCount, Object receiver) {
        int wanted = positional - receivers;
        int got = given - receivers;
        boolean onlyPositional = positionalOnly == size - (varKeywords < 0 ? 0 : 1);
        if (onlyPositional && receivers == 1 && isPower()) {
            return powerArity(got);
        }
        if (onlyPositional && required == positional && receivers == 1 && special()) {
            return wrapperArity(wanted, got);
        }
        if (onlyPositional && required == positional && wanted <= 1 && !isConstructor()) {
            String shown = displayNameWithOwner(receiver);
            return wanted == 0
                    ? Errors.typeError("%s() takes no arguments (%d given)", shown, got)
                    : Errors.typeError("%s() takes exactly one argument (%d given)", shown, got);
        }
        boolean countsFirst = isConstructor() && (owner.equals("int") || owner.equals("str"));
        if (onlyPositional || countsFirst && keywordCount == 0) {
            return Errors.typeError(
                    "%s expected %s%d argument%s, got %d",
                    displayName(),
                    required == positional ? "" : "at most ",
                    wanted,
                    wanted == 1 ? "" : "s",
                    got);
        }
        if (wanted == 0) {
            return Errors.typeError("%s() takes no positional arguments", displayName());
        }
        return Errors.typeError(
                "%s() takes at most %d %sargument%s (%d given)",
                displayName(),
                wanted,
                positional < size ? "positional " : "",
                wanted == 1 ? "" : "s",
                got + (positional < size ? 0 : keywordCount));
    }

    private PyException missing(int parameter, int given, int keywordCount, Object receiver) {
        int got = given - receivers;
        if (parameter < receivers && name.equals("__new__")) {
            return Errors.typeError("%s.__new__(): not enough arguments", owner);
        }
        if (parameter < receivers) {
            return Errors.typeError(
                    name.equals("__new__")
                            ? "%s.%s(): not enough arguments"
                            : "unbound method %s.%s() needs an argument",
                    owner,
                    name);
        }
        if (positionalOnly == size) {
            int wanted = required - receivers;
            if (isPower()) {
                return powerArity(got);
            }
            if (required == positional && receivers == 1 && varArgs < 0 && special()) {
                return wrapperArity(wanted, got);
            }
            if (required == positional && wanted == 1 && varArgs < 0 && !isConstructor()) {
                String shown = displayNameWithOwner(receiver);
                return Errors.typeError("%s() takes exactly one argument (%d given)", shown, got);
            }
            return Errors.typeError(
                    "%s expected %s%d argument%s, got %d",
                    displayName(),
                    required == positional && varArgs < 0 ? "" : "at least ",
                    wanted,
                    wanted == 1 ? "" : "s",
                    got);
        }
        int first = Math.min(positionalOnly, required) - receivers;
        if (got < first) {
            return Errors.typeError(
                    "%s() takes %s %d positional argument%s (%d given)",
                    displayName(),
                    first < positional - receivers ? "at least" : "exactly",
                    first,
                    first == 1 ? "" : "s",
                    got);
        }
        return Errors.typeError(
                "%s() missing required argument '%s' (pos %d)",
                displayName(), Str.java(names[parameter]), displayPosition(parameter));
    }
}
