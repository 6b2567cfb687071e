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

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        if (args.length == 0 || !(args[0] instanceof PyType t) || !t.isSubtype(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' for type '%s' needs a type as its first argument",
                    table.name(index), owner.name());
        }
        return invoke(args, keywords);
    }
}
