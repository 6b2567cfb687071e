package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Str;

/** Binds the arguments of a call to the parameters of a function (Expressions, Calls). */
public final class ArgumentBinding {
    private ArgumentBinding() {}

    /**
     * The arguments for the frame of a call.
     *
     * @param args from {@code offset} on: positional arguments, then the values of keyword
     *     arguments
     * @param keywords their names, or null
     * @throws PyException TypeError when they do not fit
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object[] bind(
            PyFunction function, PyCode code, Object[] args, int offset, TruffleString[] keywords) {
        int keywordCount = keywords == null ? 0 : keywords.length;
        int given = args.length - offset - keywordCount;
        int positional = code.argumentCount;
        int named = positional + code.keywordOnlyCount;
        Object[] bound = frameArguments(function, code);
        int direct = Math.min(given, positional);
        System.arraycopy(args, offset, bound, 1, direct);
        int next = named + 1;
        boolean varArgs = code.has(PyCode.CO_VARARGS);
        if (varArgs) {
            Object[] rest = new Object[Math.max(0, given - positional)];
            System.arraycopy(args, offset + direct, rest, 0, rest.length);
            bound[next++] = PyTuple.of(rest);
        }
        PyDict others = null;
        if (code.has(PyCode.CO_VARKEYWORDS)) {
            others = new PyDict();
            bound[next] = others;
        }
        for (int k = 0; k < keywordCount; k++) {
            bindKeyword(
                    function, code, keywords, k, args[offset + given + k], bound, others, named);
        }
        if (given > positional && !varArgs) {
            throw tooMany(function, code, given, bound);
        }
        fillDefaults(function, code, given, bound);
        return bound;
    }

    /** An array for the frame of a call with room for all parameters. */
    static Object[] frameArguments(PyFunction function, PyCode code) {
        boolean isBody = !code.has(PyCode.CO_OPTIMIZED) && code.parameterCount() == 0;
        int parameters = isBody ? 1 : code.parameterCount();
        Object[] bound = new Object[1 + parameters + (code.isSuspendable() ? 1 : 0)];
        bound[0] = function;
        if (isBody) {
            bound[1] = function.globals; // The body of a module, called as a function.
        }
        return bound;
    }

    private static void bindKeyword(
            PyFunction function,
            PyCode code,
            TruffleString[] keywords,
            int k,
            Object value,
            Object[] bound,
            PyDict others,
            int named) {
        TruffleString keyword = keywords[k];
        int parameter = find(code, keyword, code.positionalOnlyCount, named);
        if (parameter < 0) {
            if (others != null) {
                others.put(keyword, value);
                return;
            }
            throw unexpected(function, code, keywords, keyword);
        }
        if (bound[parameter + 1] != null) {
            throw Errors.typeError(
                    "%s() got multiple values for argument '%s'",
                    name(function), Str.java(keyword));
        }
        bound[parameter + 1] = value;
    }

    private static int find(PyCode code, TruffleString keyword, int from, int to) {
        for (int i = from; i < to; i++) {
            if (code.variableNames[i] == keyword) {
                return i;
            }
        }
        for (int i = from; i < to; i++) {
            if (Str.equal(code.variableNames[i], keyword)) {
                return i;
            }
        }
        return -1;
    }

    private static void fillDefaults(PyFunction function, PyCode code, int given, Object[] bound) {
        int positional = code.argumentCount;
        int firstDefault = positional - function.defaults.length;
        int missing = 0;
        for (int i = given; i < positional; i++) {
            if (bound[i + 1] == null) {
                if (i >= firstDefault) {
                    bound[i + 1] = function.defaults[i - firstDefault];
                } else {
                    missing++;
                }
            }
        }
        if (missing > 0) {
            throw missing(function, code, bound, 0, positional, "positional");
        }
        int named = positional + code.keywordOnlyCount;
        for (int i = positional; i < named; i++) {
            if (bound[i + 1] == null) {
                if (function.keywordDefaults != null) {
                    bound[i + 1] = function.keywordDefaults.get(code.variableNames[i]);
                }
                if (bound[i + 1] == null) {
                    missing++;
                }
            }
        }
        if (missing > 0) {
            throw missing(function, code, bound, positional, named, "keyword-only");
        }
    }

    private static String name(PyFunction function) {
        return Str.java(function.qualifiedName);
    }

    private static PyException missing(
            PyFunction function, PyCode code, Object[] bound, int from, int to, String kind) {
        List<String> names = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (bound[i + 1] == null) {
                names.add("'" + Str.java(code.variableNames[i]) + "'");
            }
        }
        int n = names.size();
        String listed =
                switch (n) {
                    case 1 -> names.get(0);
                    case 2 -> names.get(0) + " and " + names.get(1);
                    default ->
                            String.join(", ", names.subList(0, n - 1))
                                    + ", and "
                                    + names.get(n - 1);
                };
        return Errors.typeError(
                "%s() missing %d required %s argument%s: %s",
                name(function), n, kind, n == 1 ? "" : "s", listed);
    }

    private static PyException tooMany(
            PyFunction function, PyCode code, int given, Object[] bound) {
        int positional = code.argumentCount;
        int keywordOnlyGiven = 0;
        for (int i = 0; i < code.keywordOnlyCount; i++) {
            if (bound[positional + i + 1] != null) {
                keywordOnlyGiven++;
            }
        }
        int defaults = function.defaults.length;
        boolean plural = defaults > 0 || positional != 1;
        String takes =
                defaults > 0
                        ? "from " + (positional - defaults) + " to " + positional
                        : Integer.toString(positional);
        String also =
                keywordOnlyGiven == 0
                        ? ""
                        : " positional argument"
                                + (given == 1 ? "" : "s")
                                + " (and "
                                + keywordOnlyGiven
                                + " keyword-only argument"
                                + (keywordOnlyGiven == 1 ? "" : "s")
                                + ")";
        return Errors.typeError(
                "%s() takes %s positional argument%s but %d%s %s given",
                name(function),
                takes,
                plural ? "s" : "",
                given,
                also,
                given == 1 && keywordOnlyGiven == 0 ? "was" : "were");
    }

    private static PyException unexpected(
            PyFunction function, PyCode code, TruffleString[] keywords, TruffleString keyword) {
        List<String> positionalOnly = new ArrayList<>();
        for (int i = 0; i < code.positionalOnlyCount; i++) {
            for (TruffleString k : keywords) {
                if (Str.equal(k, code.variableNames[i])) {
                    positionalOnly.add(Str.java(k));
                }
            }
        }
        if (!positionalOnly.isEmpty()) {
            return Errors.typeError(
                    "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                    name(function), String.join(", ", positionalOnly));
        }
        List<String> possible = new ArrayList<>();
        for (int i = code.positionalOnlyCount;
                i < code.argumentCount + code.keywordOnlyCount;
                i++) {
            possible.add(Str.java(code.variableNames[i]));
        }
        String suggestion = Suggestions.closest(possible, Str.java(keyword));
        return Errors.typeError(
                suggestion == null
                        ? "%s() got an unexpected keyword argument '%s'"
                        : "%s() got an unexpected keyword argument '%s'. Did you mean '%s'?",
                name(function),
                Str.java(keyword),
                suggestion);
    }
}
