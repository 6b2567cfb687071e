package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;

/** A special method that is a C slot, bound to a receiver: {@code method-wrapper}. */
public final class PyBoundSlot extends PyObject implements JavaCallable {
    final PyNativeSlot method;

    /** {@code __self__}. */
    final Object self;

    PyBoundSlot(PyNativeSlot method, Object self) {
        super(BoundSlotType.TYPE);
        this.method = method;
        this.self = self;
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        Object[] all = new Object[args.length + 1];
        all[0] = self;
        System.arraycopy(args, 0, all, 1, args.length);
        return method.call(all, keywords);
    }
}
