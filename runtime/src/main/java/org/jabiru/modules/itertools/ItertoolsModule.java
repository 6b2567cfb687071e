package org.jabiru.modules.itertools;

import org.jabiru.builtins.module.PyModule;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** The module {@code itertools}. */
@BuiltinModule("itertools")
public final class ItertoolsModule {
    private ItertoolsModule() {}

    /** Adds the types. */
    public static void initialize(PyModule module) {
        PyType[] types = {
            Accumulate.TYPE,
            Batched.TYPE,
            Chain.TYPE,
            Combinations.TYPE,
            CombinationsWithReplacement.TYPE,
            Compress.TYPE,
            Count.TYPE,
            Cycle.TYPE,
            DropWhile.TYPE,
            FilterFalse.TYPE,
            GroupBy.TYPE,
            Grouper.TYPE,
            Pairwise.TYPE,
            Permutations.TYPE,
            Product.TYPE,
            Repeat.TYPE,
            Slice.TYPE,
            StarMap.TYPE,
            TakeWhile.TYPE,
            Tee.TYPE,
            TeeData.TYPE,
            ZipLongest.TYPE,
        };
        for (PyType type : types) {
            module.dict.put(Str.of(type.shortName()), type);
        }
    }

    @Builtin(value = "tee(iterable, n=2, /)", doc = "A tuple of n independent iterators.")
    static Object tee(Object iterable, long n) {
        if (n < 0) {
            throw Errors.valueError("n must be >= 0");
        }
        if (n == 0) {
            return PyTuple.EMPTY;
        }
        Object[] out = new Object[(int) Math.min(n, Integer.MAX_VALUE - 8)];
        Tee first = Tee.of(iterable);
        out[0] = first;
        for (int i = 1; i < out.length; i++) {
            out[i] = first.copy();
        }
        return new PyTuple(out);
    }
}
