package org.jabiru.capi.convert;

/** Offsets and flags of {@code PyTypeObject} (C-API manual, Type Object Structures). */
public final class TypeLayout {
    public static final int NAME = 24;
    public static final int BASICSIZE = 32;
    public static final int ITEMSIZE = 40;
    public static final int DEALLOC = 48;
    public static final int VECTORCALL_OFFSET = 56;
    public static final int AS_ASYNC = 80;
    public static final int REPR = 88;
    public static final int AS_NUMBER = 96;
    public static final int AS_SEQUENCE = 104;
    public static final int AS_MAPPING = 112;
    public static final int HASH = 120;
    public static final int CALL = 128;
    public static final int STR = 136;
    public static final int GETATTRO = 144;
    public static final int SETATTRO = 152;
    public static final int AS_BUFFER = 160;
    public static final int FLAGS = 168;
    public static final int HAVE_VECTORCALL = 1 << 11;
    public static final int DOC = 176;
    public static final int RICHCOMPARE = 200;
    public static final int WEAKLISTOFFSET = 208;
    public static final int ITER = 216;
    public static final int ITERNEXT = 224;
    public static final int METHODS = 232;
    public static final int MEMBERS = 240;
    public static final int GETSET = 248;
    public static final int BASE = 256;
    public static final int DICT = 264;
    public static final int DESCR_GET = 272;
    public static final int DESCR_SET = 280;
    public static final int DICTOFFSET = 288;
    public static final int INIT = 296;
    public static final int ALLOC = 304;
    public static final int NEW = 312;
    public static final int BASES = 336;
    public static final int MRO = 344;
    public static final int FINALIZE = 392;
    public static final int VECTORCALL = 400;

    /** Of heap types. */
    public static final int HT_NAME = 856;

    public static final int HT_QUALNAME = 872;

    public static final int HT_MODULE = 888;

    public static final long MANAGED_WEAKREF = 1L << 3;
    public static final long MANAGED_DICT = 1L << 4;
    public static final long SEQUENCE = 1L << 5;
    public static final long MAPPING = 1L << 6;
    public static final long DISALLOW_INSTANTIATION = 1L << 7;
    public static final long IMMUTABLE = 1L << 8;
    public static final long HEAPTYPE = 1L << 9;
    public static final long BASETYPE = 1L << 10;
    public static final long READY = 1L << 12;
    public static final long HAVE_GC = 1L << 14;
    public static final long IS_ABSTRACT = 1L << 20;
    public static final long LONG_SUBCLASS = 1L << 24;
    public static final long LIST_SUBCLASS = 1L << 25;
    public static final long TUPLE_SUBCLASS = 1L << 26;
    public static final long BYTES_SUBCLASS = 1L << 27;
    public static final long STR_SUBCLASS = 1L << 28;

    /** Of instances whose dict is not in the memory that C knows. */
    public static final long MANAGED_DICTOFFSET = -1;

    private TypeLayout() {}
}
