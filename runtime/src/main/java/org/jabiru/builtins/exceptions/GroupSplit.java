package org.jabiru.builtins.exceptions;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jabiru.ThreadState;
import org.jabiru.builtins.list.PyList;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.InstanceChecks;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Nesting;
import org.jabiru.protocol.Truth;

/**
 * The two parts of an exception group by a condition, each of the group's shape (PEP 654).
 *
 * @param match the part that fulfils the condition, null for none
 * @param rest the other part, null for none or when it was not asked for
 */
public record GroupSplit(PyBaseException match, PyBaseException rest) {
    /** The condition of {@code split}: an exception type, a tuple of them, or a function. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static Predicate<PyBaseException> matcher(Object condition) {
        if (isTypeOrTuple(condition)) {
            return e -> InstanceChecks.isInstance(e, condition);
        }
        if (!(condition instanceof PyType) && Types.of(condition).special().call != null) {
            return e -> Truth.isTrue(Call.call(condition, e));
        }
        throw Errors.typeError(
                "expected an exception type, a tuple of exception types, or a callable (other"
                        + " than a class)");
    }

    private static boolean isTypeOrTuple(Object condition) {
        if (condition instanceof PyTuple t) {
            for (Object c : t.items) {
                if (!isExceptionType(c)) {
                    return false;
                }
            }
            return true;
        }
        return isExceptionType(condition);
    }

    private static boolean isExceptionType(Object o) {
        return o instanceof PyType t && t.isSubtype(ExceptionTypes.BaseException);
    }

    /** Splits an exception, a group or not. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static GroupSplit of(
            PyBaseException e, Predicate<PyBaseException> condition, boolean wantRest) {
        if (condition.test(e)) {
            return new GroupSplit(e, null);
        }
        if (!(e instanceof PyExceptionGroup group)) {
            return new GroupSplit(null, wantRest ? e : null);
        }
        List<PyBaseException> matches = new ArrayList<>();
        List<PyBaseException> rests = new ArrayList<>();
        ThreadState thread = Nesting.enter(" in exceptiongroup_split_recursive");
        try {
            for (Object nested : group.exceptions.items) {
                GroupSplit parts = of((PyBaseException) nested, condition, wantRest);
                if (parts.match != null) {
                    matches.add(parts.match);
                }
                if (parts.rest != null) {
                    rests.add(parts.rest);
                }
            }
        } finally {
            thread.nesting--;
        }
        return new GroupSplit(subset(group, matches), wantRest ? subset(group, rests) : null);
    }

    /** A group like another with other exceptions, through {@code derive}; null for none. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyBaseException subset(PyExceptionGroup group, List<PyBaseException> exceptions) {
        if (exceptions.isEmpty()) {
            return null;
        }
        PyList list = BaseExceptionGroupType.list(exceptions);
        Object made = Call.method(group, "derive", list);
        if (!(made instanceof PyExceptionGroup derived)) {
            throw Errors.typeError("derive must return an instance of BaseExceptionGroup");
        }
        derived.traceback = group.traceback;
        derived.context = group.context;
        derived.cause = group.cause;
        derived.suppressContext = group.suppressContext;
        copyNotes(group, derived);
        return derived;
    }

    private static void copyNotes(PyExceptionGroup from, PyExceptionGroup to) {
        Object notes = Attributes.getOrNull(from, "__notes__");
        if (notes == null) {
            return;
        }
        try {
            Attributes.set(to, "__notes__", new PyList(Iteration.toArray(notes)));
        } catch (PyException e) {
            // Notes that are no sequence are left behind.
            if (!e.is(ExceptionTypes.TypeError)) {
                throw e;
            }
        }
    }
}
