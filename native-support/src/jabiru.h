/* Inside the library: the memory layout shared with Java, and what the C files share.
   The contract is in capi-emulation/abi/README.md. */
#ifndef JABIRU_H
#define JABIRU_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "layout.h"

/* The headers make calls of these; inside the library they are field accesses. */
#undef Py_TYPE
#undef Py_REFCNT
#undef Py_NewRef
#undef Py_XNewRef
#undef Py_INCREF
#undef Py_DECREF
#undef Py_IS_TYPE
#undef PyType_HasFeature
#undef PyType_FastSubclass
#undef Py_None
#undef Py_True
#undef Py_False
#undef Py_Ellipsis
#undef Py_NotImplemented
#undef PyObject_DelAttr
#undef PyObject_DelAttrString
#undef PyCFunction_New
#undef Py_Is
#undef PyObject_TypeCheck
#undef PyUnicode_AsUTF8

#define Py_None (&_Py_NoneStruct)
#define Py_True ((PyObject *)&_Py_TrueStruct)
#define Py_False ((PyObject *)&_Py_FalseStruct)
#define TYPE(op) (((PyObject *)(op))->ob_type)
#define Py_TYPE(op) TYPE(op)
#define Py_IS_TYPE(op, type) (TYPE(op) == (type))
#define PyType_FastSubclass(type, flag) (((type)->tp_flags & (flag)) != 0)
#define PyType_HasFeature(type, flag) (((type)->tp_flags & (flag)) != 0)
#define PyObject_TypeCheck(op, type) (TYPE(op) == (type) || jabiru_is_subtype(TYPE(op), (type)))

#define IMMORTAL_REFCNT (INT64_C(3) << 30)
#define SIZE_CLASSES 80
#define SMALL_CLASSES 32

enum jabiru_flags {
    FLAG_PROXY = 1,
    FLAG_ON_ZERO_LIST = 2,
    FLAG_INSTANCE = 4,
    FLAG_TRACKED = 8,
    FLAG_FINALIZED = 16,
    FLAG_RAW = 32,
    FLAG_STATIC = 64,
    FLAG_C_FIELDS =
        128, /* a type: C may have put fields, and a tp_dealloc, behind a builtin base's */
    FLAG_DOOMED = 256,   /* Java's collector found that Java does not keep it */
    FLAG_BORROWS = 512,  /* a tuple: items that are Java's objects are borrowed from Java's tuple */
    FLAG_ADOPTED = 1024, /* a tuple that C made, and that Java knows */
    FLAG_UNFILLED = 2048,   /* bytes made without content, which C fills in; see UNWRITTEN */
    FLAG_TEXT = 8192,       /* a short str whose characters were asked for; see LentTexts.java */
    FLAG_OWNS_ITEMS = 4096, /* an array: its items are of PyMem_Malloc and end with it */
};

/* What the last bytes of such content hold, and the first ones if it is long, until it is written.
 */
#define UNWRITTEN UINT64_C(0x5ADEC0DE71B3E2A9)

/* What precedes every object of ours. While a cell is free, its first word links to the next. */
struct jabiru_prefix {
    int32_t handle;
    uint32_t epoch;
    uint16_t flags;
    uint8_t size_class;
    uint8_t unused;
    uint32_t java; /* a str: Java's own; others: the number among the objects with tp_traverse */
};

struct jabiru_state {
    uintptr_t arena_base;
    uintptr_t arena_end;
    uintptr_t arena_top;
    uintptr_t arena_committed;
    uintptr_t statics_base;
    uintptr_t statics_end;
    PyObject **zero_list;
    uint64_t zero_count;
    uint64_t zero_capacity;
    uint32_t epoch;
    uint32_t poison;
    void *free_lists[SIZE_CLASSES];
};

struct jabiru_java {
    uint64_t fingerprint;
    void *(*resolve_shape)(int64_t shape);
};

struct jabiru_native {
    struct jabiru_state *state;
    void *types;
    int64_t type_count;
    PyObject *none;
    PyObject *true_value;
    PyObject *false_value;
    PyObject *ellipsis;
    PyObject *not_implemented;
    PyObject *empty_tuple;
    PyObject *empty_str;
    PyObject *empty_bytes;
    void *small_ints;
    void *latin1;
    void *functions;
    int64_t function_count;
    void *slot_thunks;
    int64_t slot_thunk_count;
};

struct jabiru_error {
    PyObject *type;
    PyObject *value;
    PyObject *traceback;
};

#include "hidden.h"

extern struct jabiru_state jabiru_state;

/* The functions that stand for slots which Java implements, by number. */
extern void *const jabiru_slot_thunks[];
extern const int64_t jabiru_slot_thunk_count;

extern PyTypeObject _PyNone_Type;
extern PyTypeObject _PyNotImplemented_Type;
extern PyTypeObject PyMethod_Type;

static inline struct jabiru_prefix *jabiru_prefix_of(const void *object)
{
    return (struct jabiru_prefix *)object - 1;
}

static inline int jabiru_in_arena(const void *p)
{
    return (uintptr_t)p - jabiru_state.arena_base <
           jabiru_state.arena_top - jabiru_state.arena_base;
}

static inline int jabiru_is_static(const void *p)
{
    return (uintptr_t)p - jabiru_state.statics_base <
           jabiru_state.statics_end - jabiru_state.statics_base;
}

static inline int jabiru_is_ours(const void *p)
{
    return jabiru_in_arena(p) || jabiru_is_static(p);
}

static inline int jabiru_is_immortal(const PyObject *op)
{
    return (int32_t)op->ob_refcnt_split[0] < 0;
}

static inline void Py_INCREF(PyObject *op)
{
    if (!jabiru_is_immortal(op)) {
        op->ob_refcnt++;
    }
}

static inline void Py_DECREF(PyObject *op)
{
    if (jabiru_is_immortal(op)) {
        if (op->ob_refcnt_split[0] != (uint32_t)IMMORTAL_REFCNT) {
            op->ob_refcnt = IMMORTAL_REFCNT; /* undoes the drift of code that counts immortals */
        }
    } else if (--op->ob_refcnt == 0) {
        _Py_Dealloc(op);
    }
}

#define Py_INCREF(op) Py_INCREF(_PyObject_CAST(op))
#define Py_DECREF(op) Py_DECREF(_PyObject_CAST(op))
#undef Py_XINCREF
#undef Py_XDECREF
#undef Py_CLEAR
#define Py_XINCREF(op)                                                                             \
    do {                                                                                           \
        if ((op) != NULL) {                                                                        \
            Py_INCREF(op);                                                                         \
        }                                                                                          \
    } while (0)
#define Py_XDECREF(op)                                                                             \
    do {                                                                                           \
        if ((op) != NULL) {                                                                        \
            Py_DECREF(op);                                                                         \
        }                                                                                          \
    } while (0)
#define Py_CLEAR(op)                                                                               \
    do {                                                                                           \
        PyObject *cleared_ = (PyObject *)(op);                                                     \
        (op) = NULL;                                                                               \
        Py_XDECREF(cleared_);                                                                      \
    } while (0)

static inline PyObject *new_ref(void *op)
{
    Py_INCREF(op);
    return op;
}

static inline PyObject *new_ref_or_null(void *op)
{
    Py_XINCREF(op);
    return op;
}

/* Whether obj is an int (of a subclass too) of at most two digits, and its value. */
static inline int jabiru_short_int(PyObject *obj, int64_t *value)
{
    if (obj == NULL || !PyLong_Check(obj)) {
        return 0;
    }
    const PyLongObject *v = (const PyLongObject *)obj;
    size_t digits = v->lv_tag >> LONG_SIZE_SHIFT;
    if (digits > 2) {
        return 0;
    }
    int64_t magnitude = v->ob_digit[0];
    if (digits == 2) {
        magnitude |= (int64_t)v->ob_digit[1] << PyLong_SHIFT;
    }
    *value = (v->lv_tag & LONG_SIGN_MASK) == LONG_NEGATIVE ? -magnitude : magnitude;
    return 1;
}

/* memory */
void *jabiru_allocate(size_t size);
void jabiru_release_cell(void *object);
void *jabiru_new_value(PyTypeObject *type, size_t size);
void *jabiru_new_zeroed(PyTypeObject *type, size_t size);

/* Whether an extension's allocator for objects (PyMem_SetAllocator) has no memory for one. */
extern int jabiru_asks_allocator;
int jabiru_is_refused(size_t size);
size_t jabiru_capacity(void *object);
int jabiru_arena_init(void);
void jabiru_zero_list_add(PyObject *op);

uint64_t jabiru_cell_size(int size_class);

/* --capi-debug */
int64_t jabiru_debug_live_bytes(void);
void *jabiru_debug_cell(int size_class);
int jabiru_debug_fails(void);
void jabiru_debug_made(void *object);
void jabiru_debug_freed(void *object, uint64_t size);
void jabiru_debug_counted(PyObject *object, const char *function);

/* A value as jabiru_new_value makes it; where the size is a constant, a few instructions. */
static inline void *jabiru_new_small(PyTypeObject *type, size_t size)
{
    size_t size_class = (size + sizeof(struct jabiru_prefix) + 15) / 16 - 1;
    void **cell = jabiru_state.free_lists[size_class];
    if (cell == NULL || jabiru_asks_allocator) {
        return jabiru_new_value(type, size);
    }
    jabiru_state.free_lists[size_class] = *cell;
    struct jabiru_prefix *prefix = (struct jabiru_prefix *)cell;
    *prefix = (struct jabiru_prefix){.size_class = (uint8_t)size_class};
    PyObject *op = (PyObject *)(prefix + 1);
    op->ob_refcnt = 1;
    op->ob_type = type;
    return op;
}

/* Gives a cell of a small size class back; what jabiru_release_cell does for any. */
static inline void jabiru_release_small(void *object)
{
    struct jabiru_prefix *prefix = jabiru_prefix_of(object);
    if (jabiru_state.poison) {
        jabiru_release_cell(object);
        return;
    }
    ((PyObject *)object)->ob_refcnt = 0;
    void **head = &jabiru_state.free_lists[prefix->size_class];
    *(void **)prefix = *head;
    *head = prefix;
}

/* writes */
#define MOST_WRITES 256
#define WRITE_LOCK -1
#define WRITE_UNLOCK -2

/* A change of a Java object: an item at an index of a list, which stands in its memory, or, without
   memory, an item appended (with its reference); or a lock of a bytearray. */
struct write {
    PyObject *object;
    Py_ssize_t index;
    PyObject *item;
};
extern struct write jabiru_writes[MOST_WRITES];
extern uint32_t jabiru_write_count;
void jabiru_flush_writes(void);

/* Before Java runs. */
static inline void jabiru_settle(void)
{
    if (__builtin_expect(jabiru_write_count != 0, 0)) {
        jabiru_flush_writes();
    }
}

static inline void jabiru_write(PyObject *object, Py_ssize_t index, PyObject *item)
{
    jabiru_writes[jabiru_write_count++] = (struct write){object, index, item};
    if (jabiru_write_count == MOST_WRITES) {
        jabiru_flush_writes();
    }
}

/* collector */
void jabiru_gc_add(PyObject *op);
void jabiru_gc_remove(PyObject *op);

/* asyncio */
void jabiru_start_asyncio(PyInterpreterState *interp);
void jabiru_link_thread(PyThreadState *thread);
int jabiru_unlink_thread(PyThreadState *thread);

/* sys */
void jabiru_run_exit_functions_of(PyInterpreterState *interp);

/* interpreters */
extern PyInterpreterState jabiru_interpreter;
PyInterpreterState *jabiru_entered_interpreter(void);
void jabiru_enter_interpreter(PyInterpreterState *interp);

/* init */
extern __thread PyThreadState *jabiru_own_thread __attribute__((tls_model("initial-exec")));
PyThreadState *jabiru_thread_in(PyInterpreterState *interp);
PyThreadState *jabiru_first_thread(void);
PyThreadState *jabiru_known_thread(void);
PyThreadState *jabiru_save_attached(void);
void jabiru_end_if_exiting(void);
void jabiru_find_stack(PyThreadState *thread);

/* The state of this thread, made when first asked for. */
static inline PyThreadState *jabiru_thread(void)
{
    PyThreadState *thread = jabiru_own_thread;
    return thread != NULL ? thread : jabiru_first_thread();
}

/* Java calls C with the GIL held. */
static inline PyThreadState *jabiru_enter(void)
{
    PyThreadState *thread = jabiru_thread();
    thread->attached = 1;
    thread->entered = (uintptr_t)__builtin_frame_address(0);
    jabiru_state.epoch++;
    return thread;
}

void *jabiru_resolve_shape(int shape);
int jabiru_fatal(const char *message);
extern void *const jabiru_functions[];

/* exceptions */
void jabiru_todo(const char *symbol);
void jabiru_error_format(PyObject *type, const char *format, ...);
int jabiru_error_is_set(void);
void jabiru_null_argument(void);
int jabiru_stack_overflow(PyThreadState *thread, uintptr_t here, const char *where);

/* type */
int jabiru_is_subtype(PyTypeObject *type, PyTypeObject *base);
void jabiru_value_dealloc(PyObject *op);
void jabiru_dealloc_nested(PyObject *op, void (*release)(PyObject *));
void jabiru_tuple_dealloc(PyObject *op);
void jabiru_list_dealloc(PyObject *op);
void jabiru_error_show(PyThreadState *thread);
void jabiru_error_unshow(PyThreadState *thread);

/* The exception that was set when C code began that has nothing to do with it. */
struct jabiru_pending {
    PyObject *type;
    PyObject *value;
    PyObject *traceback;
    int is_set;
};
void jabiru_enter_aside(struct jabiru_pending *pending);
void jabiru_leave_aside(struct jabiru_pending *pending);

void jabiru_str_dealloc(PyObject *op);
void jabiru_subtype_dealloc(PyObject *op);
void jabiru_type_dealloc(PyObject *op);
void jabiru_capsule_dealloc(PyObject *op);
#define JABIRU_LAST_SLOT Py_tp_token
void *jabiru_slot_place(PyTypeObject *type, int slot);
void jabiru_adapt_attributes(PyTypeObject *type);
void jabiru_heap_tables(PyHeapTypeObject *heap);
PyObject *jabiru_alloc_class(PyTypeObject *metatype, Py_ssize_t nitems);
int jabiru_allocates_classes(PyTypeObject *metatype);
void *jabiru_new_class(PyTypeObject *metatype, Py_ssize_t size);
PyObject *jabiru_alloc_java(PyTypeObject *type, Py_ssize_t nitems);

/* unicode */
PyObject *jabiru_str_new(Py_ssize_t length, Py_UCS4 largest);
PyObject *jabiru_str_from_ucs4(const Py_UCS4 *characters, Py_ssize_t length);
void *jabiru_str_data(PyObject *str);
int jabiru_str_kind(PyObject *str);
int jabiru_str_order(PyObject *a, PyObject *b);
Py_UCS4 jabiru_str_char(PyObject *str, Py_ssize_t index);
const char *jabiru_utf8_of(PyObject *str, Py_ssize_t *size);
int jabiru_utf8_step(const unsigned char *s, size_t size, Py_UCS4 *c);
int jabiru_utf8_encode(Py_UCS4 c, char *out);

/* statics */
extern PyObject *const jabiru_empty_tuple;
extern PyObject *const jabiru_empty_str;
extern PyObject *const jabiru_empty_bytes;
PyObject *jabiru_small_int(int value);
PyObject *jabiru_latin1(unsigned char c);
void jabiru_start_runtime(void);

/* list, tuple: items current, or -1 with an exception */
int jabiru_sync_list(PyObject *list);

#endif
