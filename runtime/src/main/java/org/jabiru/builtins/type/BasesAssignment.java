package org.jabiru.builtins.type;

import java.util.ArrayList;
import java.util.List;
import org.jabiru.builtins.object.ClassAssignment;
import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** Assignment to a class's {@code __bases__}. */
final class BasesAssignment {
    private record Saved(PyType type, PyType[] mro) {}

    private BasesAssignment() {}

    static void assign(PyType cls, Object value) {
        TypeAttributes.checkChange(cls, "__bases__", value);
        if (!(value instanceof PyTuple tuple)) {
            throw Errors.typeError(
                    "can only assign tuple to %s.__bases__, not %s",
                    cls.name(), Types.of(value).name());
        }
        if (tuple.size() == 0) {
            throw Errors.typeError(
                    "can only assign non-empty tuple to %s.__bases__, not ()", cls.name());
        }
        PyType[] bases = new PyType[tuple.size()];
        for (int i = 0; i < bases.length; i++) {
            if (!(tuple.get(i) instanceof PyType t)) {
                throw Errors.typeError(
                        "%s.__bases__ must be tuple of classes, not '%s'",
                        cls.name(), Types.of(tuple.get(i)).name());
            }
            if (t.isSubtype(cls) || derives(t, cls)) {
                throw Errors.typeError("a __bases__ item causes an inheritance cycle");
            }
            bases[i] = t;
        }
        PyType newBase = BaseSelection.best(bases);
        ClassAssignment.checkLayouts(cls.base(), newBase, "__bases__");
        PyType[] old = cls.bases();
        List<Saved> saved = new ArrayList<>();
        cls.setBases(bases);
        try {
            recompute(cls, saved);
        } catch (PyException e) {
            // An mro() that assigned to __bases__ itself has the last word.
            if (cls.bases() == bases) {
                cls.setBases(old);
                for (Saved s : saved) {
                    s.type.setMro(s.mro);
                }
            }
            throw e;
        }
        if (cls.bases() != bases) {
            return;
        }
        for (PyType b : old) {
            b.removeSubclass(cls);
        }
        for (PyType b : bases) {
            b.addSubclass(cls);
        }
    }

    /** Whether the bases of a type lead to the class, whatever its MRO says yet. */
    private static boolean derives(PyType t, PyType cls) {
        for (PyType at = t; at != null; at = at.bases().length == 0 ? null : at.bases()[0]) {
            if (at == cls) {
                return true;
            }
        }
        return false;
    }

    private static void recompute(PyType cls, List<Saved> saved) {
        saved.add(new Saved(cls, cls.mro()));
        MroComputation.compute(cls);
        for (PyType sub : cls.subclasses()) {
            recompute(sub, saved);
        }
    }
}
