package org.jabiru.builtins.type;

import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.SolidBases;
import org.jabiru.object.Types;

/** Which metaclass and which layout a class gets from its bases. */
final class BaseSelection {
    private BaseSelection() {}

    /** The most derived metatype (Data model, Determining the appropriate metaclass). */
    static PyType metatype(PyType given, Object[] bases) {
        PyType winner = given;
        for (Object base : bases) {
            PyType candidate = Types.of(base);
            if (winner.isSubtype(candidate)) {
                continue;
            }
            if (candidate.isSubtype(winner)) {
                winner = candidate;
                continue;
            }
            throw Errors.typeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict)"
                            + " subclass of the metaclasses of all its bases");
        }
        return winner;
    }

    /** The base whose instances' layout the class extends; TypeError when bases do not fit. */
    static PyType best(PyType[] bases) {
        PyType best = null;
        for (PyType base : bases) {
            if (!base.subclassable) {
                throw Errors.typeError("type '%s' is not an acceptable base type", base.name());
            }
            if (base.hasNoOrder) {
                throw Errors.typeError("Cannot extend an incomplete type '%s'", base.name());
            }
            if (best == null) {
                best = base;
            } else if (!best.solidBase.isSubtype(base.solidBase)) {
                if (base.solidBase.isSubtype(best.solidBase)
                        || SolidBases.hasFieldsBeyond(base, best)) {
                    best = base;
                } else if (!fits(best, base)) {
                    throw Errors.typeError("multiple bases have instance lay-out conflict");
                }
            }
        }
        return best;
    }

    private static boolean fits(PyType best, PyType base) {
        return base.solidBase.addsNoFields
                && !SolidBases.hasFieldsBeyond(base, best)
                && (SolidBases.hasFieldsBeyond(best, base) || best.solidBase.addsNoFields);
    }
}
