package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.Call;

/** {@code types.MethodType}: a callable bound to a receiver. */
public final class PyMethod extends PyObject implements JavaCallable {
    /** {@code __func__}. */
    public final Object function;

    /** {@code __self__}. */
    public final Object self;

    public PyMethod(Object function, Object self) {
        super(MethodType.TYPE);
        this.function = function;
        this.self = self;
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        return Call.call(function, BuiltinMember.prepend(self, args), keywords);
    }
}
