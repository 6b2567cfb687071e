package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.code.PyCode;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Str;

/** Where the arguments of a call with certain keywords go in the frame of a certain code. */
final class KeywordPlan {
    private static final int FROM_DEFAULTS = 1 << 20;
    private static final int EMPTY_TUPLE = -1;
    private static final int EMPTY_DICT = -2;

    /** For each slot of the frame: an index into the arguments, or into the defaults. */
    @CompilationFinal(dimensions = 1)
    private final int[] sources;

    /** The least number of defaults that the function must have. */
    final int defaultsNeeded;

    private KeywordPlan(int[] sources, int defaultsNeeded) {
        this.sources = sources;
        this.defaultsNeeded = defaultsNeeded;
    }

    /** Null when the call is an error, or not of the common kind. */
    @TruffleBoundary
    static KeywordPlan ofOrNull(PyCode code, int given, TruffleString[] keywords) {
        if (code.isSuspendable() || given > code.argumentCount) {
            return null;
        }
        int named = code.argumentCount + code.keywordOnlyCount;
        int[] sources = new int[code.parameterCount()];
        Arrays.fill(sources, Integer.MIN_VALUE);
        for (int i = 0; i < given; i++) {
            sources[i] = i + 1;
        }
        for (int k = 0; k < keywords.length; k++) {
            int at = -1;
            for (int i = code.positionalOnlyCount; i < named; i++) {
                if (Str.equal(code.variableNames[i], keywords[k])) {
                    at = i;
                }
            }
            if (at < 0 || sources[at] != Integer.MIN_VALUE) {
                return null;
            }
            sources[at] = given + 1 + k;
        }
        int needed = 0;
        for (int i = 0; i < named; i++) {
            if (sources[i] == Integer.MIN_VALUE) {
                if (i >= code.argumentCount) {
                    return null;
                }
                int fromEnd = code.argumentCount - i;
                sources[i] = FROM_DEFAULTS + fromEnd;
                needed = Math.max(needed, fromEnd);
            }
        }
        int next = named;
        if (code.has(PyCode.CO_VARARGS)) {
            sources[next++] = EMPTY_TUPLE;
        }
        if (code.has(PyCode.CO_VARKEYWORDS)) {
            sources[next] = EMPTY_DICT;
        }
        return new KeywordPlan(sources, needed);
    }

    /** The frame's arguments. */
    @ExplodeLoop
    Object[] bind(PyFunction f, Object[] args) {
        Object[] bound = new Object[sources.length + 1];
        bound[0] = f;
        for (int i = 0; i < sources.length; i++) {
            int source = sources[i];
            bound[i + 1] =
                    source >= FROM_DEFAULTS
                            ? f.defaults[f.defaults.length - (source - FROM_DEFAULTS)]
                            : source == EMPTY_TUPLE
                                    ? PyTuple.EMPTY
                                    : source == EMPTY_DICT ? new PyDict() : args[source];
        }
        return bound;
    }
}
