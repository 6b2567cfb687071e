package org.jabiru.capi.convert;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;

/**
 * What stands for an item that C left NULL in a tuple or list which it handed out. CPython would
 * crash when Python code touches it; here it is an object that can go nowhere but back.
 */
@BuiltinType("NULL")
public final class NullItemType {
    public static final PyType TYPE =
            PyType.builtin("NULL", NullItemTypeTable::new, cls -> Item.NULL).sealed();

    private NullItemType() {}

    /** The one instance. */
    public static final class Item extends PyObject {
        public static final Item NULL = new Item();

        private Item() {
            super(TYPE);
        }
    }

    @Builtin("__repr__(self, /)")
    static String repr(Item self) {
        return "<NULL>";
    }
}
