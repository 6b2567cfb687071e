package org.jabiru.builtins.memoryview;

import java.util.function.Supplier;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.protocol.BufferExporter;
import org.jabiru.protocol.PyBuffer;

/** A memoryview: a view of a buffer that it shares with the views made of it. */
public final class PyMemoryView extends PyObject implements BufferExporter {
    /** A buffer of an exporter, released with the last view of it. */
    private static final class Shared {
        final PyBuffer origin;
        int views;

        Shared(PyBuffer origin) {
            this.origin = origin;
        }
    }

    /** The view's memory in C, which shows the buffer as well. */
    public interface Shown {
        /** The view was released. */
        void released();
    }

    private PyBuffer view;
    private Shared shared;

    /** Consumers that hold a buffer of this view. */
    private int exports;

    private boolean released;
    private boolean restricted;
    long hash;

    /** A view that releases the buffer in the end. */
    public PyMemoryView(PyBuffer buffer) {
        this(buffer, new Shared(buffer));
    }

    private PyMemoryView(PyBuffer view, Shared shared) {
        super(MemoryViewType.TYPE);
        this.view = view;
        this.shared = shared;
        shared.views++;
    }

    /** A view for {@code __release_buffer__}: to look at, no other view can be made of it. */
    public static PyMemoryView restricted(PyBuffer buffer) {
        PyMemoryView made = new PyMemoryView(buffer);
        made.restricted = true;
        return made;
    }

    private void checkNotRestricted() {
        if (restricted) {
            throw Errors.valueError("cannot create new view on restricted memoryview");
        }
    }

    /** Another view of the same memory. */
    PyMemoryView with(PyBuffer other) {
        checkNotRestricted();
        buffer();
        return new PyMemoryView(other, shared);
    }

    /** A view of a part, that is kept while code of Python's says which part. */
    PyMemoryView sliced(Supplier<PyBuffer> part) {
        checkNotRestricted();
        Shared kept = shared;
        kept.views++;
        try {
            return new PyMemoryView(part.get(), kept);
        } finally {
            releaseShared(kept);
        }
    }

    private static void releaseShared(Shared shared) {
        if (--shared.views == 0) {
            shared.origin.release();
        }
    }

    /** The buffer; ValueError once released. */
    public PyBuffer buffer() {
        if (released) {
            throw Errors.valueError("operation forbidden on released memoryview object");
        }
        return view;
    }

    /** C has written other bounds into the view's memory. */
    public void rewrite(PyBuffer other) {
        buffer();
        view = other;
    }

    /** {@code __release_buffer__} of the object whose memory it shows; ValueError for others. */
    public void releaseFor(Object exporter) {
        if (buffer().owner != exporter) {
            throw Errors.valueError("memoryview's buffer is not this object");
        }
        release();
    }

    public boolean isReleased() {
        return released;
    }

    /** {@code release()}; BufferError while others use the memory through this view. */
    public void release() {
        if (released) {
            return;
        }
        if (exports > 0) {
            throw Errors.raise(
                    ExceptionTypes.BufferError,
                    "memoryview has %d exported buffer%s",
                    exports,
                    exports == 1 ? "" : "s");
        }
        released = true;
        Shared mine = shared;
        view = null;
        shared = null;
        releaseShared(mine);
        if (nativePeer instanceof Shown c) {
            c.released();
        }
    }

    @Override
    public PyBuffer getBuffer(int flags) {
        PyBuffer b = buffer();
        checkNotRestricted();
        if ((flags & PyBuffer.WRITABLE) != 0 && b.readOnly) {
            throw bufferError("underlying buffer is not writable");
        }
        if ((flags & PyBuffer.C_CONTIGUOUS) == PyBuffer.C_CONTIGUOUS && !b.isCContiguous()) {
            throw bufferError("underlying buffer is not C-contiguous");
        }
        if ((flags & PyBuffer.F_CONTIGUOUS) == PyBuffer.F_CONTIGUOUS && !b.isFContiguous()) {
            throw bufferError("underlying buffer is not Fortran contiguous");
        }
        if ((flags & PyBuffer.ANY_CONTIGUOUS) == PyBuffer.ANY_CONTIGUOUS
                && !b.isCContiguous()
                && !b.isFContiguous()) {
            throw bufferError("underlying buffer is not contiguous");
        }
        if ((flags & PyBuffer.INDIRECT) != PyBuffer.INDIRECT && b.hasPointers()) {
            throw bufferError("underlying buffer requires suboffsets");
        }
        if ((flags & PyBuffer.STRIDES) != PyBuffer.STRIDES && !b.isCContiguous()) {
            throw bufferError("underlying buffer is not C-contiguous");
        }
        PyBuffer out = b.ownedBy(this);
        exports++;
        out.onRelease(() -> exports--);
        return out;
    }

    private static PyException bufferError(String what) {
        return Errors.raise(ExceptionTypes.BufferError, "memoryview: " + what);
    }
}
