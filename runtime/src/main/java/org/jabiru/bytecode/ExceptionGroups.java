package org.jabiru.bytecode;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.exceptions.PyBaseException;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;

/** {@code except*} (PEP 654). */
public final class ExceptionGroups {
    private ExceptionGroups() {}

    /** TypeError unless the type, or tuple of types, may stand behind {@code except*}. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static void check(Object type) {
        Object[] types = type instanceof PyTuple t ? t.items : new Object[] {type};
        for (Object t : types) {
            if (!Raising.isExceptionType(t)) {
                throw Raising.notException();
            }
        }
        for (Object t : types) {
            if (((PyType) t).isSubtype(ExceptionTypes.BaseExceptionGroup)) {
                throw Errors.typeError(
                        "catching ExceptionGroup with except* is not allowed. Use except"
                                + " instead.");
            }
        }
    }

    /** Whether a part that {@link #split} gave is a new group around a plain exception. */
    static boolean isWrapped(Object exception, Object part) {
        return part instanceof PyBaseException
                && part != exception
                && !((PyBaseException) exception)
                        .type()
                        .isSubtype(ExceptionTypes.BaseExceptionGroup);
    }

    /** The part that matches and the rest, None for none; a plain exception matches as a group. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    static Object[] split(Object exception, Object type) {
        if (exception == Singleton.NONE) {
            return new Object[] {Singleton.NONE, Singleton.NONE};
        }
        PyBaseException e = (PyBaseException) exception;
        if (Raising.matches(e, type)) {
            if (e.type().isSubtype(ExceptionTypes.BaseExceptionGroup)) {
                return new Object[] {e, Singleton.NONE};
            }
            Object group = Call.call(ExceptionTypes.BaseExceptionGroup, Str.EMPTY, PyTuple.of(e));
            return new Object[] {group, Singleton.NONE};
        }
        if (!e.type().isSubtype(ExceptionTypes.BaseExceptionGroup)) {
            return new Object[] {Singleton.NONE, e};
        }
        Object pair = Call.method(e, "split", type);
        if (!(pair instanceof PyTuple t)) {
            throw Errors.typeError(
                    "%s.split must return a tuple, not %s", e.type().name(), Types.of(pair).name());
        }
        if (t.size() < 2) {
            throw Errors.typeError(
                    "%s.split must return a 2-tuple, got tuple of size %d",
                    e.type().name(), t.size());
        }
        return new Object[] {t.get(0), t.get(1)};
    }

    /**
     * What is left to raise after the except* clauses.
     *
     * @param original the exception that was caught
     * @param raised a list: what the clauses raised, and last the part that no clause took; None
     *     stands for nothing
     * @return an exception, or None
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Object combine(Object original, Object raised) {
        PyBaseException e = (PyBaseException) original;
        PyList all = (PyList) raised;
        PyList left = new PyList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) != Singleton.NONE) {
                left.append(all.get(i));
            }
        }
        if (left.size() == 0) {
            return Singleton.NONE;
        }
        if (!e.type().isSubtype(ExceptionTypes.BaseExceptionGroup)) {
            return left.get(0);
        }
        PyList fresh = new PyList();
        PyList same = new PyList();
        for (int i = 0; i < left.size(); i++) {
            PyBaseException x = (PyBaseException) left.get(i);
            (sharesOrigin(x, e) ? same : fresh).append(x);
        }
        Object projected = project(e, same);
        if (fresh.size() == 0) {
            return projected;
        }
        if (projected != Singleton.NONE) {
            fresh.append(projected);
        }
        if (fresh.size() == 1) {
            return fresh.get(0);
        }
        return Call.call(ExceptionTypes.BaseExceptionGroup, Str.EMPTY, fresh);
    }

    /** Whether it was split off the original: metadata is shared then. */
    private static boolean sharesOrigin(PyBaseException e, PyBaseException original) {
        return e.type().isSubtype(ExceptionTypes.BaseExceptionGroup)
                && e.traceback == original.traceback
                && e.cause == original.cause
                && e.context == original.context;
    }

    /** The original without the leaves that none of the parts has. */
    private static Object project(PyBaseException original, PyList parts) {
        if (parts.size() == 0) {
            return Singleton.NONE;
        }
        Set<Object> leaves = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < parts.size(); i++) {
            collectLeaves(parts.get(i), leaves);
        }
        return keep(original, leaves);
    }

    private static void collectLeaves(Object e, Set<Object> out) {
        if (Types.of(e).isSubtype(ExceptionTypes.BaseExceptionGroup)) {
            for (Object x : Iteration.toArray(Attributes.get(e, "exceptions"))) {
                collectLeaves(x, out);
            }
        } else {
            out.add(e);
        }
    }

    private static Object keep(PyBaseException e, Set<Object> leaves) {
        if (!e.type().isSubtype(ExceptionTypes.BaseExceptionGroup)) {
            return leaves.contains(e) ? e : Singleton.NONE;
        }
        Object[] members = Iteration.toArray(Attributes.get(e, "exceptions"));
        PyList kept = new PyList();
        boolean all = true;
        for (Object m : members) {
            Object k = keep((PyBaseException) m, leaves);
            all &= k == m;
            if (k != Singleton.NONE) {
                kept.append(k);
            }
        }
        if (all) {
            return e;
        }
        if (kept.size() == 0) {
            return Singleton.NONE;
        }
        PyBaseException made = (PyBaseException) Call.method(e, "derive", kept);
        made.traceback = e.traceback;
        made.cause = e.cause;
        made.context = e.context;
        made.suppressContext = e.suppressContext;
        return made;
    }
}
