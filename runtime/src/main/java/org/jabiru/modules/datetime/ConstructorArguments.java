package org.jabiru.modules.datetime;

import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.KeywordArguments;
import org.jabiru.protocol.Numbers;

/**
 * The arguments of the constructors, which take a pickled state too and so bind the others
 * themselves (with the messages of C's PyArg_ParseTupleAndKeywords).
 */
final class ConstructorArguments {
    private final String function;
    private final int required;
    private final int positional;
    private final String[] names;

    /**
     * @param function the name in messages; null for none
     */
    ConstructorArguments(String function, int required, int positional, String... names) {
        this.function = function;
        this.required = required;
        this.positional = positional;
        this.names = names;
    }

    /** The value of each parameter; null for one that was left out. */
    Object[] bind(Object[] args, PyDict keywords) {
        TruffleString[] given = keywords == null ? null : KeywordArguments.names(keywords);
        int more = given == null ? 0 : given.length;
        String shown = function == null ? "function" : function + "()";
        if (args.length + more > names.length) {
            throw Errors.typeError(
                    "%s takes at most %d %sargument%s (%d given)",
                    shown,
                    names.length,
                    args.length == 0 ? "keyword " : "",
                    names.length == 1 ? "" : "s",
                    args.length + more);
        }
        if (args.length > positional) {
            throw Errors.typeError(
                    "%s takes at most %d positional arguments (%d given)",
                    shown, positional, args.length);
        }
        Object[] out = Arrays.copyOf(args, names.length);
        String unknown = null;
        for (int i = 0; i < more; i++) {
            String name = Str.java(given[i]);
            int at = Arrays.asList(names).indexOf(name);
            if (at < 0) {
                unknown = unknown == null ? name : unknown;
            } else if (at < args.length) {
                throw Errors.typeError(
                        "argument for %s given by name ('%s') and position (%d)",
                        shown, name, at + 1);
            } else {
                out[at] = keywords.get(given[i]);
            }
        }
        for (int i = args.length; i < required; i++) {
            if (out[i] == null) {
                throw Errors.typeError(
                        "%s missing required argument '%s' (pos %d)", shown, names[i], i + 1);
            }
        }
        if (unknown != null) {
            throw Errors.typeError(
                    "%s got an unexpected keyword argument '%s'",
                    function == null ? "this function" : shown, unknown);
        }
        return out;
    }

    /** A C int; OverflowError. */
    static int toInt(Object value) {
        Object i = Numbers.index(value);
        if (i instanceof BigInteger) {
            throw Errors.overflowError("Python int too large to convert to C long");
        }
        long l = (Long) i;
        if ((int) l != l) {
            throw Errors.overflowError(
                    l > 0
                            ? "signed integer is greater than maximum"
                            : "signed integer is less than minimum");
        }
        return (int) l;
    }

    /** As {@link #toInt}, with a value for what was left out. */
    static int toInt(Object value, int absent) {
        return value == null ? absent : toInt(value);
    }
}
