package org.jabiru.builtins.memoryview;

import java.lang.foreign.MemorySegment;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.PyException;
import org.jabiru.object.PyType;
import org.jabiru.object.Str;
import org.jabiru.protocol.Attributes;
import org.jabiru.protocol.Call;
import org.jabiru.protocol.Comparison;
import org.jabiru.protocol.Modules;
import org.jabiru.protocol.PyBuffer;

/** Comparison of items in formats that only the module struct can read. */
final class StructuredItems {
    private StructuredItems() {}

    static boolean equal(PyBuffer a, PyBuffer b) {
        Object error = Modules.attribute("struct", "error");
        try {
            Object readA = reader(a.format);
            Object readB = reader(b.format);
            long[] index = new long[a.dimensions()];
            for (long n = a.count(); n > 0; n--) {
                if (!Comparison.equal(item(readA, a, index), item(readB, b, index))) {
                    return false;
                }
                a.advance(index, false);
            }
            return true;
        } catch (PyException e) {
            if (e.is((PyType) error) || e.is(ExceptionTypes.NotImplementedError)) {
                return false;
            }
            throw e;
        }
    }

    private static Object reader(String format) {
        Object struct = Call.call(Modules.attribute("struct", "Struct"), Str.of(format));
        return Attributes.get(struct, "unpack");
    }

    private static Object item(Object reader, PyBuffer b, long[] index) {
        byte[] raw = new byte[(int) b.itemSize];
        MemorySegment.copy(
                b.segmentOf(index), b.itemOffset(index), MemorySegment.ofArray(raw), 0, raw.length);
        return Call.call(reader, new PyBytes(raw));
    }
}
