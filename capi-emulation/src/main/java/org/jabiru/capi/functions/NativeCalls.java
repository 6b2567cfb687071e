package org.jabiru.capi.functions;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.Crossing;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyType;

/**
 * Calls of C functions by their calling convention (C-API manual, Common Object Structures). Each
 * lends its arguments to C, checks the result, and gives the references back.
 */
public final class NativeCalls {
    private final CapiContext context;
    private final Crossing crossing;
    private final NativeState state;
    private final KeywordNames keywordNames;
    private final ArgumentStacks arguments;

    public NativeCalls(CapiContext context) {
        this.context = context;
        this.crossing = context.crossing;
        this.state = context.state;
        this.arguments = new ArgumentStacks(state);
        this.keywordNames = new KeywordNames(crossing, context.state.functions);
    }

    /** The result of a call, consuming its reference; throws the exception when it is NULL. */
    public Object result(long p, Object callee) {
        if (p == 0) {
            throw context.errors.failure(callee);
        }
        return crossing.stolen(p);
    }

    /** A C function of up to three objects, 0 for NULL. */
    public interface ObjectFunction {
        long call(long a, long b, long c);
    }

    /** Calls C with objects lent to it for the call; null is NULL. */
    public long lending(Object a, Object b, Object c, ObjectFunction function) {
        long x = lend(a);
        long y = lend(b);
        long z = lend(c);
        context.boundary.enter();
        try {
            return function.call(x, y, z);
        } finally {
            context.boundary.leave();
            takeBack(c, z);
            takeBack(b, y);
            takeBack(a, x);
        }
    }

    /** Calls C with an object and, lent as well, arguments: a tuple, and a dict or NULL. */
    public long lendingArguments(
            Object a, Object[] args, int from, TruffleString[] keywords, ObjectFunction function) {
        int n = args.length - from - (keywords == null ? 0 : keywords.length);
        long x = lend(a);
        long tuple = crossing.lendTuple(args, from, n);
        PyDict dict = keywords == null ? null : dict(args, keywords);
        long d = lend(dict);
        context.boundary.enter();
        try {
            return function.call(x, tuple, d);
        } finally {
            context.boundary.leave();
            takeBack(dict, d);
            crossing.takeBackTuple(args, from, n, tuple);
            takeBack(a, x);
        }
    }

    /** {@code METH_NOARGS}. */
    public Object noArguments(long function, Object self, Object callee) {
        long s = lend(self);
        context.boundary.enter();
        long r;
        try {
            r = state.functions.jabiru_call_noargs(function, s);
        } finally {
            context.boundary.leave();
        }
        takeBack(self, s);
        return result(r, callee);
    }

    /** {@code METH_O}. */
    public Object oneArgument(long function, Object self, Object argument, Object callee) {
        long s = lend(self);
        long a = crossing.lend(argument);
        context.boundary.enter();
        long r;
        try {
            r = state.functions.jabiru_call_args(function, s, a);
        } finally {
            context.boundary.leave();
        }
        crossing.takeBack(argument, a);
        takeBack(self, s);
        return result(r, callee);
    }

    /** {@code METH_FASTCALL}. */
    public Object fast(long function, Object self, Object[] args, int from, Object callee) {
        int n = args.length - from;
        long s = lend(self);
        long array = lend(args, from);
        context.boundary.enter();
        long r;
        try {
            r = state.functions.jabiru_call_fast(function, s, array, n);
        } finally {
            context.boundary.leave();
        }
        takeBack(args, from, array);
        takeBack(self, s);
        return result(r, callee);
    }

    /** {@code tp_vectorcall} of a type. */
    public JavaCallable vectorcall(long function, PyType type) {
        return (args, keywords) -> fastKeywords(function, type, null, args, 0, keywords, type);
    }

    /** {@code METH_FASTCALL | METH_KEYWORDS}, with {@code METH_METHOD} when cls is not null. */
    public Object fastKeywords(
            long function,
            Object self,
            Object cls,
            Object[] args,
            int from,
            TruffleString[] keywords,
            Object callee) {
        int n = args.length - from;
        int positional = n - (keywords == null ? 0 : keywords.length);
        long s = lend(self);
        long c = lend(cls);
        long names = keywords == null ? 0 : keywordNames.of(keywords);
        long array = lend(args, from);
        context.boundary.enter();
        long r;
        try {
            r =
                    cls == null
                            ? state.functions.jabiru_call_fast_keywords(
                                    function, s, array, positional, names)
                            : state.functions.jabiru_call_method(
                                    function, s, c, array, positional, names);
        } finally {
            context.boundary.leave();
        }
        takeBack(args, from, array);
        if (names != 0) {
            crossing.release(names);
        }
        takeBack(cls, c);
        takeBack(self, s);
        return result(r, callee);
    }

    /** {@code METH_VARARGS}, with {@code METH_KEYWORDS}: a tuple and a dict (or NULL). */
    public Object varArguments(
            long function,
            Object self,
            Object[] args,
            int from,
            TruffleString[] keywords,
            boolean takesKeywords,
            Object callee) {
        int n = args.length - from - (keywords == null ? 0 : keywords.length);
        long s = lend(self);
        long tuple = crossing.lendTuple(args, from, n);
        PyDict dict = keywords == null ? null : dict(args, keywords);
        long d = lend(dict);
        context.boundary.enter();
        long r;
        try {
            r =
                    takesKeywords
                            ? state.functions.jabiru_call_keywords(function, s, tuple, d)
                            : state.functions.jabiru_call_args(function, s, tuple);
        } finally {
            context.boundary.leave();
        }
        takeBack(dict, d);
        crossing.takeBackTuple(args, from, n, tuple);
        takeBack(self, s);
        return result(r, callee);
    }

    /** The keyword arguments of a vectorcall as a dict. */
    public static PyDict dict(Object[] args, TruffleString[] keywords) {
        PyDict d = new PyDict();
        for (int i = 0; i < keywords.length; i++) {
            d.put(keywords[i], args[args.length - keywords.length + i]);
        }
        return d;
    }

    private long lend(Object o) {
        return o == null ? 0 : crossing.lend(o);
    }

    private void takeBack(Object o, long p) {
        if (p != 0) {
            crossing.takeBack(o, p);
        }
    }

    /**
     * Writes arguments to the argument stack; vectorcall allows the callee to use the slot before.
     */
    private long lend(Object[] args, int from) {
        int n = args.length - from;
        long array = arguments.mine().push(n + 1) + 8;
        for (int i = 0; i < n; i++) {
            Memory.putLong(array + 8L * i, crossing.lend(args[from + i]));
        }
        return array;
    }

    private void takeBack(Object[] args, int from, long array) {
        int n = args.length - from;
        for (int i = 0; i < n; i++) {
            crossing.takeBack(args[from + i], Memory.getLong(array + 8L * i));
        }
        arguments.mine().pop(n + 1);
    }

    /** TypeError for arguments that a convention does not take. */
    static RuntimeException wrongCount(String name, String takes, int given) {
        return Errors.typeError("%s() takes %s (%d given)", name, takes, given);
    }
}
