package org.jabiru.builtins.weakref;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.object.IdentityTable;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.protocol.Call;

/** A {@code weakref.ref}. */
public final class PyWeakReference extends PyObject implements WeakHolder, JavaCallable {
    private IdentityTable.Entry entry;
    private Object callback;

    /** The hash of the referent once it was asked for, which outlives it; null before. */
    Long hash;

    public PyWeakReference(PyType type) {
        super(type);
    }

    void initialize(IdentityTable.Entry newEntry, Object newCallback) {
        entry = newEntry;
        callback = newCallback;
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

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        Object own = type().special().call;
        if (type() != ReferenceType.TYPE && own != ReferenceType.TYPE.special().call) {
            return Call.callUnbound(own, this, args, keywords);
        }
        if (keywords != null) {
            throw Errors.typeError("weakref() takes no keyword arguments");
        }
        if (args.length != 0) {
            throw Errors.typeError("weakref expected 0 arguments, got %d", args.length);
        }
        Object o = referentOrNull();
        return o == null ? Singleton.NONE : o;
    }
}
