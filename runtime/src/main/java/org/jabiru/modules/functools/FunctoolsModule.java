package org.jabiru.modules.functools;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.module.PyModule;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;

/** The module {@code _functools}. */
@BuiltinModule("_functools")
public final class FunctoolsModule {
    private FunctoolsModule() {}

    /** Adds the types and the placeholder. */
    public static void initialize(PyModule module) {
        module.dict.put("partial", PartialType.TYPE);
        module.dict.put("Placeholder", Placeholder.INSTANCE);
        module.dict.put("_PlaceholderType", Placeholder.TYPE);
        module.dict.put("_lru_cache_wrapper", LruCache.TYPE);
    }

    @Builtin(
            value = "reduce(function, iterable, /, initial=<unrepresentable>)",
            doc = "Combines the items from left to right with a function of two arguments.")
    static Object reduce(Object function, Object iterable, Object initial) {
        Object iterator;
        try {
            iterator = Iteration.iter(iterable);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.TypeError)) {
                throw Errors.typeError("reduce() arg 2 must support iteration");
            }
            throw e;
        }
        Object result = initial;
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            result = result == null ? x : Call.call(function, result, x);
        }
        if (result == null) {
            throw Errors.typeError("reduce() of empty iterable with no initial value");
        }
        return result;
    }

    @Builtin(
            value = "cmp_to_key(mycmp)",
            doc = "A key function for sorting from a comparison function.")
    static Object cmpToKey(Object compare) {
        return new KeyWrapper(compare, null);
    }
}
