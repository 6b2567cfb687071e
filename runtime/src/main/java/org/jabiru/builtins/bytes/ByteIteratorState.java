package org.jabiru.builtins.bytes;

import org.jabiru.builtins.tuple.PyTuple;
import org.jabiru.protocol.Builtins;

/** Pickling of the iterators over bytes and bytearray. */
final class ByteIteratorState {
    private ByteIteratorState() {}

    static Object reduce(PyBytesIterator self) {
        Object iter = Builtins.get("iter");
        return self.sequence == null
                ? new PyTuple(iter, new PyTuple(PyTuple.EMPTY))
                : new PyTuple(iter, new PyTuple(self.sequence), (long) self.index);
    }

    static void set(PyBytesIterator self, long state) {
        if (self.sequence != null) {
            self.index = (int) Math.clamp(state, 0, self.size());
        }
    }
}
