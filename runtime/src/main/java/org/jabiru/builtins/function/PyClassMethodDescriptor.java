package org.jabiru.builtins.function;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.object.BuiltinTable;
import org.jabiru.object.JavaCallable;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** {@code types.ClassMethodDescriptorType}: a class method of a builtin type. */
public final class PyClassMethodDescriptor extends BuiltinMember
        implements TypeMember, JavaCallable {
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
    public PyType owner() {
        return owner;
    }

    @Override
    public void checkApplies(Object type) {
        ClassMethodDescriptorType.checkApplies(this, type);
    }

    @Override
    public Object call(Object[] args, TruffleString[] keywords) {
        int count = args.length - (keywords == null ? 0 : keywords.length);
        ClassMethodDescriptorType.checkReceiver(this, args, 0, count);
        return invoke(args, keywords);
    }
}
