package org.jabiru.builtins.supertype;

import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/** A {@code super} object. */
public final class PySuper extends PyObject {
    /** {@code __thisclass__}: the class whose successors in the MRO are searched; null if unset. */
    public PyType thisClass;

    /** {@code __self__}, or null for an unbound one. */
    public Object self;

    /** {@code __self_class__}: the class whose MRO is searched; null for an unbound one. */
    public PyType selfClass;

    public PySuper(PyType type) {
        super(type);
    }

    /** {@code super(thisClass, self)}; TypeError when self does not fit. */
    public PySuper(PyType thisClass, Object self) {
        super(SuperType.TYPE);
        set(thisClass, self);
    }

    void set(PyType newClass, Object newSelf) {
        selfClass = newSelf == null ? null : SuperType.check(newClass, newSelf);
        thisClass = newClass;
        self = newSelf;
    }
}
