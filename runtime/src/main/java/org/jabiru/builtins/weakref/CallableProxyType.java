package org.jabiru.builtins.weakref;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;

/** Weak proxies of callable objects. */
// CPython: both proxy types are direct subclasses of object; here: this one adds to the other.
@BuiltinType("weakref.CallableProxyType")
public final class CallableProxyType {
    public static final PyType TYPE =
            PyType.builtin(
                            "weakref.CallableProxyType",
                            ProxyType.TYPE,
                            CallableProxyTypeTable::new,
                            null)
                    .sealed();

    private CallableProxyType() {}

    @Builtin(value = "__call__(self, /, *args, **kwargs)", doc = "Call self as a function.")
    static Object call(PyWeakProxy self, Object[] args, PyDict keywords) {
        return CallWithDict.call(PyWeakProxy.unwrap(self), args, keywords);
    }
}
