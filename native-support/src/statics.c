/* Static types and objects: initialised by the compiler where C allows, otherwise at start. */
#include "statics.h"

#include <stdlib.h>
#include <string.h>

#define PREFIX {.flags = FLAG_STATIC}
#define HEAD(type) {.ob_refcnt_full = IMMORTAL_REFCNT, .ob_type = (type)}

#define TYPE_ENTRY(                                                                                \
    symbol, python_name, base_type, basic, item, type_flags, dict, weaklist, vector)               \
    {PREFIX,                                                                                       \
        {.ob_base = {HEAD(JABIRU_TYPE(JABIRU_INDEX_PyType_Type)), 0},                              \
            .tp_name = python_name,                                                                \
            .tp_basicsize = basic,                                                                 \
            .tp_itemsize = item,                                                                   \
            .tp_dealloc = jabiru_value_dealloc,                                                    \
            .tp_vectorcall_offset = vector,                                                        \
            .tp_flags = type_flags,                                                                \
            .tp_weaklistoffset = weaklist,                                                         \
            .tp_base = base_type,                                                                  \
            .tp_dictoffset = dict,                                                                 \
            .tp_alloc = PyType_GenericAlloc,                                                       \
            .tp_getattro = PyObject_GenericGetAttr,                                                \
            .tp_setattro = PyObject_GenericSetAttr,                                                \
            .tp_free = ((type_flags) & Py_TPFLAGS_HAVE_GC) ? PyObject_GC_Del : PyObject_Free}},

#define LONG(type, tag, value)                                                                     \
    {                                                                                              \
        PREFIX,                                                                                    \
        {                                                                                          \
            .ob_base = HEAD(type), .lv_tag = tag, .ob_digit = {value}                              \
        }                                                                                          \
    }

struct statics jabiru_statics = {
    .types = {JABIRU_TYPES(TYPE_ENTRY)},
    .none = {PREFIX, HEAD(JABIRU_TYPE(JABIRU_INDEX__PyNone_Type))},
    .ellipsis = {PREFIX, HEAD(JABIRU_TYPE(JABIRU_INDEX_PyEllipsis_Type))},
    .not_implemented = {PREFIX, HEAD(JABIRU_TYPE(JABIRU_INDEX__PyNotImplemented_Type))},
    .true_value = LONG(JABIRU_TYPE(JABIRU_INDEX_PyBool_Type), 1 << LONG_SIZE_SHIFT, 1),
    .false_value = LONG(JABIRU_TYPE(JABIRU_INDEX_PyBool_Type), LONG_ZERO, 0),
    .empty_str = {PREFIX,
        {._base = {.ob_base = HEAD(JABIRU_TYPE(JABIRU_INDEX_PyUnicode_Type)),
             .hash = -1,
             .state = STR_INTERNED | (1 << STR_KIND_SHIFT) | STR_COMPACT | STR_ASCII | STR_STATIC}},
        ""},
    .empty_bytes = {PREFIX,
        {.ob_base = {HEAD(JABIRU_TYPE(JABIRU_INDEX_PyBytes_Type)), 0}, .ob_shash = -1}, ""},
    .empty_tuple = {PREFIX,
        {.ob_base = {HEAD(JABIRU_TYPE(JABIRU_INDEX_PyTuple_Type)), 0}, .ob_hash = -1}, ""},
};

_Static_assert(sizeof(struct static_type) == STATIC_TYPE_STRIDE, "stride of the type symbols");
_Static_assert(offsetof(struct statics, true_value) - offsetof(struct statics, none) == 96,
    "offsets of the symbols of the singletons");

STATIC_SYMBOL(_Py_NoneStruct, AFTER_TYPES(0), 16);
STATIC_SYMBOL(_Py_EllipsisObject, AFTER_TYPES(32), 16);
STATIC_SYMBOL(_Py_NotImplementedStruct, AFTER_TYPES(64), 16);
STATIC_SYMBOL(_Py_TrueStruct, AFTER_TYPES(96), 32);
STATIC_SYMBOL(_Py_FalseStruct, AFTER_TYPES(144), 32);

#include "types.inc"

PyObject *const jabiru_empty_tuple = (PyObject *)&jabiru_statics.empty_tuple.object;
PyObject *const jabiru_empty_str = (PyObject *)&jabiru_statics.empty_str.object;
PyObject *const jabiru_empty_bytes = (PyObject *)&jabiru_statics.empty_bytes.object;

JABIRU_EXPORT int (*PyOS_InputHook)(void) = NULL;
JABIRU_EXPORT const char *Py_hexdigits = "0123456789abcdef";
JABIRU_EXPORT const char *Py_FileSystemDefaultEncoding = "utf-8";
JABIRU_EXPORT const char *Py_FileSystemDefaultEncodeErrors = "surrogateescape";
JABIRU_EXPORT int Py_HasFileSystemDefaultEncoding = 1;
JABIRU_EXPORT int Py_UTF8Mode = 1;
JABIRU_EXPORT const unsigned long Py_Version = PY_VERSION_HEX;
JABIRU_EXPORT const char *const PyStructSequence_UnnamedField = "unnamed field";
JABIRU_EXPORT char _PyByteArray_empty_string[] = "";
JABIRU_EXPORT int _Py_SwappedOp[] = {Py_GT, Py_GE, Py_EQ, Py_NE, Py_LT, Py_LE};

static PyTypeObject *type_pointers[JABIRU_TYPE_COUNT];

static void init_small_ints(void)
{
    for (int i = 0; i < SMALL_INT_COUNT; i++) {
        int value = i + SMALL_INT_FIRST;
        struct static_long *entry = &jabiru_statics.small_ints[i];
        uintptr_t sign = value > 0 ? 0 : value == 0 ? LONG_ZERO : LONG_NEGATIVE;
        uintptr_t digits = value == 0 ? 0 : 1;
        *entry = (struct static_long)LONG(&PyLong_Type, 0, (digit)abs(value));
        entry->object.lv_tag = (digits << LONG_SIZE_SHIFT) | LONG_SMALL_FLAG | sign;
    }
}

static void init_latin1(void)
{
    for (int c = 0; c < 256; c++) {
        struct static_str *entry = &jabiru_statics.latin1[c];
        *entry = jabiru_statics.empty_str;
        PyASCIIObject *str = &entry->object._base;
        str->length = 1;
        if (c < 128) {
            ((char *)(str + 1))[0] = (char)c;
        } else {
            str->state &= ~STR_ASCII;
            entry->tail[0] = (char)c;
        }
    }
}

PyObject *jabiru_small_int(int value)
{
    return (PyObject *)&jabiru_statics.small_ints[value - SMALL_INT_FIRST].object;
}

PyObject *jabiru_latin1(unsigned char c)
{
    return (PyObject *)&jabiru_statics.latin1[c].object;
}

static PyObject *object_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    (void)args;
    (void)kwargs;
    return type->tp_alloc(type, 0);
}

static int object_init(PyObject *self, PyObject *args, PyObject *kwargs)
{
    (void)self;
    (void)args;
    (void)kwargs;
    return 0;
}

/* What Java's objects refer to is Java's collector's affair. */
static int java_traverse(PyObject *self, visitproc visit, void *arg)
{
    (void)self;
    (void)visit;
    (void)arg;
    return 0;
}

static int java_clear(PyObject *self)
{
    (void)self;
    return 0;
}

/* C may fill in the fields of instances of subclasses: Java reads them when it first sees one. */
static int is_value_type(PyTypeObject *type)
{
    return type == &PyBaseObject_Type || type == &PyFloat_Type || type == &PyComplex_Type ||
           (type->tp_flags &
               (Py_TPFLAGS_LONG_SUBCLASS | Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_TUPLE_SUBCLASS |
                   Py_TPFLAGS_BYTES_SUBCLASS | Py_TPFLAGS_UNICODE_SUBCLASS));
}

/* What the static types do in C themselves; everything else is Java's. */
/* type's own way to attributes, which metaclasses of C inherit and call. */
static PyObject *type_getattro(PyObject *self, PyObject *name)
{
    return PyObject_CallMethod((PyObject *)&PyType_Type, "__getattribute__", "OO", self, name);
}

static int type_setattro(PyObject *self, PyObject *name, PyObject *value)
{
    PyObject *type = (PyObject *)&PyType_Type;
    PyObject *done = value == NULL
                         ? PyObject_CallMethod(type, "__delattr__", "OO", self, name)
                         : PyObject_CallMethod(type, "__setattr__", "OOO", self, name, value);
    Py_XDECREF(done);
    return done == NULL ? -1 : 0;
}

static void init_slots(void)
{
    for (int i = 0; i < JABIRU_TYPE_COUNT; i++) {
        PyTypeObject *type = JABIRU_TYPE(i);
        if (!is_value_type(type)) {
            type->tp_alloc = jabiru_alloc_java;
        }
        if (type->tp_flags & Py_TPFLAGS_HAVE_GC) {
            type->tp_traverse = java_traverse;
            type->tp_clear = java_clear;
        }
    }
    PyType_Type.tp_alloc = jabiru_alloc_class;
    PyBaseObject_Type.tp_new = object_new;
    PyBaseObject_Type.tp_init = object_init;
    PyType_Type.tp_getattro = type_getattro;
    PyType_Type.tp_setattro = type_setattro;
    PyTuple_Type.tp_dealloc = jabiru_tuple_dealloc;
    PyList_Type.tp_dealloc = jabiru_list_dealloc;
    PyUnicode_Type.tp_dealloc = jabiru_str_dealloc;
    PyType_Type.tp_dealloc = jabiru_type_dealloc;
    PyCapsule_Type.tp_dealloc = jabiru_capsule_dealloc;
}

static PyObject *int_bit_length(PyObject *self, PyObject *unused)
{
    (void)unused;
    return PyLong_FromLongLong(_PyLong_NumBits(self));
}

static PyObject *float_as_integer_ratio(PyObject *self, PyObject *unused)
{
    (void)unused;
    return PyObject_CallMethod(self, "as_integer_ratio", NULL);
}

static PyMethodDef int_methods[] = {{"bit_length", int_bit_length, METH_NOARGS, NULL}, {0}};
static PyMethodDef float_methods[] = {
    {"as_integer_ratio", float_as_integer_ratio, METH_NOARGS, NULL}, {0}};

/* The methods of builtin types are Java's; CPython's _decimal looks for these two in the tables. */
static void init_methods(void)
{
    PyLong_Type.tp_methods = int_methods;
    PyFloat_Type.tp_methods = float_methods;
}

struct shown {
    struct shown *next;
    PyMethodDef method;
    char name[];
};

/* Functions and descriptors are called through tp_call: inlined code that reads these flags finds
   no convention by which it could call a C function itself. There is one for each name. */
void *jabiru_shown_method(PyObject *name)
{
    static PyMethodDef unnamed = {"builtin", NULL, 0, NULL};
    static struct shown *known[256];
    Py_ssize_t length;
    const char *text = PyUnicode_AsUTF8AndSize(name, &length);
    if (text == NULL) {
        PyErr_Clear();
        return &unnamed;
    }
    unsigned hash = 0;
    for (Py_ssize_t i = 0; i < length; i++)
        hash = hash * 31 + (unsigned char)text[i];
    struct shown **head = &known[hash % 256];
    for (struct shown *s = *head; s != NULL; s = s->next)
        if (strcmp(s->name, text) == 0) return &s->method;
    struct shown *made = calloc(1, sizeof *made + (size_t)length + 1);
    if (made == NULL) return &unnamed;
    memcpy(made->name, text, (size_t)length);
    made->method.ml_name = made->name;
    made->next = *head;
    *head = made;
    return &made->method;
}

/* What Cython's code copies of a slot wrapper, to give the copy a docstring. */
void *jabiru_shown_wrapper(void)
{
    static void *wrapper[7] = {"wrapper"};
    return wrapper;
}

/* Inlined code reads the bases of types that Java has not met. Java's order of attributes takes the
   place of these when it does. */
static int init_bases(void)
{
    for (int i = 0; i < JABIRU_TYPE_COUNT; i++) {
        PyTypeObject *type = JABIRU_TYPE(i);
        PyTypeObject *base = type->tp_base;
        Py_ssize_t depth = 1;
        for (PyTypeObject *t = base; t != NULL; t = t->tp_base) {
            depth++;
        }
        type->tp_bases = base == NULL ? PyTuple_New(0) : PyTuple_Pack(1, base);
        type->tp_mro = PyTuple_New(depth);
        if (type->tp_bases == NULL || type->tp_mro == NULL) {
            return -1;
        }
        for (PyTypeObject *t = type; t != NULL; t = t->tp_base) {
            PyTuple_SetItem(type->tp_mro, PyTuple_Size(type->tp_mro) - depth--, (PyObject *)t);
        }
    }
    return 0;
}

int jabiru_statics_init(struct jabiru_native *native)
{
    jabiru_state.statics_base = (uintptr_t)&jabiru_statics;
    jabiru_state.statics_end = (uintptr_t)(&jabiru_statics + 1);
    init_small_ints();
    init_latin1();
    jabiru_start_runtime();
    init_slots();
    init_methods();
    for (int i = 0; i < JABIRU_TYPE_COUNT; i++) {
        type_pointers[i] = JABIRU_TYPE(i);
    }
    native->types = type_pointers;
    native->type_count = JABIRU_TYPE_COUNT;
    native->none = Py_None;
    native->true_value = Py_True;
    native->false_value = Py_False;
    native->ellipsis = &_Py_EllipsisObject;
    native->not_implemented = &_Py_NotImplementedStruct;
    native->empty_tuple = jabiru_empty_tuple;
    native->empty_str = jabiru_empty_str;
    native->empty_bytes = jabiru_empty_bytes;
    native->small_ints = jabiru_small_int(SMALL_INT_FIRST);
    native->latin1 = jabiru_latin1(0);
    return init_bases();
}
