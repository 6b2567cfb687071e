package org.jabiru.builtins.type;

import org.jabiru.builtins.object.ClassAssignment;
import org.jabiru.builtins.object.ObjectType;
import org.jabiru.object.Errors;
import org.jabiru.object.Mro;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Iteration;

/** The MRO of a class: C3, or what the metatype's {@code mro()} says. */
final class MroComputation {
    private MroComputation() {}

    static void compute(PyType cls) {
        PyType metatype = cls.type();
        Object method = metatype == TypeType.TYPE ? null : metatype.lookup("mro");
        if (method == null || method == TypeType.TYPE.lookup("mro")) {
            cls.setMro(Mro.linear(cls, cls.bases()));
            return;
        }
        if (cls.mro() == null) {
            cls.setMro(new PyType[] {cls, ObjectType.TYPE});
            cls.hasNoOrder = true;
        }
        Object[] items = Iteration.toArray(Call.callUnbound(method, cls, new Object[0], null));
        cls.hasNoOrder = false;
        PyType[] mro = new PyType[items.length];
        PyType solid = ClassAssignment.javaBase(cls);
        for (int i = 0; i < items.length; i++) {
            if (!(items[i] instanceof PyType t)) {
                throw Errors.typeError(
                        "mro() returned a non-class ('%s')", Types.of(items[i]).name());
            }
            if (t != cls && !solid.isSubtype(ClassAssignment.javaBase(t))) {
                throw Errors.typeError(
                        "mro() returned base with unsuitable layout ('%s')", t.name());
            }
            mro[i] = t;
        }
        cls.setMro(mro);
        for (PyType t : mro) {
            if (t != cls && !inherits(cls, t)) {
                t.addDependent(cls);
            }
        }
    }

    private static boolean inherits(PyType cls, PyType from) {
        for (PyType b : cls.bases()) {
            if (b == from || inherits(b, from)) {
                return true;
            }
        }
        return false;
    }
}
