package org.jabiru.builtins.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.object.Errors;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** {@code callable(*args, **keywords)} for a dict of keyword arguments, which may be null. */
public final class CallWithDict {
    private CallWithDict() {}

    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object call(Object callable, Object[] args, PyDict keywords) {
        return Call.call(callable, append(args, keywords), names(keywords));
    }

    /** The names of keyword arguments, null for none. */
    public static TruffleString[] names(PyDict keywords) {
        if (keywords == null || keywords.size() == 0) {
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

    /** The arguments, then the values of keyword arguments. */
    public static Object[] append(Object[] args, PyDict keywords) {
        if (keywords == null || keywords.size() == 0) {
            return args;
        }
        Object[] all = Arrays.copyOf(args, args.length + keywords.size());
        int n = args.length;
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            all[n++] = keywords.valueAt(i);
        }
        return all;
    }
}
