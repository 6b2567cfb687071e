package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinTable;
import org.jabiru.object.Descriptor;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;

/** {@code types.GetSetDescriptorType}: an attribute of a builtin type. */
public final class PyGetSetDescriptor extends BuiltinMember implements Descriptor.Data {
    public final PyType owner;
    private final int setter;

    /**
     * @param setter the index of the setter in the table, or -1 for a read-only attribute
     */
    public PyGetSetDescriptor(PyType owner, BuiltinTable table, int getter, int setter) {
        super(
                table.kind(getter) == 'F' ? MemberDescriptorType.TYPE : GetSetDescriptorType.TYPE,
                table,
                getter);
        this.owner = owner;
        this.setter = setter;
    }

    @Override
    public Object get(Object instance, PyType type) {
        if (instance == null) {
            return this;
        }
        checkInstance(instance);
        return table.invoke(index, new Object[] {instance});
    }

    @Override
    public void set(Object instance, Object value) {
        checkInstance(instance);
        if (setter < 0) {
            if (table.kind(index) == 'F') {
                throw Errors.attributeError("readonly attribute");
            }
            throw Errors.attributeError(
                    "attribute '%s' of '%s' objects is not writable",
                    table.name(index), owner.name());
        }
        table.invoke(setter, new Object[] {instance, value});
    }

    private void checkInstance(Object instance) {
        if (!Types.of(instance).isSubtype(owner)) {
            throw Errors.typeError(
                    "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                    table.name(index), owner.name(), Types.of(instance).name());
        }
    }
}
