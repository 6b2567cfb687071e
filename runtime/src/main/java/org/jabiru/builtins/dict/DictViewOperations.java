package org.jabiru.builtins.dict;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.set.PySet;
import org.jabiru.builtins.set.SetOperations;
import org.jabiru.builtins.set.SetType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;
import org.jabiru.object.StrBuilder;
import org.jabiru.object.Types;
import org.jabiru.protocol.Comparison.Op;
import org.jabiru.protocol.Iteration;
import org.jabiru.protocol.Repr;
import org.jabiru.protocol.ReprGuard;
import org.jabiru.protocol.Sequences;

/** The set operations of dict views (Built-in Types, Dictionary view objects). */
public final class DictViewOperations {
    private DictViewOperations() {}

    private static PySet setOf(Object iterable) {
        PySet out = new PySet();
        SetOperations.update(out, iterable);
        return out;
    }

    static PySet difference(Object a, Object b) {
        PySet out = setOf(a);
        SetOperations.differenceUpdate(out, b);
        return out;
    }

    static PySet union(Object a, Object b) {
        PySet out = setOf(a);
        SetOperations.update(out, b);
        return out;
    }

    static PySet symmetricDifference(Object a, Object b) {
        PySet out = setOf(a);
        SetOperations.symmetricDifferenceUpdate(out, b);
        return out;
    }

    static PySet intersection(PyDictView view, Object other) {
        PyDictView asked = view;
        Object walked = other;
        if (other instanceof PyDictView o && o.isSetLike() && o.dict.size() > view.dict.size()) {
            asked = o;
            walked = view;
        }
        if (walked instanceof PySet s && s.type() == SetType.TYPE && s.size() > asked.dict.size()) {
            walked = asked;
            PySet out = new PySet();
            Object iterator = asked.iterator(false);
            for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
                if (s.contains(x)) {
                    out.add(x);
                }
            }
            return out;
        }
        PySet out = new PySet();
        Object iterator = Iteration.iter(walked);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (asked.contains(x)) {
                out.add(x);
            }
        }
        return out;
    }

    static boolean isDisjoint(PyDictView view, Object other) {
        if (view == other) {
            return view.dict.size() == 0;
        }
        boolean isSet = other instanceof PySet;
        boolean isView = other instanceof PyDictView v && v.isSetLike();
        Object walked = other;
        Object asked = view;
        if ((isSet || isView) && Sequences.length(other) > view.dict.size()) {
            walked = view;
            asked = other;
        }
        Object iterator = Iteration.iter(walked);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (Sequences.contains(asked, x)) {
                return false;
            }
        }
        return true;
    }

    static Object compare(Op op, PyDictView view, Object other) {
        boolean comparable =
                other instanceof PySet || other instanceof PyDictView v && v.isSetLike();
        if (!comparable) {
            return Singleton.NOT_IMPLEMENTED;
        }
        long size = view.dict.size();
        long otherSize = Sequences.length(other);
        return switch (op) {
            case EQ -> size == otherSize && allContained(view, other);
            case NE -> size != otherSize || !allContained(view, other);
            case LT -> size < otherSize && allContained(view, other);
            case LE -> size <= otherSize && allContained(view, other);
            case GT -> size > otherSize && allContained(other, view);
            case GE -> size >= otherSize && allContained(other, view);
        };
    }

    private static boolean allContained(Object items, Object container) {
        Object iterator = Iteration.iter(items);
        for (Object x = Iteration.next(iterator); x != null; x = Iteration.next(iterator)) {
            if (!Sequences.contains(container, x)) {
                return false;
            }
        }
        return true;
    }

    static TruffleString repr(PyDictView view) {
        try (ReprGuard guard = ReprGuard.enterOrNull(view)) {
            if (guard == null) {
                return Str.name("...");
            }
            StrBuilder out = new StrBuilder().append(Types.of(view).shortName()).literal("([");
            boolean first = true;
            for (Object x : Iteration.toArray(view)) {
                if (!first) {
                    out.literal(", ");
                }
                first = false;
                out.append(Repr.repr(x));
            }
            return out.literal("])").toStr();
        }
    }
}
