package org.jabiru.protocol;

import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;

/** Calls with the keyword arguments in a dict. */
public final class KeywordArguments {
    private KeywordArguments() {}

    /** {@code callable(*args, **keywords)}. */
    public static Object call(Object callable, Object[] args, PyDict keywords) {
        if (keywords == null || keywords.size() == 0) {
            return Call.call(callable, args, null);
        }
        return Call.call(callable, values(args, keywords), names(keywords));
    }

    /** The names, in order; null for none. */
    public static TruffleString[] names(PyDict keywords) {
        if (keywords.size() == 0) {
            return null;
        }
        TruffleString[] names = new TruffleString[keywords.size()];
        int n = 0;
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            TruffleString name = Str.valueOrNull(keywords.keyAt(i));
            if (name == null) {
                throw Errors.typeError("keywords must be strings");
            }
            names[n++] = name;
        }
        return names;
    }

    /** The positional arguments, then the values. */
    public static Object[] values(Object[] args, PyDict keywords) {
        Object[] all = Arrays.copyOf(args, args.length + keywords.size());
        int n = args.length;
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            all[n++] = keywords.valueAt(i);
        }
        return all;
    }
}
