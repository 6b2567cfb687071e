package org.jabiru.capi.functions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.PythonContext;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/** Calls whose arguments come as C has them. */
public final class Calls {
    private Calls() {}

    /** Calls with positional arguments and a dict of keywords, which may be null. */
    public static Object withDict(Object callable, Object[] args, PyDict keywords) {
        if (keywords == null || keywords.size() == 0) {
            return Call.call(callable, args, JavaCallable.NO_KEYWORDS);
        }
        Object[] all = new Object[args.length + keywords.size()];
        System.arraycopy(args, 0, all, 0, args.length);
        TruffleString[] names = new TruffleString[keywords.size()];
        int n = 0;
        for (int i = keywords.first(); i >= 0; i = keywords.next(i)) {
            names[n] = Str.valueOrNull(keywords.keyAt(i));
            if (names[n] == null) {
                throw Errors.typeError("keywords must be strings");
            }
            all[args.length + n] = keywords.valueAt(i);
            n++;
        }
        return Call.call(callable, all, names);
    }

    /** What pickle needs to find a bound method again. */
    public static Object bindingForPickle(Object self, String name) {
        Object getattr = PythonContext.get().builtins.dict.get("getattr");
        return PyTuple.of(getattr, PyTuple.of(self, Str.of(name)));
    }
}
