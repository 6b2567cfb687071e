package org.jabiru.capi.api;

import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.object.Errors;
import org.jabiru.protocol.PyBuffer;

/** MemoryView objects. */
public final class MemoryviewApi {
    private static final int READ = 0x100;
    private static final int WRITE = 0x200;

    private MemoryviewApi() {}

    public static Object PyMemoryView_FromObject(CapiContext context, Object base) {
        if (base instanceof PyByteArray b) {
            context.byteArrays.moveOutside(b);
        }
        return Support.builtin("memoryview", base);
    }

    /** The memory must outlive the view: that is the caller's promise. */
    public static Object PyMemoryView_FromMemory(
            CapiContext context, long mem, long size, int flags) {
        if (flags != READ && flags != WRITE) {
            throw Support.badInternalCall();
        }
        return new PyMemoryView(
                new PyBuffer(
                        null,
                        Memory.segment(mem, size),
                        0,
                        flags == READ,
                        "B",
                        1,
                        new long[] {size},
                        null,
                        null));
    }

    public static Object PyMemoryView_FromBuffer(CapiContext context, long info) {
        if (Memory.getLong(info) == 0) {
            throw Errors.valueError("PyMemoryView_FromBuffer(): info->buf must not be NULL");
        }
        return new PyMemoryView(context.bufferExports.viewOf(info, null));
    }

    public static Object PyMemoryView_GetContiguous(
            CapiContext context, Object base, int buffertype, int order) {
        PyMemoryView view = (PyMemoryView) Support.builtin("memoryview", base);
        PyBuffer b = view.buffer();
        if (buffertype == WRITE && b.readOnly) {
            throw Errors.raise(ExceptionTypes.BufferError, "underlying buffer is not writable");
        }
        boolean fits =
                order == 'C' && b.isCContiguous()
                        || order == 'F' && b.isFContiguous()
                        || order == 'A' && (b.isCContiguous() || b.isFContiguous());
        if (fits) {
            return view;
        }
        if (buffertype == WRITE) {
            throw Errors.raise(
                    ExceptionTypes.BufferError,
                    "writable contiguous buffer requested for a non-contiguous object.");
        }
        byte[] copy = b.toByteArray(order == 'F');
        return new PyMemoryView(
                new PyBuffer(
                        null,
                        java.lang.foreign.MemorySegment.ofArray(copy),
                        0,
                        true,
                        b.format,
                        b.itemSize,
                        b.shape,
                        order == 'F' ? fortran(b) : null,
                        null));
    }

    private static long[] fortran(PyBuffer b) {
        long[] strides = new long[b.shape.length];
        long step = b.itemSize;
        for (int i = 0; i < strides.length; i++) {
            strides[i] = step;
            step *= b.shape[i];
        }
        return strides;
    }
}
