/* The memory layout of CPython 3.14's objects. Extensions read these fields with inlined code, so
   offsets and sizes are fixed; test/layout.sh compares them with CPython's own headers. */
#ifndef JABIRU_LAYOUT_H
#define JABIRU_LAYOUT_H

#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x030e0000 /* without the macros that stand for what is defined here */
#endif
#include <Python.h>

typedef PySendResult (*sendfunc)(PyObject *, PyObject *, PyObject **);

typedef struct {
    unaryfunc am_await;
    unaryfunc am_aiter;
    unaryfunc am_anext;
    sendfunc am_send;
} PyAsyncMethods;

typedef struct {
    binaryfunc nb_add;
    binaryfunc nb_subtract;
    binaryfunc nb_multiply;
    binaryfunc nb_remainder;
    binaryfunc nb_divmod;
    ternaryfunc nb_power;
    unaryfunc nb_negative;
    unaryfunc nb_positive;
    unaryfunc nb_absolute;
    inquiry nb_bool;
    unaryfunc nb_invert;
    binaryfunc nb_lshift;
    binaryfunc nb_rshift;
    binaryfunc nb_and;
    binaryfunc nb_xor;
    binaryfunc nb_or;
    unaryfunc nb_int;
    void *nb_reserved;
    unaryfunc nb_float;
    binaryfunc nb_inplace_add;
    binaryfunc nb_inplace_subtract;
    binaryfunc nb_inplace_multiply;
    binaryfunc nb_inplace_remainder;
    ternaryfunc nb_inplace_power;
    binaryfunc nb_inplace_lshift;
    binaryfunc nb_inplace_rshift;
    binaryfunc nb_inplace_and;
    binaryfunc nb_inplace_xor;
    binaryfunc nb_inplace_or;
    binaryfunc nb_floor_divide;
    binaryfunc nb_true_divide;
    binaryfunc nb_inplace_floor_divide;
    binaryfunc nb_inplace_true_divide;
    unaryfunc nb_index;
    binaryfunc nb_matrix_multiply;
    binaryfunc nb_inplace_matrix_multiply;
} PyNumberMethods;

typedef struct {
    lenfunc mp_length;
    binaryfunc mp_subscript;
    objobjargproc mp_ass_subscript;
} PyMappingMethods;

typedef struct {
    lenfunc sq_length;
    binaryfunc sq_concat;
    ssizeargfunc sq_repeat;
    ssizeargfunc sq_item;
    void *was_sq_slice;
    ssizeobjargproc sq_ass_item;
    void *was_sq_ass_slice;
    objobjproc sq_contains;
    binaryfunc sq_inplace_concat;
    ssizeargfunc sq_inplace_repeat;
} PySequenceMethods;

typedef struct {
    getbufferproc bf_getbuffer;
    releasebufferproc bf_releasebuffer;
} PyBufferProcs;

struct _typeobject {
    PyVarObject ob_base;
    const char *tp_name;
    Py_ssize_t tp_basicsize;
    Py_ssize_t tp_itemsize;
    destructor tp_dealloc;
    Py_ssize_t tp_vectorcall_offset;
    getattrfunc tp_getattr;
    setattrfunc tp_setattr;
    PyAsyncMethods *tp_as_async;
    reprfunc tp_repr;
    PyNumberMethods *tp_as_number;
    PySequenceMethods *tp_as_sequence;
    PyMappingMethods *tp_as_mapping;
    hashfunc tp_hash;
    ternaryfunc tp_call;
    reprfunc tp_str;
    getattrofunc tp_getattro;
    setattrofunc tp_setattro;
    PyBufferProcs *tp_as_buffer;
    unsigned long tp_flags;
    const char *tp_doc;
    traverseproc tp_traverse;
    inquiry tp_clear;
    richcmpfunc tp_richcompare;
    Py_ssize_t tp_weaklistoffset;
    getiterfunc tp_iter;
    iternextfunc tp_iternext;
    PyMethodDef *tp_methods;
    PyMemberDef *tp_members;
    PyGetSetDef *tp_getset;
    PyTypeObject *tp_base;
    PyObject *tp_dict;
    descrgetfunc tp_descr_get;
    descrsetfunc tp_descr_set;
    Py_ssize_t tp_dictoffset;
    initproc tp_init;
    allocfunc tp_alloc;
    newfunc tp_new;
    freefunc tp_free;
    inquiry tp_is_gc;
    PyObject *tp_bases;
    PyObject *tp_mro;
    PyObject *tp_cache;
    void *tp_subclasses;
    PyObject *tp_weaklist;
    destructor tp_del;
    unsigned int tp_version_tag;
    destructor tp_finalize;
    vectorcallfunc tp_vectorcall;
    unsigned char tp_watched;
    uint16_t tp_versions_used;
};

typedef struct _heaptypeobject {
    PyTypeObject ht_type;
    PyAsyncMethods as_async;
    PyNumberMethods as_number;
    PyMappingMethods as_mapping;
    PySequenceMethods as_sequence;
    PyBufferProcs as_buffer;
    PyObject *ht_name;
    PyObject *ht_slots;
    PyObject *ht_qualname;
    void *ht_cached_keys;
    PyObject *ht_module;
    char *_ht_tpname;
    void *ht_token;
    void *spec_cache[3];
} PyHeapTypeObject;

typedef uint32_t digit;
#define PyLong_SHIFT 30
#define PyLong_MASK ((digit)((1U << PyLong_SHIFT) - 1))
#define LONG_SIGN_MASK 3
#define LONG_ZERO 1
#define LONG_NEGATIVE 2
#define LONG_SMALL_FLAG 4
#define LONG_SIZE_SHIFT 3

struct _longobject {
    PyObject ob_base;
    uintptr_t lv_tag;
    digit ob_digit[1];
};

typedef struct {
    PyObject ob_base;
    double ob_fval;
} PyFloatObject;

typedef struct {
    double real;
    double imag;
} Py_complex;

typedef struct {
    PyObject ob_base;
    Py_complex cval;
} PyComplexObject;

typedef struct {
    PyVarObject ob_base;
    Py_hash_t ob_shash;
    char ob_sval[1];
} PyBytesObject;

typedef struct {
    PyVarObject ob_base;
    Py_hash_t ob_hash;
    PyObject *ob_item[1];
} PyTupleObject;

typedef struct {
    PyVarObject ob_base;
    PyObject **ob_item;
    Py_ssize_t allocated;
} PyListObject;

typedef struct {
    PyVarObject ob_base;
    Py_ssize_t ob_alloc;
    char *ob_bytes;
    char *ob_start;
    Py_ssize_t ob_exports;
} PyByteArrayObject;

/* The head of CPython's; the rest is Java's. */
typedef struct {
    PyObject ob_base;
    Py_ssize_t ma_used;
} PyDictObject;

#define STR_INTERNED 0x3u
#define STR_KIND_SHIFT 2
#define STR_KIND_MASK (0x7u << STR_KIND_SHIFT)
#define STR_COMPACT 0x20u
#define STR_ASCII 0x40u
#define STR_STATIC 0x80u

typedef struct {
    PyObject ob_base;
    Py_ssize_t length;
    Py_hash_t hash;
    uint32_t state;
} PyASCIIObject;

typedef struct {
    PyASCIIObject _base;
    Py_ssize_t utf8_length;
    char *utf8;
} PyCompactUnicodeObject;

typedef struct {
    PyCompactUnicodeObject _base;
    void *data;
} PyUnicodeObject;

typedef struct {
    PyObject ob_base;
    PyObject *md_dict;
    PyModuleDef *md_def;
    void *md_state;
    PyObject *md_weaklist;
    PyObject *md_name;
} PyModuleObject;

typedef struct {
    PyObject ob_base;
    void *pointer;
    const char *name;
    void *context;
    PyCapsule_Destructor destructor;
    traverseproc traverse_func;
    inquiry clear_func;
} PyCapsule;

/* Of a ring with a head. */
struct list_node {
    struct list_node *next;
    struct list_node *prev;
};

/* _PyErr_StackItem: the exception that is being handled. */
struct exception_item {
    PyObject *exc_value;
    struct exception_item *previous_item;
};

/* The first fields are CPython's; what follows `reserved_too` is ours alone. */
struct _ts {
    PyThreadState *prev;
    PyThreadState *next;
    PyInterpreterState *interp;
    uintptr_t eval_breaker;
    unsigned int status;
    int holds_gil;
    int whence;
    int state;
    int py_recursion_remaining;
    int py_recursion_limit;
    int recursion_headroom;
    int tracing;
    int what_event;
    int traced_before; /* whether a trace function ran when `tracing` left 0 */
    void *current_frame;
    void *c_profilefunc;
    void *c_tracefunc;
    PyObject *c_profileobj;
    PyObject *c_traceobj;
    PyObject *current_exception;
    struct exception_item *exc_info;
    PyObject *dict;
    int gilstate_counter;
    PyObject *async_exc;
    unsigned long thread_id;
    unsigned long native_thread_id;
    char reserved[656];
    /* From here on CPython's own modules only: the limit of the stack, and what asyncio runs. */
    uint64_t refcount;
    uintptr_t stack_top;
    uintptr_t soft_stack_limit;
    uintptr_t stack_limit;
    PyObject *asyncio_loop;
    PyObject *asyncio_task;
    struct list_node asyncio_tasks;
    char reserved_too[40];
    PyObject *error_type;
    PyObject *error_value;
    PyObject *error_traceback;
    uint64_t id;
    int attached;
    int result_with_error;
    int shows_error;               /* C code reads current_exception itself */
    uintptr_t entered;             /* where the stack was when Java called C last */
    struct exception_item handled; /* what exc_info points to, if not a coroutine's */
};
_Static_assert(offsetof(struct _ts, stack_top) == 832, "_PyThreadStateImpl.c_stack_top");
_Static_assert(
    offsetof(struct _ts, asyncio_loop) == 856, "_PyThreadStateImpl.asyncio_running_loop");

/* What CPython's own modules look at: `finalizing` stays NULL; the rest is asyncio's. */
struct _is {
    int64_t id;
    PyObject *dict;
    char reserved[0x1cb0 - 16];
    PyThreadState *threads;
    char reserved_for_threads[0x20];
    void *runtime;
    void *finalizing;
    char reserved_for_modules[0x2a60 - 0x1ce8];
    struct list_node asyncio_tasks;
    char reserved_for_objects[0x2d60 - 0x2a70];
    void *future_iterators;
    Py_ssize_t future_iterators_size;
    PyInterpreterState *next;
};
_Static_assert(offsetof(struct _is, runtime) == 0x1cd8, "PyInterpreterState.runtime");
_Static_assert(offsetof(struct _is, asyncio_tasks) == 0x2a60, "asyncio_tasks_head");
_Static_assert(offsetof(struct _is, future_iterators) == 0x2d60, "freelists.futureiters");

#endif
