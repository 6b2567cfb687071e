package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** {@code types.ClassMethodDescriptorType}: a class method of a builtin type. */
public final class PyClassMethodDescriptor extends BuiltinMember
        implements Descriptor, JavaCallable {
    public final PyType owner;

    public PyClassMethodDescriptor(PyType owner, BuiltinTable table, int index) {
        super(ClassMethodDescriptorType.TYPE, table, index);
        this.owner = owner;
    }

    @Override
    public Object get(Object instance, PyType type) {
        return new PyBuiltinFunction(table, index, type != null ? type : Types.of(instance));
    }

    /** {@code __get__}, which unlike a look-up may be given any class. */
    Object getChecked(Object instance, Object type) {
        Object of = type instanceof PyType ? type : Types.of(instance);
        if (!((PyType) of).isSubtype(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' requires a subtype of '%s' but received '%s'",
                    table.name(index), owner.name(), ((PyType) of).name());
        }
        return get(instance, (PyType) of);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (args.length == 0 || !(args[0] instanceof PyType t) || !t.isSubtype(owner)) {
            throw Errors.typeError(
                    args.length == 0
                            ? "descriptor '%s' of '%s' object needs an argument"
                            : "descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2",
                    table.name(index),
                    owner.name(),
                    args.length == 0 ? "" : Types.of(args[0]).name());
        }
        return invoke(args, keywords);
    }
}
