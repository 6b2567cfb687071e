package org.jabiru.capi.memory;

/**
 * Offsets in the objects of CPython 3.14 (native-support/src/layout.h), and the reference count.
 */
public final class ObjectLayout {
    public static final int REFCNT = 0;
    public static final int TYPE = 8;
    public static final int SIZE = 16;

    public static final int LONG_TAG = 16;
    public static final int LONG_DIGITS = 24;
    public static final int FLOAT_VALUE = 16;
    public static final int COMPLEX_REAL = 16;
    public static final int COMPLEX_IMAG = 24;
    public static final int BYTES_HASH = 24;
    public static final int BYTES_DATA = 32;
    public static final int TUPLE_HASH = 24;
    public static final int TUPLE_ITEMS = 32;
    public static final int LIST_ITEMS = 24;
    public static final int LIST_ALLOCATED = 32;
    public static final int LIST_SIZE_OF = 40;
    public static final int DICT_USED = 16;
    public static final int SET_USED = 24;
    public static final int WEAK_OBJECT = 16;
    public static final int STRUCT_SIZE = 16;
    public static final int STRUCT_COUNT = 24;
    public static final int STR_LENGTH = 16;
    public static final int STR_HASH = 24;
    public static final int STR_STATE = 32;
    public static final int STR_ASCII_DATA = 40;
    public static final int STR_UTF8_LENGTH = 40;
    public static final int STR_UTF8 = 48;
    public static final int STR_DATA = 56;
    public static final int STR_KIND_SHIFT = 2;
    public static final int STR_COMPACT = 0x20;
    public static final int STR_ASCII = 0x40;

    /** In front of an object: {@code struct jabiru_prefix}. */
    /** {@code _PyDictViewObject.dv_dict}. */
    public static final int DICT_VIEW_DICT = 16;

    public static final int PREFIX = 16;

    public static final int PREFIX_HANDLE = -16;
    public static final int PREFIX_EPOCH = -12;
    public static final int PREFIX_FLAGS = -8;

    /** Of a str: 32 bits for Java's own use. */
    public static final int PREFIX_JAVA = -4;

    public static final int FLAG_PROXY = 1;
    public static final int FLAG_ON_ZERO_LIST = 2;
    public static final int FLAG_INSTANCE = 4;
    public static final int FLAG_TRACKED = 8;
    public static final int FLAG_FINALIZED = 16;
    public static final int FLAG_STATIC = 64;

    /** Of a type: C may have put fields, and a tp_dealloc, behind those of a builtin base. */
    public static final int FLAG_C_FIELDS = 128;

    /** Java's collector found that Java does not keep it. */
    public static final int FLAG_DOOMED = 256;

    /** A tuple: the items that are objects of Java's are borrowed from Java's tuple. */
    public static final int FLAG_BORROWS = 512;

    /** A tuple that C made, and that Java knows. */
    public static final int FLAG_ADOPTED = 1024;

    /** Bytes that C made without content. */
    public static final int FLAG_UNFILLED = 2048;

    /**
     * What the last bytes of such content hold, and the first ones if it is long, until it is
     * written; as in jabiru.h.
     */
    private static final long UNWRITTEN = 0x5ADE_C0DE_71B3_E2A9L;

    /** An array: its items are of PyMem_Malloc and end with it. */
    public static final int FLAG_OWNS_ITEMS = 4096;

    /** A short str whose characters C asked for. */
    public static final int FLAG_TEXT = 8192;

    private static final long IMMORTAL = 3L << 30;

    private ObjectLayout() {}

    public static long type(long object) {
        return Memory.getLong(object + TYPE);
    }

    /** The count; a huge number for immortals. */
    public static long refcount(long object) {
        return Memory.getLong(object);
    }

    public static void setRefcount(long object, long count) {
        Memory.putLong(object, count);
    }

    /** Undoes what old inlined code did to the count of an immortal. */
    public static void resetImmortal(long object) {
        if (Memory.getInt(object) != (int) IMMORTAL) {
            Memory.putLong(object, IMMORTAL);
        }
    }

    /** Whether nobody has written what is in bytes that C made without content. */
    public static boolean isUnwritten(long bytes) {
        long length = Memory.getLong(bytes + SIZE);
        long data = bytes + BYTES_DATA;
        if (length >= 2 * Long.BYTES && Memory.getLong(data) != UNWRITTEN) {
            return false;
        }
        long rest = UNWRITTEN;
        for (long i = Math.max(length - Long.BYTES, 0); i < length; i++) {
            if (Memory.getByte(data + i) != (byte) rest) {
                return false;
            }
            rest >>>= Byte.SIZE;
        }
        return true;
    }

    public static boolean isImmortal(long object) {
        return Memory.getInt(object) < 0;
    }

    /** {@code Py_INCREF}. */
    public static void incref(long object) {
        long count = Memory.getLong(object);
        if ((int) count >= 0) {
            Memory.putLong(object, count + 1);
        }
    }

    /**
     * Takes one off the count.
     *
     * @return whether it is 0 now: then the caller must free the object, or call _Py_Dealloc
     */
    public static boolean decref(long object) {
        long count = Memory.getLong(object);
        if ((int) count < 0) {
            resetImmortal(object);
            return false;
        }
        Memory.putLong(object, count - 1);
        return count == 1;
    }

    public static int flags(long object) {
        return Memory.getShort(object + PREFIX_FLAGS);
    }

    public static void setFlags(long object, int flags) {
        Memory.putShort(object + PREFIX_FLAGS, (short) flags);
    }
}
