package org.jabiru.builtins.function;

import org.jabiru.object.BuiltinTable;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;

/** {@code types.GetSetDescriptorType}: an attribute of a builtin type. */
public final class PyGetSetDescriptor extends BuiltinMember implements DataMember {
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
        checkApplies(instance);
        return table.invoke(index, new Object[] {instance});
    }

    @Override
    public void set(Object instance, Object value) {
        checkApplies(instance);
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

    @Override
    public PyType owner() {
        return owner;
    }
}
