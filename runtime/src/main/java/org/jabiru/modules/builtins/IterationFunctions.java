package org.jabiru.modules.builtins;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.builtins.iterator.PyCallableIterator;
import org.jabiru.builtins.list.ListSort;
import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinModule;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaIterator;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Truth;

/** Functions of iterables. */
@BuiltinModule("builtins")
final class IterationFunctions {
    private IterationFunctions() {}

    @Builtin(
            value = "all(iterable, /)",
            doc = "Return True if bool(x) is True for all values x in the iterable.")
    static boolean all(Object iterable) {
        Object iterator = Iteration.iter(iterable);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (!Truth.isTrue(x)) {
                return false;
            }
        }
        return true;
    }

    @Builtin(
            value = "any(iterable, /)",
            doc = "Return True if bool(x) is True for any x in the iterable.")
    static boolean any(Object iterable) {
        Object iterator = Iteration.iter(iterable);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (Truth.isTrue(x)) {
                return true;
            }
        }
        return false;
    }

    @Builtin(
            value = "iter(object, sentinel=<unrepresentable>, /)",
            shown = "none",
            doc =
                    "Get an iterator from an object: from an iterable, or from a function that is\n"
                            + "called until it returns the sentinel.")
    static Object iter(Object o, Object sentinel) {
        if (sentinel == null) {
            return Iteration.iter(o);
        }
        if (Types.of(o).special().call == null) {
            throw Errors.typeError("iter(v, w): v must be callable");
        }
        return new PyCallableIterator(o, sentinel);
    }

    @Builtin(
            value = "next(iterator, default=<unrepresentable>, /)",
            shown = "none",
            doc =
                    "Return the next item from the iterator. If default is given, it is returned\n"
                            + "instead of raising StopIteration at the end.")
    static Object next(Object iterator, Object fallback) {
        Object method = Types.of(iterator).special().next;
        if (method == null && !(iterator instanceof JavaIterator)) {
            throw Errors.typeError("'%s' object is not an iterator", Types.of(iterator).name());
        }
        if (fallback == null && method != null) {
            return Call.callUnbound(method, iterator, new Object[0], null);
        }
        Object item = Iteration.next(iterator);
        if (item != null) {
            return item;
        }
        if (fallback == null) {
            throw Errors.stopIteration(Singleton.NONE);
        }
        return fallback;
    }

    @Builtin(
            value = "aiter(async_iterable, /)",
            doc = "Return an AsyncIterator for an AsyncIterable object.")
    static Object asyncIter(Object iterable) {
        Object iterator = Call.specialOrNull(iterable, "__aiter__");
        if (iterator == null) {
            throw Errors.typeError(
                    "'%s' object is not an async iterable", Types.of(iterable).name());
        }
        if (Types.of(iterator).lookup("__anext__") == null) {
            throw Errors.typeError(
                    "aiter() returned not an async iterator of type '%s'",
                    Types.of(iterator).name());
        }
        return iterator;
    }

    @Builtin(
            value = "anext(aiterator, default=<unrepresentable>, /)",
            doc = "Return the next item from the async iterator.")
    static Object asyncNext(Object iterator, Object fallback) {
        Object awaitable = Call.specialOrNull(iterator, "__anext__");
        if (awaitable == null) {
            throw Errors.typeError(
                    "'%s' object is not an async iterator", Types.of(iterator).name());
        }
        return fallback == null ? awaitable : new PyAnextAwaitable(awaitable, fallback);
    }

    @Builtin(
            value = "sorted(*args, **kwargs)",
            shown = "(iterable, /, *, key=None, reverse=False)",
            doc =
                    "Return a new list containing all items from the iterable in ascending"
                            + " order.")
    static Object sorted(Object[] args, PyDict keywords) {
        if (args.length != 1) {
            throw Errors.typeError("sorted expected 1 argument, got %d", args.length);
        }
        PyList list = new PyList(Iteration.toArray(args[0]));
        if (keywords.size() == 0) {
            ListSort.sort(list, null, false);
        } else {
            // It is sort() that knows the keywords, also in messages.
            CallWithDict.call(Attributes.get(list, "sort"), new Object[0], keywords);
        }
        return list;
    }

    @Builtin(
            value = "min(*args, key=None, default=<unrepresentable>)",
            shown = "none",
            doc = "The smallest item of an iterable, or the smallest of two or more arguments.")
    static Object min(Object[] args, Object key, Object fallback) {
        return Extremum.find("min", args, key, fallback);
    }

    @Builtin(
            value = "max(*args, key=None, default=<unrepresentable>)",
            shown = "none",
            doc =
                    "max(iterable, *[, default=obj, key=func]) -> value\n"
                            + "max(arg1, arg2, *args, *[, key=func]) -> value\n\n"
                            + "The biggest item of an iterable, or the largest of two or more"
                            + " arguments.")
    static Object max(Object[] args, Object key, Object fallback) {
        return Extremum.find("max", args, key, fallback);
    }
}
