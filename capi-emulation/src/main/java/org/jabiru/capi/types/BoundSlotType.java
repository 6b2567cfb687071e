package org.jabiru.capi.types;

import org.jabiru.builtins.dict.PyDict;
import org.jabiru.builtins.function.MethodWrapperType;
import org.jabiru.builtins.object.Identity;
import org.jabiru.capi.functions.Calls;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;

/** The attributes of special methods that are C slots and bound to a receiver. */
@BuiltinType("method-wrapper")
public final class BoundSlotType {
    public static final PyType TYPE =
            PyType.builtin("method-wrapper", MethodWrapperType.TYPE, BoundSlotTypeTable::new, null)
                    .sealed();

    private BoundSlotType() {}

    @Builtin(value = "__self__", kind = BuiltinKind.FIELD)
    static Object self(PyBoundSlot self) {
        return self.self;
    }

    @Builtin(value = "__name__", kind = BuiltinKind.GETTER)
    static Object name(PyBoundSlot self) {
        return NativeSlotType.name(self.method);
    }

    @Builtin(value = "__qualname__", kind = BuiltinKind.GETTER)
    static Object qualifiedName(PyBoundSlot self) {
        return NativeSlotType.qualifiedName(self.method);
    }

    @Builtin(value = "__objclass__", kind = BuiltinKind.GETTER)
    static Object objclass(PyBoundSlot self) {
        return self.method.owner;
    }

    @Builtin(value = "__doc__", kind = BuiltinKind.GETTER)
    static Object doc(PyBoundSlot self) {
        return NativeSlotType.doc(self.method);
    }

    @Builtin(value = "__text_signature__", kind = BuiltinKind.GETTER)
    static Object textSignature(PyBoundSlot self) {
        return NativeSlotType.textSignature(self.method);
    }

    @Builtin("__call__(self, /, *args, **kwargs)")
    static Object call(PyBoundSlot self, Object[] args, PyDict keywords) {
        return Calls.withDict(self, args, keywords);
    }

    @Builtin("__repr__(self, /)")
    static String repr(PyBoundSlot self) {
        return "<method-wrapper '"
                + self.method.slot.method()
                + "' of "
                + Types.of(self.self).name()
                + " object at "
                + Identity.address(self.self)
                + ">";
    }

    @Builtin("__hash__(self, /)")
    static long hash(PyBoundSlot self) {
        return System.identityHashCode(self.self) * 31L + System.identityHashCode(self.method);
    }

    @Builtin("__eq__(self, value, /)")
    static Object eq(PyBoundSlot self, Object value) {
        return value instanceof PyBoundSlot b
                ? (Object) (b.method == self.method && b.self == self.self)
                : Singleton.NOT_IMPLEMENTED;
    }

    @Builtin("__reduce__(self, /)")
    static Object reduce(PyBoundSlot self) {
        return Calls.bindingForPickle(self.self, self.method.slot.method());
    }
}
