package org.jabiru.modules.itertools;

import org.jabiru.builtins.list.PyList;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.PyType;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;

/**
 * {@code itertools._tee_dataobject}: CPython's tee keeps a chain of them, with the items that the
 * iterator gave. Here tee has links of its own, so one that is made by hand is of no use to it, and
 * to nobody else: it has no methods.
 */
@BuiltinType("_tee_dataobject")
public final class TeeData extends PyObject {
    public static final PyType TYPE =
            PyType.builtin("itertools._tee_dataobject", TeeDataTable::new, null)
                    .sealed()
                    .madeAtRunTime();

    /** As many items as CPython has in one of them. */
    private static final int MOST = 57;

    private TeeData() {
        super(TYPE);
    }

    @Builtin(value = "__new__(cls, iterable, values, next, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object iterable, Object values, Object next) {
        if (!(values instanceof PyList list)) {
            throw Errors.typeError(
                    "teedataobject() argument 2 must be list, not %s", Types.of(values).name());
        }
        boolean last = next == Singleton.NONE;
        if (list.size() > MOST || !last && (list.size() < MOST || !(next instanceof TeeData))) {
            throw Errors.valueError("Invalid arguments");
        }
        return new TeeData();
    }
}
