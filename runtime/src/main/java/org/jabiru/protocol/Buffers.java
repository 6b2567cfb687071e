package org.jabiru.protocol;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.function.PyFunction;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.object.Types;

/** Access to the memory of any object that exports a buffer (Buffer Protocol, PEP 688). */
public final class Buffers {
    private static final TruffleString BUFFER = Str.name("__buffer__");
    private static final TruffleString RELEASE_BUFFER = Str.name("__release_buffer__");

    private Buffers() {}

    /** Whether the object exports a buffer. */
    public static boolean isBuffer(Object o) {
        return o instanceof BufferExporter
                || o instanceof PyObject && Types.of(o).lookup("__buffer__") != null;
    }

    /** A view of an object's memory; TypeError when it exports none. Release it in the end. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyBuffer get(Object o, int flags) {
        if (o instanceof BufferExporter e && !overrides(o, BUFFER)) {
            PyBuffer buffer = e.getBuffer(flags);
            return overrides(o, RELEASE_BUFFER) ? releasedByPython(o, buffer) : buffer;
        }
        if (o instanceof PyObject && Types.of(o).lookup("__buffer__") != null) {
            return fromPython(o, flags);
        }
        throw Errors.typeError("a bytes-like object is required, not '%s'", Types.of(o).name());
    }

    /** Whether a Python subclass may have defined {@code __buffer__}. */
    private static boolean overrides(Object o, TruffleString method) {
        if (!Types.of(o).isHeapType()) {
            return false;
        }
        var definer = Types.of(o).definingType(method);
        return definer != null && definer.isHeapType();
    }

    /** The buffer of a builtin type whose subclass wants to hear of its end. */
    private static PyBuffer releasedByPython(Object o, PyBuffer buffer) {
        PyBuffer ours = buffer.ownedBy(o);
        ours.onRelease(() -> {
            PyMemoryView view = PyMemoryView.restricted(buffer);
            try {
                Call.specialOrNull(o, "__release_buffer__", view);
            } finally {
                view.release();
            }
        });
        return ours;
    }

    private static PyBuffer fromPython(Object o, int flags) {
        Object made = Call.specialOrNull(o, "__buffer__", (long) flags);
        if (!(made instanceof PyMemoryView view)) {
            throw Errors.typeError("__buffer__ returned non-memoryview object");
        }
        PyBuffer buffer = view.buffer();
        if (buffer.readOnly && (flags & PyBuffer.WRITABLE) != 0) {
            throw Errors.raise(ExceptionTypes.BufferError, "Object is not writable.");
        }
        // A type made in C may have said that the memory is another object's.
        Object owner = Types.of(o).lookup("__buffer__") instanceof PyFunction ? o : buffer.owner;
        PyBuffer ours = buffer.ownedBy(owner);
        ours.onRelease(() -> {
            // That of a builtin type or of C takes back its own memory only.
            if (Types.of(o).lookup("__release_buffer__") instanceof PyFunction) {
                Call.specialOrNull(o, "__release_buffer__", view);
            }
            view.release();
        });
        return ours;
    }

    /** What {@link #bytesOf} gives, or null for an object without memory that is contiguous. */
    public static byte[] contiguousBytesOrNull(Object o) {
        if (!isBuffer(o)) {
            return null;
        }
        try {
            return bytesOf(o);
        } catch (PyException e) {
            if (e.is(ExceptionTypes.BufferError)) {
                return null;
            }
            throw e;
        }
    }

    /**
     * The content of a bytes-like object, for reading only: the very array of a bytes object, a
     * copy otherwise. TypeError for other objects, BufferError when the memory is not contiguous.
     */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static byte[] bytesOf(Object o) {
        if (o instanceof PyBytes b) {
            return b.value;
        }
        if (o instanceof PyByteArray b) {
            return b.toByteArray();
        }
        PyBuffer view = get(o, PyBuffer.SIMPLE);
        try {
            if (!view.isCContiguous()) {
                throw notContiguous();
            }
            return view.toByteArray();
        } finally {
            view.release();
        }
    }

    /** The content of a bytes-like object, or null for an object that exports no buffer. */
    public static byte[] bytesOrNull(Object o) {
        return isBuffer(o) ? bytesOf(o) : null;
    }

    /** The items of a buffer in C order, contiguous or not, in a new array. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static byte[] copyOf(Object o) {
        PyBuffer view = get(o, PyBuffer.FULL_RO);
        try {
            return view.toByteArray();
        } finally {
            view.release();
        }
    }

    /** A view for writing; TypeError with a message about read-write buffers. */
    @TruffleBoundary(transferToInterpreterOnException = false)
    public static PyBuffer getWritable(Object o) {
        PyBuffer view = null;
        if (isBuffer(o)) {
            try {
                view = get(o, PyBuffer.WRITABLE);
            } catch (PyException e) {
                if (!e.is(ExceptionTypes.BufferError)) {
                    throw e;
                }
            }
        }
        if (view == null) {
            throw Errors.typeError(
                    "read-write bytes-like object required, not '%s'", Types.of(o).name());
        }
        if (!view.isCContiguous()) {
            view.release();
            throw notContiguous();
        }
        return view;
    }

    /** Copies bytes to the beginning of a contiguous view. */
    public static void write(PyBuffer view, byte[] data, int from, int count) {
        MemorySegment.copy(data, from, view.memory, ValueLayout.JAVA_BYTE, view.offset, count);
    }

    private static PyException notContiguous() {
        return Errors.raise(
                ExceptionTypes.BufferError, "memoryview: underlying buffer is not C-contiguous");
    }
}
