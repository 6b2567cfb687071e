package org.jabiru.capi.functions;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.memory.Memory;
import org.jabiru.modules.gc.Collection;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.Singleton;
import org.jabiru.object.Str;

/** A {@code PyMethodDef}, read once. */
public final class MethodDefinition {
    public static final int SIZE = 32;

    private static final int VARARGS = 1;
    private static final int KEYWORDS = 2;
    private static final int NOARGS = 4;
    private static final int O = 8;
    public static final int CLASS = 0x10;
    public static final int STATIC = 0x20;
    public static final int COEXIST = 0x40;
    private static final int FASTCALL = 0x80;
    private static final int METHOD = 0x200;

    private final CapiContext context;
    public final String name;
    public final int flags;
    public final long address;
    private final long function;

    public MethodDefinition(CapiContext context, long address) {
        this.context = context;
        this.address = address;
        this.name = Memory.string(Memory.getLong(address));
        this.function = Memory.getLong(address + 8);
        this.flags = Memory.getInt(address + 16);
        int convention = flags & (VARARGS | KEYWORDS | NOARGS | O | FASTCALL | METHOD);
        switch (convention) {
            case VARARGS,
                    VARARGS | KEYWORDS,
                    NOARGS,
                    O,
                    FASTCALL,
                    FASTCALL | KEYWORDS,
                    FASTCALL | KEYWORDS | METHOD -> {}
            default -> throw Errors.systemError("%s() method: bad call flags", name);
        }
    }

    /**
     * Calls the function.
     *
     * @param self what C gets as self, or null for NULL
     * @param cls the defining class, for METH_METHOD
     * @param args the arguments, from an index on; keyword values last
     * @param callee for messages
     */
    Object call(
            Object self,
            Object cls,
            Object[] args,
            int from,
            TruffleString[] keywords,
            Object callee) {
        return context.watch == null
                ? callOnce(self, cls, args, from, keywords, callee)
                : context.watch.call(
                        name,
                        self,
                        args,
                        from,
                        () -> callUnwatched(self, cls, args, from, keywords, callee));
    }

    /**
     * CPython: a view ends with its last reference; here: with a collection. So does a cursor of a
     * database. An object that refuses because of those that nobody has any more is asked again.
     */
    private Object callOnce(
            Object self,
            Object cls,
            Object[] args,
            int from,
            TruffleString[] keywords,
            Object callee) {
        try {
            return callUnwatched(self, cls, args, from, keywords, callee);
        } catch (PyException e) {
            if (DroppedCursors.isRefused(name, e)) {
                collect();
            } else if (!e.is(ExceptionTypes.BufferError) || !haveEndedMeanwhile()) {
                throw e;
            }
        }
        return callUnwatched(self, cls, args, from, keywords, callee);
    }

    @TruffleBoundary
    private void collect() {
        Collection.run();
        context.boundary.drainIfIdle();
    }

    /** Whether a collection ends something of C's, which may have been such a view. */
    @TruffleBoundary
    private boolean haveEndedMeanwhile() {
        int objects = context.handles.liveCount();
        int buffers = context.bufferExports.borrowedCount();
        collect();
        return context.handles.liveCount() < objects
                || context.bufferExports.borrowedCount() < buffers;
    }

    private Object callUnwatched(
            Object self,
            Object cls,
            Object[] args,
            int from,
            TruffleString[] keywords,
            Object callee) {
        NativeCalls calls = context.calls;
        int n = args.length - from;
        switch (flags & (VARARGS | KEYWORDS | NOARGS | O | FASTCALL | METHOD)) {
            case NOARGS -> {
                if (keywords != null || n != 0) {
                    throw wrongArguments(n, keywords, "takes no arguments");
                }
                return calls.noArguments(function, self, callee);
            }
            case O -> {
                if (keywords != null || n != 1) {
                    throw wrongArguments(n, keywords, "takes exactly one argument");
                }
                return calls.oneArgument(function, self, args[from], callee);
            }
            case FASTCALL -> {
                if (keywords != null) {
                    throw wrongArguments(n, keywords, "");
                }
                return calls.fast(function, self, args, from, callee);
            }
            case VARARGS -> {
                if (keywords != null) {
                    throw wrongArguments(n, keywords, "");
                }
                return calls.varArguments(function, self, args, from, null, false, callee);
            }
            case VARARGS | KEYWORDS -> {
                return calls.varArguments(function, self, args, from, keywords, true, callee);
            }
            case FASTCALL | KEYWORDS -> {
                return calls.fastKeywords(function, self, null, args, from, keywords, callee);
            }
            default -> {
                return calls.fastKeywords(function, self, cls, args, from, keywords, callee);
            }
        }
    }

    /** Calls the function with one positional argument. */
    Object callOne(Object self, Object cls, Object argument, Object callee) {
        return context.watch == null && (flags & (VARARGS | NOARGS | O | FASTCALL)) == O
                ? context.calls.oneArgument(function, self, argument, callee)
                : call(self, cls, new Object[] {argument}, 0, null, callee);
    }

    private PyException wrongArguments(int n, TruffleString[] keywords, String takes) {
        return keywords != null
                ? Errors.typeError("%s() takes no keyword arguments", name)
                : Errors.typeError("%s() %s (%d given)", name, takes, n);
    }

    /** The text, which extensions may set later on (numpy does). */
    private String text() {
        long d = Memory.getLong(address + 24);
        return d == 0 ? null : Memory.string(d);
    }

    /** {@code __doc__}. */
    Object doc() {
        return Docstring.doc(name, text());
    }

    /** {@code __text_signature__}: of the text, or of a function without choice what it is. */
    Object textSignature() {
        Object written = Docstring.signature(name, text());
        int kind = flags & (VARARGS | NOARGS | O | FASTCALL | KEYWORDS);
        if (written != Singleton.NONE || kind != NOARGS && kind != O) {
            return written;
        }
        String self = (flags & CLASS) != 0 ? "$type, " : (flags & STATIC) != 0 ? "" : "$self, ";
        String all = self + (kind == O ? "object, " : "");
        return Str.of("(" + all + (all.isEmpty() ? ")" : "/)"));
    }
}
