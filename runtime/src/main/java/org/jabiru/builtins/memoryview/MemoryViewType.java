package org.jabiru.builtins.memoryview;

import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.object.Types;
import org.jabiru.protocol.Buffers;
import org.jabiru.protocol.PyBuffer;

/** The methods of memoryview. */
@BuiltinType("memoryview")
public final class MemoryViewType {
    public static final PyType TYPE =
            PyType.builtin("memoryview", MemoryViewTypeTable::new, null)
                    .withWeakReferences()
                    .sealed();

    private MemoryViewType() {}

    @Builtin(value = "__new__(cls, object)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object object) {
        if (!Buffers.isBuffer(object)) {
            throw Errors.typeError(
                    "memoryview: a bytes-like object is required, not '%s'",
                    Types.of(object).name());
        }
        return new PyMemoryView(Buffers.get(object, PyBuffer.FULL_RO));
    }

    @Builtin("release(self, /)")
    static void release(PyMemoryView self) {
        self.release();
    }
}
