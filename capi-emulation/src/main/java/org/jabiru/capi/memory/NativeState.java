package org.jabiru.capi.memory;

import org.jabiru.builtins.exceptions.ExceptionTypes;
import org.jabiru.capi.generated.NativeFunctions;
import org.jabiru.object.Errors;

/** The library's own state ({@code struct jabiru_state}) and the table that its start returned. */
public final class NativeState {
    private static final int ARENA_BASE = 0;
    private static final int ARENA_END = 8;
    private static final int STATICS_BASE = 32;
    private static final int STATICS_END = 40;
    private static final int ZERO_LIST = 48;
    private static final int ZERO_COUNT = 56;
    private static final int EPOCH = 72;
    private static final int FREE_LISTS = 80;
    private static final int SMALL_INT_STRIDE = 48;
    private static final int LATIN1_STRIDE = 80;
    private static final int SMALL_INT_FIRST = -5;
    private static final int SMALL_INT_LAST = 256;

    public final NativeFunctions functions;
    public final long none;
    public final long trueValue;
    public final long falseValue;
    public final long ellipsis;
    public final long notImplemented;
    public final long emptyTuple;
    public final long emptyStr;
    public final long emptyBytes;

    /** Addresses of the static types, in the order of {@code NativeTypes.NAMES}. */
    public final long[] types;

    private final long state;
    private final long arenaBase;
    private final long arenaEnd;
    private final long staticsBase;
    private final long staticsEnd;
    private final long smallInts;
    private final long latin1;
    private final long slotThunks;
    private final long slotThunkCount;

    /** Reads {@code struct jabiru_native}. */
    public NativeState(long table, NativeFunctions functions) {
        this.functions = functions;
        state = Memory.getLong(table);
        long typeTable = Memory.getLong(table + 8);
        types = new long[Math.toIntExact(Memory.getLong(table + 16))];
        for (int i = 0; i < types.length; i++) {
            types[i] = Memory.getLong(typeTable + 8L * i);
        }
        none = Memory.getLong(table + 24);
        trueValue = Memory.getLong(table + 32);
        falseValue = Memory.getLong(table + 40);
        ellipsis = Memory.getLong(table + 48);
        notImplemented = Memory.getLong(table + 56);
        emptyTuple = Memory.getLong(table + 64);
        emptyStr = Memory.getLong(table + 72);
        emptyBytes = Memory.getLong(table + 80);
        smallInts = Memory.getLong(table + 88);
        latin1 = Memory.getLong(table + 96);
        slotThunks = Memory.getLong(table + 120);
        slotThunkCount = Memory.getLong(table + 128);
        arenaBase = Memory.getLong(state + ARENA_BASE);
        arenaEnd = Memory.getLong(state + ARENA_END);
        staticsBase = Memory.getLong(state + STATICS_BASE);
        staticsEnd = Memory.getLong(state + STATICS_END);
    }

    /** The function for a slot that Java implements; 0 when there are not so many. */
    public long slotThunk(int number) {
        return number < slotThunkCount ? Memory.getLong(slotThunks + 8L * number) : 0;
    }

    /** Whether the object has our prefix in front of it. */
    public boolean isOurs(long object) {
        return inArena(object) || isStatic(object);
    }

    public boolean inArena(long object) {
        return object >= arenaBase && object < arenaEnd;
    }

    public boolean isStatic(long object) {
        return object >= staticsBase && object < staticsEnd;
    }

    /** The static object of a small int, or 0. */
    public long smallInt(long value) {
        return value < SMALL_INT_FIRST || value > SMALL_INT_LAST
                ? 0
                : smallInts + (value - SMALL_INT_FIRST) * SMALL_INT_STRIDE;
    }

    /** The static one-character str of a code point below 256. */
    public long latin1(int codePoint) {
        return latin1 + (long) codePoint * LATIN1_STRIDE;
    }

    /** Bumped whenever Java's lists may have changed behind C's back. */
    public int epoch() {
        return Memory.getInt(state + EPOCH);
    }

    /**
     * Memory for an object: head set (count 1), the rest as it was.
     *
     * @param size in bytes, head included
     */
    public long allocate(long type, int size) {
        int sizeClass = (size + ObjectLayout.PREFIX + 15) / 16 - 1;
        if (sizeClass < 32) {
            long head = state + FREE_LISTS + 8L * sizeClass;
            long cell = Memory.getLong(head);
            if (cell != 0) {
                Memory.putLong(head, Memory.getLong(cell));
                Memory.putLong(cell, 0);
                // No flags, the size class in its byte, nothing of Java's.
                Memory.putLong(cell + 8, (long) sizeClass << Short.SIZE);
                long object = cell + ObjectLayout.PREFIX;
                Memory.putLong(object, 1);
                Memory.putLong(object + ObjectLayout.TYPE, type);
                return object;
            }
        }
        return there(functions.jabiru_object_new(type, size));
    }

    /** Memory of malloc's; MemoryError when there is none, or when an allocator says so. */
    public long malloc(long size) {
        return there(functions.PyMem_Malloc(size));
    }

    /** Memory of calloc's, as {@link #malloc}. */
    public long calloc(long size) {
        return there(functions.PyMem_Calloc(1, size));
    }

    private static long there(long p) {
        if (p == 0) {
            throw Errors.of(ExceptionTypes.MemoryError);
        }
        return p;
    }

    /** Gives the memory of a value with nothing hanging off it back. */
    public void free(long object) {
        int sizeClass = Memory.getByte(object - 6);
        if (sizeClass >= 32 || DEBUG) {
            functions.jabiru_object_free(object);
            return;
        }
        long head = state + FREE_LISTS + 8L * sizeClass;
        long cell = object - ObjectLayout.PREFIX;
        Memory.putLong(object, 0);
        Memory.putLong(cell, Memory.getLong(head));
        Memory.putLong(head, cell);
    }

    /** Whether the count of a proxy fell to 0 since the last look. */
    public boolean hasZeroList() {
        return Memory.getLong(state + ZERO_COUNT) != 0;
    }

    /**
     * The proxies whose count fell to 0 since the last call; empties the list. Each counts as on
     * the list until its turn comes ({@link #takeOffZeroList}): what ends before may not free it.
     */
    public long[] takeZeroList() {
        long count = Memory.getLong(state + ZERO_COUNT);
        if (count == 0) {
            return NOTHING;
        }
        long list = Memory.getLong(state + ZERO_LIST);
        long[] out = new long[Math.toIntExact(count)];
        for (int i = 0; i < out.length; i++) {
            out[i] = Memory.getLong(list + 8L * i);
        }
        Memory.putLong(state + ZERO_COUNT, 0);
        return out;
    }

    /** The turn of a proxy that was on the list; whether C has no reference to it. */
    public static boolean takeOffZeroList(long p) {
        ObjectLayout.setFlags(p, ObjectLayout.flags(p) & ~ObjectLayout.FLAG_ON_ZERO_LIST);
        return ObjectLayout.refcount(p) == 0;
    }

    private static final long[] NOTHING = {};

    /** Freed memory goes to C, which poisons it and keeps it for a while. */
    private static final boolean DEBUG = Boolean.getBoolean("jabiru.capi.debug");
}
