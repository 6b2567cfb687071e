package org.jabiru.modules.functools;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.math.BigInteger;
import java.util.Arrays;
import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.PyMethod;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.HashKey;
import org.jabiru.protocol.Hashing;
import org.jabiru.protocol.KeywordArguments;
import org.jabiru.protocol.Numbers;

/** A function with a cache of its results, as {@code functools.lru_cache} makes it. */
@BuiltinType(value = "_lru_cache_wrapper", signature = "none")
public final class LruCache extends PyObject implements JavaCallable, Descriptor {
    public static final PyType TYPE =
            PyType.builtin("functools._lru_cache_wrapper", LruCacheTable::new, null)
                    .withInstanceDict()
                    .withWeakReferences()
                    .sealed()
                    .madeAtRunTime();

    private static final int UNLIMITED = -1;

    /** Stands between positional and keyword arguments in a key. */
    private static final PyObject KEYWORD_MARK = new PyObject(ObjectType.TYPE);

    private final Object function;
    private final int maxSize;
    private final boolean typed;
    private final Object infoType;

    /** Results by key, the one that was used last at the end. */
    private final PyDict results = new PyDict();

    private long hits;
    private long misses;

    private LruCache(Object function, int maxSize, boolean typed, Object infoType) {
        super(TYPE);
        this.function = function;
        this.maxSize = maxSize;
        this.typed = typed;
        this.infoType = infoType;
    }

    @Builtin(
            value = "__new__(cls, user_function, maxsize, typed, cache_info_type)",
            kind = BuiltinKind.NEW)
    static Object newInstance(
            PyType cls, Object function, Object maxSize, boolean typed, Object infoType) {
        if (!Call.isCallable(function)) {
            throw Errors.typeError("the first argument must be callable");
        }
        int limit = UNLIMITED;
        if (maxSize != Singleton.NONE) {
            if (!Numbers.isIndex(maxSize)) {
                throw Errors.typeError("maxsize should be integer or None");
            }
            limit = (int) Math.min(Math.max(Numbers.clampedIndex(maxSize), 0), Integer.MAX_VALUE);
        }
        return new LruCache(function, limit, typed, infoType);
    }

    @Override
    @TruffleBoundary(transferToInterpreterOnException = false)
    public Object call(Object[] args, TruffleString[] keywords) {
        if (maxSize == 0) {
            misses++;
            return Call.call(function, args, keywords);
        }
        Object key = key(args, keywords);
        long hash = key instanceof PyTuple ? Hashing.hash(key) : HashKey.ofKey(key);
        int position = results.find(key, hash);
        if (position >= 0) {
            hits++;
            Object result = results.valueAt(position);
            if (maxSize != UNLIMITED) {
                results.moveToEnd(position);
            }
            return result;
        }
        misses++;
        Object result = Call.call(function, args, keywords);
        if (maxSize == UNLIMITED) {
            results.put(key, hash, result);
        } else if (results.find(key, hash) < 0) {
            // The call itself may have cached the same key already.
            if (results.size() >= maxSize) {
                results.removeAt(results.first());
            }
            results.put(key, hash, result);
        }
        return result;
    }

    private Object key(Object[] args, TruffleString[] keywords) {
        if (!typed
                && keywords == null
                && args.length == 1
                && (args[0] instanceof Long
                        || args[0] instanceof TruffleString
                        || args[0] instanceof BigInteger)) {
            return args[0];
        }
        int named = keywords == null ? 0 : keywords.length;
        int positional = args.length - named;
        int size = positional + (named > 0 ? 1 + 2 * named : 0);
        Object[] key = Arrays.copyOf(args, typed ? size + args.length : size);
        int at = positional;
        if (named > 0) {
            key[at++] = KEYWORD_MARK;
            for (int i = 0; i < named; i++) {
                key[at++] = keywords[i];
                key[at++] = args[positional + i];
            }
        }
        if (typed) {
            for (Object a : args) {
                key[at++] = Types.of(a);
            }
        }
        return new PyTuple(key);
    }

    @Override
    public Object get(Object instance, PyType owner) {
        return instance == null ? this : new PyMethod(this, instance);
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(LruCache self, Object[] args, PyDict keywords) {
        return self.call(KeywordArguments.values(args, keywords), KeywordArguments.names(keywords));
    }

    @Builtin("__get__(self, instance, owner=None, /)")
    static Object get(LruCache self, Object instance, Object owner) {
        return instance == Singleton.NONE ? self : new PyMethod(self, instance);
    }

    @Builtin(value = "cache_info(self, /)", doc = "How often results were found in the cache.")
    static Object cacheInfo(LruCache self) {
        return Call.call(
                self.infoType,
                self.hits,
                self.misses,
                self.maxSize == UNLIMITED ? Singleton.NONE : (Object) (long) self.maxSize,
                (long) self.results.size());
    }

    @Builtin(value = "cache_clear(self, /)", doc = "Forgets all results and counts.")
    static void cacheClear(LruCache self) {
        self.hits = 0;
        self.misses = 0;
        self.results.clear();
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(LruCache self) {
        return Attributes.get(self, "__qualname__");
    }

    @Builtin("__copy__(self, /)")
    static Object copy(LruCache self) {
        return self;
    }

    @Builtin("__deepcopy__(self, memo, /)")
    static Object deepCopy(LruCache self, Object memo) {
        return self;
    }
}
