package org.jabiru.object;

/** Which layouts of instances go together: compares the types that add fields. */
public final class SolidBases {
    private SolidBases() {}

    /** Whether instances of a type have all the fields of another's, and more. */
    public static boolean hasFieldsBeyond(PyType type, PyType other) {
        PyType own = withFields(type);
        PyType others = withFields(other);
        return own != others && own.isSubtype(others);
    }

    private static PyType withFields(PyType type) {
        PyType t = type.solidBase;
        while (t.addsNoFields) {
            t = t.base().solidBase;
        }
        return t;
    }
}
