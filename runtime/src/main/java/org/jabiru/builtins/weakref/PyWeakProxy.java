package org.jabiru.builtins.weakref;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.object.IdentityTable;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;

/** A {@code weakref.proxy}. */
public final class PyWeakProxy extends PyObject implements WeakHolder {
    private IdentityTable.Entry entry;
    private Object callback;

    PyWeakProxy(PyType type, IdentityTable.Entry entry, Object callback) {
        super(type);
        this.entry = entry;
        this.callback = callback;
    }

    @Override
    public Object referentOrNull() {
        return entry == null ? null : entry.get();
    }

    @Override
    public Object callback() {
        return callback;
    }

    @Override
    public void clearCallback() {
        callback = null;
    }

    @Override
    public void clear() {
        entry = null;
        callback = null;
    }

    /** What a proxy stands for, any other object itself; ReferenceError when it is dead. */
    static Object unwrap(Object o) {
        if (!(o instanceof PyWeakProxy p)) {
            return o;
        }
        Object referent = p.referentOrNull();
        if (referent == null) {
            throw Errors.of(
                    ExceptionTypes.ReferenceError,
                    Str.of("weakly-referenced object no longer exists"));
        }
        return referent;
    }
}
