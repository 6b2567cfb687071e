package org.jabiru.capi;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.foreign.Arena;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jabiru.IdleCollection;
import org.jabiru.PythonContext;
import org.jabiru.builtins.bytes.PyByteArray;
import org.jabiru.builtins.bytes.PyBytes;
import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.builtins.object.SafePoint;
import org.jabiru.builtins.structseq.StructSequenceType;
import org.jabiru.capi.api.ExceptionsApi;
import org.jabiru.capi.convert.ByteArrayMirrors;
import org.jabiru.capi.convert.Constants;
import org.jabiru.capi.convert.Crossing;
import org.jabiru.capi.cycles.CycleCollector;
import org.jabiru.capi.debug.CallWatch;
import org.jabiru.capi.functions.BufferExports;
import org.jabiru.capi.functions.NativeCalls;
import org.jabiru.capi.functions.Watchers;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.NativeState;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.capi.types.DictPlaces;
import org.jabiru.capi.types.NewClasses;
import org.jabiru.capi.types.SlotCalls;
import org.jabiru.capi.types.SlotFunctions;
import org.jabiru.capi.types.SpecTypes;
import org.jabiru.capi.types.StaticTypes;
import org.jabiru.capi.types.TypeLifetimes;
import org.jabiru.capi.types.TypeMirrors;
import org.jabiru.object.Errors;
import org.jabiru.object.PyException;
import org.jabiru.object.PyObject;
import org.jabiru.object.Str;
import org.jabiru.protocol.Call;

/**
 * The C-API of the main interpreter and of those that share its lock: what the generated dispatch
 * and the API methods work with.
 */
public final class CapiContext {
    /** The main interpreter. */
    public final PythonContext python;

    public final NativeLibrary library;
    public final NativeState state;
    public final StaticTypes staticTypes;
    public final HandleTable handles;
    public final Boundary boundary;
    public final Crossing crossing;
    public final NativeErrors errors;
    public final NativeCalls calls;
    public final TypeMirrors types;
    public final SpecTypes specTypes;
    public final NewClasses newClasses = new NewClasses(this);
    public final TypeLifetimes typeLifetimes;
    public final SlotCalls slotCalls;
    public final SlotFunctions slotFunctions;
    public final BufferExports bufferExports;
    public final CycleCollector cycles;
    public final Watchers watchers = new Watchers(this);
    public final ByteArrayMirrors byteArrays = new ByteArrayMirrors(this);
    public final DictPlaces dictPlaces = new DictPlaces(this);
    public final Constants constants = new Constants();
    public final Subinterpreters subinterpreters = new Subinterpreters(this);

    public final AsyncExceptions asyncExceptions;

    /** Runs what {@code Py_AddPendingCall} was given. */
    private final SafePoint pendingCalls;

    private volatile boolean makesPendingCalls;
    private volatile boolean hasPendingCalls;

    /** Null unless upcalls are counted. */
    final UpcallCounts upcallCounts = UpcallCounts.orNull();

    /** Null unless calls are shown or checked. */
    public final CallWatch watch = CallWatch.orNull(this);

    /** The types of PyStructSequence_NewType. */
    public final Map<Object, StructSequenceType> structSequences = new IdentityHashMap<>();

    /** What PyFrozenSet_New made last: its maker may still add to it. */
    public WeakReference<Object> newFrozenSet = new WeakReference<>(null);

    /** The full name of the module whose PyInit function runs, or null. */
    public String moduleBeingInitialised;

    /** Where {@code jabiru_error_take} writes. */
    final long errorOut;

    /** Whether C's request for the lock brought the current thread into the interpreter. */
    private final ThreadLocal<Boolean> enteredForC = ThreadLocal.withInitial(() -> false);

    /** Whether a thread that C made has had the lock. */
    private boolean hadThreadsOfC;

    /** Starts the library for an interpreter. */
    CapiContext(PythonContext python, NativeLibrary library) {
        this.python = python;
        this.library = library;
        this.state = library.start(this);
        if (watch != null) {
            watch.start(state);
        }
        python.hasExtensions = true;
        this.staticTypes = new StaticTypes(state.types);
        this.handles = new HandleTable(state, IdleCollection.of(python));
        this.boundary = new Boundary(this);
        this.crossing = new Crossing(this);
        this.errors = new NativeErrors(this);
        this.calls = new NativeCalls(this);
        this.types = new TypeMirrors(this);
        this.specTypes = new SpecTypes(this);
        this.typeLifetimes = new TypeLifetimes(this);
        this.slotCalls = new SlotCalls(this);
        this.slotFunctions = new SlotFunctions(this);
        this.bufferExports = new BufferExports(this);
        this.cycles = new CycleCollector(this);
        this.errorOut = Arena.global().allocate(24, 8).address();
        this.asyncExceptions = new AsyncExceptions(python);
        this.pendingCalls = new SafePoint(python, this::makePendingCalls);
        bindExceptions();
    }

    /** Has the pending calls made soon, from any thread. */
    public void requestPendingCalls() {
        hasPendingCalls = true;
        if (!makesPendingCalls) {
            pendingCalls.request();
        }
    }

    private void makePendingCalls() {
        if (makesPendingCalls) {
            return;
        }
        makesPendingCalls = true;
        hasPendingCalls = false;
        boundary.enter();
        long status;
        try {
            status = state.functions.Py_MakePendingCalls();
        } finally {
            boundary.leave();
            makesPendingCalls = false;
            if (hasPendingCalls) {
                // Not before these are over: those that ask for themselves would nest without end.
                pendingCalls.request();
            }
        }
        if (status != 0) {
            throw errors.failure("a pending call");
        }
    }

    /** {@code PyExc_*} and the types are known to C before Java hands them out. */
    private void bindExceptions() {
        types.addressOf(ExceptionTypes.BaseException);
    }

    /** The address of {@code PyObject_HashNotImplemented}. */
    public long hashNotImplemented() {
        return library.symbol("PyObject_HashNotImplemented");
    }

    /** The address of {@code PyObject_GenericGetAttr}. */
    public long genericGetAttribute() {
        return library.symbol("PyObject_GenericGetAttr");
    }

    // ---- what the generated dispatch calls ----

    /** The object of a borrowed argument. */
    public Object object(long p) {
        Object o = crossing.borrowed(p);
        if (!byteArrays.isEmpty() && o instanceof PyByteArray b) {
            byteArrays.toJava(b);
        }
        return o;
    }

    /** The object of a stolen argument: takes one reference over. */
    public Object steal(long p) {
        return crossing.taken(p);
    }

    /** A result with one reference for C. */
    public long toNewReference(Object o) {
        return crossing.toNew(o);
    }

    /** A result with one reference for C, which a container of Java's has, too. */
    public long toItem(Object o) {
        long p = crossing.toNew(o);
        if (!(o instanceof PyObject x) || x.nativePeer == null) {
            boundary.keepRecent(p);
        }
        return p;
    }

    /** A result that its container keeps alive. */
    public long toBorrowed(Object o) {
        return crossing.toBorrowed(o);
    }

    /** A NUL-terminated string in UTF-8; UnicodeDecodeError when it is not. */
    public String text(long p) {
        byte[] bytes = Memory.getBytes(p, Memory.stringLength(p));
        for (byte b : bytes) {
            if (b < 0) {
                return Str.java((TruffleString) Call.method(new PyBytes(bytes), "decode"));
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Makes a Java exception the current one of the thread. */
    public void raise(Throwable t) {
        if (watch != null) {
            watch.raised(t);
        }
        errors.raise(t);
    }

    /** Reports an exception that cannot be raised. */
    @TruffleBoundary
    public void unraisable(Throwable t, String function) {
        ExceptionsApi.reportUnraisable(
                this, NativeErrors.toPython(t), "Exception ignored in " + function);
    }

    /** NULL where an object must be: SystemError, unless an exception is set already. */
    @TruffleBoundary
    public RuntimeException nullArgument(String function, String parameter) {
        PyException set = errors.take(function);
        return set != null ? set : Errors.systemError("null argument to internal routine");
    }

    /** A handle's object was collected while C still uses the memory: makes the wrapper again. */
    @TruffleBoundary
    public PyObject revive(Handle h) {
        if (h.kind != Handle.Kind.INSTANCE) {
            throw Errors.systemError("object at 0x%x was used after its end", h.address);
        }
        long p = h.address;
        handles.unbind(h);
        PyObject made = (PyObject) types.wrap(p, ObjectLayout.type(p));
        // The old wrapper's reference goes; the new one has taken its own.
        if (!h.isDying) {
            crossing.release(p);
        }
        return made;
    }

    /** {@code jabiru_gil_acquire}: 1 when the thread held the lock already. */
    public int acquireGil() {
        if (python.gil.isHeld()) {
            return 1;
        }
        if (!enteredForC.get() && PythonContext.getOrNull() == null) {
            // A thread that C made: it is in the interpreter for as long as it holds the lock.
            python.env().getContext().enter(null);
            enteredForC.set(true);
            hadThreadsOfC = true;
        }
        python.gil.acquire();
        return 0;
    }

    /** Whether threads that C made may be known to the JVM. */
    public boolean hadThreadsOfC() {
        return hadThreadsOfC;
    }

    /** {@code jabiru_gil_release}. */
    public void releaseGil() {
        if (!python.gil.isHeld()) {
            return;
        }
        python.gil.release();
        if (enteredForC.get()) {
            enteredForC.set(false);
            subinterpreters.leave(0);
            // It was in no other context before.
            python.env().getContext().leave(null, null);
        }
    }
}
