package org.jabiru.modules.pickle;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.object.Builtin;
import org.jabiru.object.BuiltinKind;
import org.jabiru.object.BuiltinType;
import org.jabiru.object.Errors;
import org.jabiru.object.PyType;
import org.jabiru.protocol.PyBuffer;

/** The methods of {@code PickleBuffer}. */
@BuiltinType(
        value = "pickle.PickleBuffer",
        doc = "Wrapper for potentially out-of-band buffers",
        signature = "none")
public final class PickleBufferType {
    public static final PyType TYPE =
            PyType.builtin("pickle.PickleBuffer", PickleBufferTypeTable::new, null)
                    .withWeakReferences()
                    .sealed();

    private PickleBufferType() {}

    @Builtin(value = "__new__(cls, object, /)", kind = BuiltinKind.NEW)
    static Object newInstance(PyType cls, Object object) {
        return new PyPickleBuffer(cls, object);
    }

    @Builtin(
            value = "raw(self, /)",
            doc = "Return a memoryview of the raw memory underlying this buffer.")
    static Object raw(PyPickleBuffer self) {
        PyBuffer b = self.view();
        if (!b.isCContiguous() && !b.isFContiguous()) {
            throw Errors.raise(
                    ExceptionTypes.BufferError,
                    "cannot extract raw buffer from non-contiguous buffer");
        }
        PyBuffer whole = self.getBuffer(PyBuffer.FULL_RO);
        PyBuffer flat =
                new PyBuffer(
                        whole.owner,
                        whole.memory,
                        whole.offset,
                        whole.readOnly,
                        "B",
                        1,
                        new long[] {whole.byteLength()},
                        new long[] {1},
                        whole.suboffsets);
        flat.onRelease(whole::release);
        return new PyMemoryView(flat);
    }

    @Builtin(value = "release(self, /)", doc = "Release the underlying buffer.")
    static void release(PyPickleBuffer self) {
        self.release();
    }
}
