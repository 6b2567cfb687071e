package org.jabiru.modules.typing;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.CallWithDict;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.protocol.Modules;

/** {@code typing.Generic}, the base of classes with type parameters. */
@BuiltinType("typing.Generic")
final class GenericType {
    static final PyType TYPE =
            PyType.builtin("typing.Generic", GenericTypeTable::new, null)
                    .withInstances()
                    .madeAtRunTime();

    private GenericType() {}

    @Builtin(
            value = "__class_getitem__(cls, *args, **kwargs)",
            shown = "none",
            kind = BuiltinKind.CLASS,
            doc = "Parameterizes a generic class.")
    static Object classGetItem(PyType cls, Object[] args, PyDict keywords) {
        return call("_generic_class_getitem", cls, args, keywords);
    }

    @Builtin(
            value = "__init_subclass__(cls, *args, **kwargs)",
            shown = "none",
            kind = BuiltinKind.CLASS,
            doc = "Function to initialize subclasses.")
    static Object initSubclass(PyType cls, Object[] args, PyDict keywords) {
        return call("_generic_init_subclass", cls, args, keywords);
    }

    private static Object call(String function, PyType cls, Object[] args, PyDict keywords) {
        Object[] all = new Object[args.length + 1];
        all[0] = cls;
        System.arraycopy(args, 0, all, 1, args.length);
        return CallWithDict.call(Modules.attribute("typing", function), all, keywords);
    }
}
