package org.jabiru.capi.types;

import com.oracle.truffle.api.strings.TruffleString;
import org.jabiru.builtins.memoryview.PyMemoryView;
import org.jabiru.capi.CapiContext;
import org.jabiru.capi.convert.Crossing;
import org.jabiru.capi.convert.TypeLayout;
import org.jabiru.capi.functions.BufferExports;
import org.jabiru.capi.functions.NativeCalls;
import org.jabiru.capi.generated.NativeFunctions;
import org.jabiru.capi.handles.Handle;
import org.jabiru.capi.handles.HandleTable;
import org.jabiru.capi.memory.Memory;
import org.jabiru.capi.memory.ObjectLayout;
import org.jabiru.object.Args;
import org.jabiru.object.Errors;
import org.jabiru.object.PyObject;
import org.jabiru.object.Singleton;
import org.jabiru.object.Types;
import org.jabiru.protocol.Numbers;
import org.jabiru.protocol.Sequences;

/** Calls the C functions behind special methods. */
public final class SlotCalls {
    private final CapiContext context;
    private final Crossing crossing;
    private final NativeFunctions c;
    private final NativeCalls calls;

    public SlotCalls(CapiContext context) {
        this.context = context;
        this.crossing = context.crossing;
        this.c = context.state.functions;
        this.calls = context.calls;
    }

    private Object object(PyNativeSlot s, long p) {
        return calls.result(p, s);
    }

    private Object none(PyNativeSlot s, long status) {
        if (status == -1) {
            throw context.errors.failure(s);
        }
        return Singleton.NONE;
    }

    private long number(PyNativeSlot s, long value) {
        if (value == -1) {
            var e = context.errors.take(s);
            if (e != null) {
                throw e;
            }
        }
        return value;
    }

    Object call(PyNativeSlot s, Object[] args, TruffleString[] keywords) {
        long f = s.function;
        Object self = args[0];
        SlotKind kind = s.slot.kind();
        if (kind == SlotKind.CALL) {
            long vectorcall = self instanceof PyObject o ? vectorcallOf(o) : 0;
            if (vectorcall != 0) {
                return calls.fastKeywords(vectorcall, self, null, args, 1, keywords, s);
            }
            return object(s, withArguments(f, self, args, keywords, false));
        }
        if (kind == SlotKind.INIT) {
            return none(s, withArguments(f, self, args, keywords, true));
        }
        if (keywords != null) {
            throw Errors.typeError("wrapper %s() takes no keyword arguments", s.slot.method());
        }
        checkCount(s, args.length - 1);
        Object a = args.length > 1 ? args[1] : null;
        Object b = args.length > 2 ? args[2] : null;
        return switch (kind) {
            case UNARY ->
                    object(
                            s,
                            calls.lending(
                                    self, null, null, (x, y, z) -> c.jabiru_object_call1(f, x)));
            case NEXT ->
                    next(
                            s,
                            calls.lending(
                                    self, null, null, (x, y, z) -> c.jabiru_object_call1(f, x)));
            case HASH, LENGTH ->
                    number(
                            s,
                            calls.lending(
                                    self, null, null, (x, y, z) -> c.jabiru_long_call1(f, x)));
            case BOOL ->
                    number(
                                    s,
                                    calls.lending(
                                            self,
                                            null,
                                            null,
                                            (x, y, z) -> c.jabiru_int_call1(f, x)))
                            != 0;
            case BINARY ->
                    object(
                            s,
                            calls.lending(
                                    self, a, null, (x, y, z) -> c.jabiru_object_call2(f, x, y)));
            case REFLECTED ->
                    object(
                            s,
                            calls.lending(
                                    a, self, null, (x, y, z) -> c.jabiru_object_call2(f, x, y)));
            case POWER, IN_PLACE_POWER ->
                    object(
                            s,
                            calls.lending(
                                    self,
                                    a,
                                    b == null ? Singleton.NONE : b,
                                    (x, y, z) -> c.jabiru_object_call3(f, x, y, z)));
            case REFLECTED_POWER ->
                    object(
                            s,
                            calls.lending(
                                    a,
                                    self,
                                    b == null ? Singleton.NONE : b,
                                    (x, y, z) -> c.jabiru_object_call3(f, x, y, z)));
            case COMPARE ->
                    object(
                            s,
                            calls.lending(
                                    self,
                                    a,
                                    null,
                                    (x, y, z) ->
                                            c.jabiru_compare_call(f, x, y, s.slot.operator())));
            case SEQUENCE_ITEM -> {
                long index = sequenceIndex(self, a);
                yield object(
                        s,
                        calls.lending(
                                self, null, null, (x, y, z) -> c.jabiru_item_call(f, x, index)));
            }
            case REPEAT -> {
                long count = Numbers.indexForCount(a);
                yield object(
                        s,
                        calls.lending(
                                self, null, null, (x, y, z) -> c.jabiru_item_call(f, x, count)));
            }
            case SET_SEQUENCE_ITEM, DELETE_SEQUENCE_ITEM -> {
                long index = sequenceIndex(self, a);
                yield none(
                        s,
                        calls.lending(
                                self,
                                b,
                                null,
                                (x, y, z) -> c.jabiru_set_item_call(f, x, index, y)));
            }
            case SET_ITEM, DELETE_ITEM, DESCR_SET, DESCR_DELETE ->
                    none(s, calls.lending(self, a, b, (x, y, z) -> c.jabiru_int_call3(f, x, y, z)));
            case CONTAINS ->
                    number(
                                    s,
                                    calls.lending(
                                            self,
                                            a,
                                            null,
                                            (x, y, z) -> c.jabiru_int_call2(f, x, y)))
                            != 0;
            case DESCR_GET ->
                    object(
                            s,
                            calls.lending(
                                    self,
                                    a == Singleton.NONE ? null : a,
                                    b == Singleton.NONE ? null : b,
                                    (x, y, z) -> c.jabiru_object_call3(f, x, y, z)));
            case FINALIZE -> {
                calls.lending(
                        self,
                        null,
                        null,
                        (x, y, z) -> {
                            c.jabiru_void_call1(f, x);
                            return 0;
                        });
                yield Singleton.NONE;
            }
            case BUFFER -> buffer(s, self, a);
            case RELEASE_BUFFER -> {
                releaseBuffer(self, a);
                yield Singleton.NONE;
            }
            case CALL, INIT, NEW -> throw new IllegalStateException();
        };
    }

    /** The function that an object made in C wants to be called with (PEP 590), or 0. */
    private static long vectorcallOf(PyObject o) {
        Handle h = HandleTable.of(o);
        if (h == null || h.kind != Handle.Kind.INSTANCE) {
            return 0;
        }
        long type = ObjectLayout.type(h.address);
        long offset = Memory.getLong(type + TypeLayout.VECTORCALL_OFFSET);
        boolean has = (Memory.getLong(type + TypeLayout.FLAGS) & TypeLayout.HAVE_VECTORCALL) != 0;
        return has && offset > 0 ? Memory.getLong(h.address + offset) : 0;
    }

    private long withArguments(
            long f, Object self, Object[] args, TruffleString[] keywords, boolean asInt) {
        return calls.lendingArguments(
                self,
                args,
                1,
                keywords,
                (x, y, z) ->
                        asInt ? c.jabiru_int_call3(f, x, y, z) : c.jabiru_object_call3(f, x, y, z));
    }

    /** {@code __buffer__}: a memoryview that gives the buffer back in the end. */
    private Object buffer(PyNativeSlot s, Object self, Object flags) {
        int wanted = Args.toInt(flags);
        long view = context.state.calloc(BufferExports.VIEW_SIZE);
        long status =
                calls.lending(
                        self,
                        null,
                        null,
                        (x, y, z) -> c.jabiru_buffer_call(s.function, x, view, wanted));
        if (status == -1) {
            c.PyMem_Free(view);
            throw context.errors.failure(s);
        }
        return new PyMemoryView(context.bufferExports.viewFromC(view, self));
    }

    /** {@code __release_buffer__}: what {@link #buffer} gave is given back. */
    private static void releaseBuffer(Object self, Object view) {
        if (!(view instanceof PyMemoryView m)) {
            throw Errors.typeError("expected a memoryview object");
        }
        m.releaseFor(self);
    }

    private Object next(PyNativeSlot s, long p) {
        if (p == 0) {
            var e = context.errors.take(s);
            throw e != null ? e : Errors.stopIteration(Singleton.NONE);
        }
        return crossing.stolen(p);
    }

    /** Negative indexes count from the end, as for every {@code sq_item}. */
    private static long sequenceIndex(Object self, Object index) {
        long i = Numbers.indexForItem(index);
        return i < 0 && Types.of(self).special().len != null ? i + Sequences.length(self) : i;
    }

    private static void checkCount(PyNativeSlot s, int given) {
        int wanted =
                switch (s.slot.kind()) {
                    case UNARY, NEXT, HASH, LENGTH, BOOL, FINALIZE -> 0;
                    case SET_ITEM, SET_SEQUENCE_ITEM, DESCR_SET -> 2;
                    case DESCR_GET, POWER, REFLECTED_POWER, IN_PLACE_POWER -> given == 2 ? 2 : 1;
                    default -> 1;
                };
        if (given != wanted) {
            throw Errors.typeError(
                    "expected %d argument%s, got %d", wanted, wanted == 1 ? "" : "s", given);
        }
    }
}
