/* Types: subtype tests, flags, slots by number, deallocation. */
#include "jabiru.h"
#include "shapes.h"

int jabiru_is_subtype(PyTypeObject *type, PyTypeObject *base)
{
    PyObject *mro = type->tp_mro;
    if (mro != NULL) {
        Py_ssize_t size = Py_SIZE(mro);
        for (Py_ssize_t i = 0; i < size; i++) {
            if (((PyTupleObject *)mro)->ob_item[i] == (PyObject *)base) {
                return 1;
            }
        }
        return 0;
    }
    for (; type != NULL; type = type->tp_base) {
        if (type == base) {
            return 1;
        }
    }
    return base == &PyBaseObject_Type;
}

int PyType_IsSubtype(PyTypeObject *type, PyTypeObject *base)
{
    return jabiru_is_subtype(type, base);
}

unsigned long PyType_GetFlags(PyTypeObject *type)
{
    return type->tp_flags;
}

unsigned int PyType_ClearCache(void)
{
    return 0;
}

void PyType_Modified(PyTypeObject *type)
{
    (void)type;
}

/* Where a slot is: in the type, or in one of the tables that a heap type carries. */
struct slot_place {
    uint16_t offset;
    uint16_t table; /* offset of the table's pointer, 0 when the slot is in the type */
};

#define IN_TYPE(field) {offsetof(PyTypeObject, field), 0}
#define IN_TABLE(struct_type, field, table)                                                        \
    {offsetof(struct_type, field), offsetof(PyTypeObject, table)}
#define NUMBER(field) IN_TABLE(PyNumberMethods, field, tp_as_number)
#define SEQUENCE(field) IN_TABLE(PySequenceMethods, field, tp_as_sequence)
#define MAPPING(field) IN_TABLE(PyMappingMethods, field, tp_as_mapping)
#define ASYNC(field) IN_TABLE(PyAsyncMethods, field, tp_as_async)
#define BUFFER(field) IN_TABLE(PyBufferProcs, field, tp_as_buffer)

#define LAST_SLOT Py_tp_token
static const struct slot_place slot_places[LAST_SLOT + 1] = {
    [Py_bf_getbuffer] = BUFFER(bf_getbuffer),
    [Py_bf_releasebuffer] = BUFFER(bf_releasebuffer),
    [Py_mp_ass_subscript] = MAPPING(mp_ass_subscript),
    [Py_mp_length] = MAPPING(mp_length),
    [Py_mp_subscript] = MAPPING(mp_subscript),
    [Py_nb_absolute] = NUMBER(nb_absolute),
    [Py_nb_add] = NUMBER(nb_add),
    [Py_nb_and] = NUMBER(nb_and),
    [Py_nb_bool] = NUMBER(nb_bool),
    [Py_nb_divmod] = NUMBER(nb_divmod),
    [Py_nb_float] = NUMBER(nb_float),
    [Py_nb_floor_divide] = NUMBER(nb_floor_divide),
    [Py_nb_index] = NUMBER(nb_index),
    [Py_nb_inplace_add] = NUMBER(nb_inplace_add),
    [Py_nb_inplace_and] = NUMBER(nb_inplace_and),
    [Py_nb_inplace_floor_divide] = NUMBER(nb_inplace_floor_divide),
    [Py_nb_inplace_lshift] = NUMBER(nb_inplace_lshift),
    [Py_nb_inplace_multiply] = NUMBER(nb_inplace_multiply),
    [Py_nb_inplace_or] = NUMBER(nb_inplace_or),
    [Py_nb_inplace_power] = NUMBER(nb_inplace_power),
    [Py_nb_inplace_remainder] = NUMBER(nb_inplace_remainder),
    [Py_nb_inplace_rshift] = NUMBER(nb_inplace_rshift),
    [Py_nb_inplace_subtract] = NUMBER(nb_inplace_subtract),
    [Py_nb_inplace_true_divide] = NUMBER(nb_inplace_true_divide),
    [Py_nb_inplace_xor] = NUMBER(nb_inplace_xor),
    [Py_nb_int] = NUMBER(nb_int),
    [Py_nb_invert] = NUMBER(nb_invert),
    [Py_nb_lshift] = NUMBER(nb_lshift),
    [Py_nb_multiply] = NUMBER(nb_multiply),
    [Py_nb_negative] = NUMBER(nb_negative),
    [Py_nb_or] = NUMBER(nb_or),
    [Py_nb_positive] = NUMBER(nb_positive),
    [Py_nb_power] = NUMBER(nb_power),
    [Py_nb_remainder] = NUMBER(nb_remainder),
    [Py_nb_rshift] = NUMBER(nb_rshift),
    [Py_nb_subtract] = NUMBER(nb_subtract),
    [Py_nb_true_divide] = NUMBER(nb_true_divide),
    [Py_nb_xor] = NUMBER(nb_xor),
    [Py_nb_matrix_multiply] = NUMBER(nb_matrix_multiply),
    [Py_nb_inplace_matrix_multiply] = NUMBER(nb_inplace_matrix_multiply),
    [Py_sq_ass_item] = SEQUENCE(sq_ass_item),
    [Py_sq_concat] = SEQUENCE(sq_concat),
    [Py_sq_contains] = SEQUENCE(sq_contains),
    [Py_sq_inplace_concat] = SEQUENCE(sq_inplace_concat),
    [Py_sq_inplace_repeat] = SEQUENCE(sq_inplace_repeat),
    [Py_sq_item] = SEQUENCE(sq_item),
    [Py_sq_length] = SEQUENCE(sq_length),
    [Py_sq_repeat] = SEQUENCE(sq_repeat),
    [Py_tp_alloc] = IN_TYPE(tp_alloc),
    [Py_tp_base] = IN_TYPE(tp_base),
    [Py_tp_bases] = IN_TYPE(tp_bases),
    [Py_tp_call] = IN_TYPE(tp_call),
    [Py_tp_clear] = IN_TYPE(tp_clear),
    [Py_tp_dealloc] = IN_TYPE(tp_dealloc),
    [Py_tp_del] = IN_TYPE(tp_del),
    [Py_tp_descr_get] = IN_TYPE(tp_descr_get),
    [Py_tp_descr_set] = IN_TYPE(tp_descr_set),
    [Py_tp_doc] = IN_TYPE(tp_doc),
    [Py_tp_getattr] = IN_TYPE(tp_getattr),
    [Py_tp_getattro] = IN_TYPE(tp_getattro),
    [Py_tp_hash] = IN_TYPE(tp_hash),
    [Py_tp_init] = IN_TYPE(tp_init),
    [Py_tp_is_gc] = IN_TYPE(tp_is_gc),
    [Py_tp_iter] = IN_TYPE(tp_iter),
    [Py_tp_iternext] = IN_TYPE(tp_iternext),
    [Py_tp_methods] = IN_TYPE(tp_methods),
    [Py_tp_new] = IN_TYPE(tp_new),
    [Py_tp_repr] = IN_TYPE(tp_repr),
    [Py_tp_richcompare] = IN_TYPE(tp_richcompare),
    [Py_tp_setattr] = IN_TYPE(tp_setattr),
    [Py_tp_setattro] = IN_TYPE(tp_setattro),
    [Py_tp_str] = IN_TYPE(tp_str),
    [Py_tp_traverse] = IN_TYPE(tp_traverse),
    [Py_tp_members] = IN_TYPE(tp_members),
    [Py_tp_getset] = IN_TYPE(tp_getset),
    [Py_tp_free] = IN_TYPE(tp_free),
    [Py_am_await] = ASYNC(am_await),
    [Py_am_aiter] = ASYNC(am_aiter),
    [Py_am_anext] = ASYNC(am_anext),
    [Py_am_send] = ASYNC(am_send),
    [Py_tp_finalize] = IN_TYPE(tp_finalize),
    [Py_tp_vectorcall] = IN_TYPE(tp_vectorcall),
    [Py_tp_token] = {offsetof(PyHeapTypeObject, ht_token), 0},
};

/* The slot's field, or NULL when there is no such slot or the type lacks the table. */
void *jabiru_slot_place(PyTypeObject *type, int slot)
{
    if (slot <= 0 || slot > LAST_SLOT) {
        return NULL;
    }
    struct slot_place place = slot_places[slot];
    if (place.table == 0) {
        return (char *)type + place.offset;
    }
    char *table = *(char **)((char *)type + place.table);
    return table == NULL ? NULL : table + place.offset;
}

/* Slots of functions that Python sees as special methods. */
static int java_may_know(int slot)
{
    switch (slot) {
    case Py_tp_base:
    case Py_tp_bases:
    case Py_tp_doc:
    case Py_tp_methods:
    case Py_tp_members:
    case Py_tp_getset:
    case Py_tp_token:
    case Py_tp_vectorcall:
    case Py_tp_del:
    case Py_tp_is_gc:
    case Py_tp_getattr:
    case Py_tp_setattr:
    case Py_tp_alloc:
    case Py_tp_free:
    case Py_tp_dealloc:
    case Py_tp_traverse:
    case Py_tp_clear:
        return 0;
    default:
        return 1;
    }
}

/* Builtin types are made with object's functions for attributes; Java knows whose are their own. */
static int is_of_object(PyTypeObject *type, void *function)
{
    return jabiru_is_static(type) && (function == (void *)(uintptr_t)PyObject_GenericGetAttr ||
                                         function == (void *)(uintptr_t)PyObject_GenericSetAttr);
}

void *PyType_GetSlot(PyTypeObject *type, int slot)
{
    if (slot <= 0 || slot > LAST_SLOT) {
        PyErr_BadInternalCall();
        return NULL;
    }
    if (slot == Py_tp_token && !(type->tp_flags & Py_TPFLAGS_HEAPTYPE)) {
        return NULL;
    }
    void **place = jabiru_slot_place(type, slot);
    if (place != NULL && *place != NULL && !is_of_object(type, *place)) {
        return *place;
    }
    if (!java_may_know(slot)) {
        return NULL;
    }
    struct slot_place where = slot_places[slot];
    return jabiru_type_slot(type, where.table, where.offset);
}

/* Copies slots 1..LAST_SLOT that `type` leaves empty from its base. */
static void inherit_functions(PyTypeObject *type, PyTypeObject *base)
{
    static const uint8_t own[LAST_SLOT + 1] = {
        [Py_tp_base] = 1,
        [Py_tp_bases] = 1,
        [Py_tp_doc] = 1,
        [Py_tp_methods] = 1,
        [Py_tp_members] = 1,
        [Py_tp_getset] = 1,
        [Py_tp_token] = 1,
        [Py_tp_dealloc] = 1,
        [Py_tp_del] = 1,
        [Py_tp_vectorcall] = 1,
        [Py_tp_traverse] = 1,
        [Py_tp_clear] = 1,
        [Py_tp_hash] = 1,
        [Py_tp_richcompare] = 1,
        [Py_tp_free] = 1,
        [Py_tp_getattr] = 1,
        [Py_tp_getattro] = 1,
        [Py_tp_setattr] = 1,
        [Py_tp_setattro] = 1,
    };
    for (int slot = 1; slot <= LAST_SLOT; slot++) {
        void **from = own[slot] ? NULL : jabiru_slot_place(base, slot);
        void **to = from == NULL ? NULL : jabiru_slot_place(type, slot);
        if (to != NULL && *to == NULL) {
            *to = *from;
        }
    }
    if (type->tp_getattr == NULL && type->tp_getattro == NULL) {
        type->tp_getattr = base->tp_getattr;
        type->tp_getattro = base->tp_getattro;
    }
    if (type->tp_setattr == NULL && type->tp_setattro == NULL) {
        type->tp_setattr = base->tp_setattr;
        type->tp_setattro = base->tp_setattro;
    }
    if (type->tp_hash == NULL && type->tp_richcompare == NULL) {
        type->tp_hash = base->tp_hash;
        type->tp_richcompare = base->tp_richcompare;
    }
}

#define SUBCLASS_FLAGS (UINT64_C(0xff) << 24)

/* A static type without a table shares its base's. */
static void inherit_tables(PyTypeObject *type, PyTypeObject *base)
{
    if (type->tp_as_async == NULL) {
        type->tp_as_async = base->tp_as_async;
    }
    if (type->tp_as_number == NULL) {
        type->tp_as_number = base->tp_as_number;
    }
    if (type->tp_as_sequence == NULL) {
        type->tp_as_sequence = base->tp_as_sequence;
    }
    if (type->tp_as_mapping == NULL) {
        type->tp_as_mapping = base->tp_as_mapping;
    }
    if (type->tp_as_buffer == NULL) {
        type->tp_as_buffer = base->tp_as_buffer;
    }
}

/* Whether instances are native memory: some base was made in C, not by Java. */
static int has_native_base(PyTypeObject *type)
{
    for (PyTypeObject *base = type->tp_base; base != NULL; base = base->tp_base) {
        int javas = jabiru_in_arena(base) && (jabiru_prefix_of(base)->flags & FLAG_PROXY);
        if (!javas && !jabiru_is_static(base)) {
            return 1;
        }
    }
    return 0;
}

/* The first base that is neither C's nor a class of Python's: it says what instances are. */
static PyTypeObject *builtin_base(PyTypeObject *type)
{
    while (type != NULL && !jabiru_is_static(type)) {
        type = type->tp_base;
    }
    return type == NULL ? &PyBaseObject_Type : type;
}

/* Instances of types made in C over object are C's, those over other builtin types Java's. */
static void set_alloc(PyTypeObject *type)
{
    PyTypeObject *base = builtin_base(type);
    if (type->tp_alloc == NULL || type->tp_alloc == jabiru_alloc_java ||
        type->tp_alloc == PyType_GenericAlloc) {
        int javas = jabiru_in_arena(type) && (jabiru_prefix_of(type)->flags & FLAG_PROXY);
        type->tp_alloc = base != &PyBaseObject_Type        ? base->tp_alloc
                         : javas && !has_native_base(type) ? jabiru_alloc_java
                                                           : PyType_GenericAlloc;
    }
}

/* What a new type takes from its base, beyond what it defines. */
void jabiru_type_inherit(void *type_)
{
    PyTypeObject *type = type_;
    PyTypeObject *base = type->tp_base;
    if (base == NULL) {
        return;
    }
    type->tp_flags |= base->tp_flags & SUBCLASS_FLAGS;
    if (!(type->tp_flags & Py_TPFLAGS_HAVE_GC) && (base->tp_flags & Py_TPFLAGS_HAVE_GC) &&
        type->tp_traverse == NULL && type->tp_clear == NULL) {
        type->tp_flags |= Py_TPFLAGS_HAVE_GC;
        type->tp_traverse = base->tp_traverse;
        type->tp_clear = base->tp_clear;
    }
    if (type->tp_vectorcall_offset == 0) {
        type->tp_vectorcall_offset = base->tp_vectorcall_offset;
    }
    /* A class of Python's may get a __call__ at any time. */
    int made_in_c = !jabiru_in_arena(type) || (jabiru_prefix_of(type)->flags & FLAG_C_FIELDS);
    if (made_in_c && type->tp_call == NULL) {
        type->tp_flags |= base->tp_flags & Py_TPFLAGS_HAVE_VECTORCALL;
    }
    if (type->tp_weaklistoffset == 0) {
        type->tp_weaklistoffset = base->tp_weaklistoffset;
    }
    if (type->tp_dictoffset == 0) {
        type->tp_dictoffset = base->tp_dictoffset;
    }
    if (type->tp_free == NULL) {
        type->tp_free = (type->tp_flags & Py_TPFLAGS_HAVE_GC) ? PyObject_GC_Del : PyObject_Free;
    }
    if (type->tp_dealloc == NULL) {
        type->tp_dealloc = jabiru_subtype_dealloc;
    }
    inherit_functions(type, base);
    inherit_tables(type, base);
    set_alloc(type);
    if (type->tp_flags & Py_TPFLAGS_DISALLOW_INSTANTIATION) {
        type->tp_new = NULL;
    }
}

/* A value of a static type: nothing but its memory. */
void jabiru_value_dealloc(PyObject *op)
{
    PyObject_Free(op);
}

/* The innermost base whose tp_dealloc is not this one. */
static PyTypeObject *solid_base(PyTypeObject *type)
{
    while (type != NULL && type->tp_dealloc == jabiru_subtype_dealloc) {
        type = type->tp_base;
    }
    return type;
}

/* -1 when the finalizer brought the object back to life. */
int PyObject_CallFinalizerFromDealloc(PyObject *self)
{
    destructor finalize = TYPE(self)->tp_finalize;
    if (finalize == NULL || !jabiru_in_arena(self) ||
        jabiru_prefix_of(self)->flags & FLAG_FINALIZED) {
        return 0;
    }
    jabiru_prefix_of(self)->flags |= FLAG_FINALIZED;
    self->ob_refcnt = 1;
    finalize(self);
    return --self->ob_refcnt == 0 ? 0 : -1;
}

/* An instance of a type without tp_dealloc of its own: finalizer, then the base's part. */
void jabiru_subtype_dealloc(PyObject *op)
{
    PyTypeObject *type = TYPE(op);
    if (PyObject_CallFinalizerFromDealloc(op) < 0) {
        return;
    }
    PyObject_GC_UnTrack(op);
    PyTypeObject *base = solid_base(type);
    if (type->tp_dictoffset > 0 && (base == NULL || base->tp_dictoffset == 0)) {
        Py_CLEAR(*(PyObject **)((char *)op + type->tp_dictoffset));
    }
    int heap = (type->tp_flags & Py_TPFLAGS_HEAPTYPE) != 0;
    if (base == NULL || base->tp_dealloc == jabiru_value_dealloc) {
        type->tp_free(op);
    } else {
        base->tp_dealloc(op);
        /* A heap type's own tp_dealloc released the type already. */
        heap = heap && !(base->tp_flags & Py_TPFLAGS_HEAPTYPE);
    }
    if (heap) {
        Py_DECREF(type);
    }
}

/* A type made in C that nothing refers to any more, neither here nor in Java. */
void jabiru_type_dealloc(PyObject *op)
{
    PyHeapTypeObject *heap = (PyHeapTypeObject *)op;
    PyTypeObject *type = &heap->ht_type;
    if (!(type->tp_flags & Py_TPFLAGS_HEAPTYPE)) {
        return;
    }
    Py_XDECREF(type->tp_base);
    Py_XDECREF(type->tp_dict);
    Py_XDECREF(type->tp_bases);
    Py_XDECREF(type->tp_mro);
    Py_XDECREF(heap->ht_name);
    Py_XDECREF(heap->ht_qualname);
    Py_XDECREF(heap->ht_slots);
    Py_XDECREF(heap->ht_module);
    free(heap->_ht_tpname);
    PyObject_Free(op); /* the tp_dealloc of a metaclass on the heap gives it up */
}

/* The mirror of a class born in Python, for Java; the caller gets the reference. The class keeps
   its base and its metaclass. */
void *jabiru_type_new(
    void *metatype, void *base, const char *name, int64_t basicsize, int64_t flags)
{
    Py_ssize_t size = ((PyTypeObject *)metatype)->tp_basicsize;
    size =
        size < (Py_ssize_t)sizeof(PyHeapTypeObject) ? (Py_ssize_t)sizeof(PyHeapTypeObject) : size;
    PyHeapTypeObject *heap = jabiru_object_new(metatype, size);
    if (heap == NULL) {
        return NULL;
    }
    PyTypeObject *type = &heap->ht_type;
    jabiru_prefix_of(type)->flags |= FLAG_PROXY;
    heap->_ht_tpname = strdup(name);
    type->tp_name = heap->_ht_tpname;
    type->tp_flags = (unsigned long)flags | Py_TPFLAGS_HEAPTYPE | Py_TPFLAGS_READY;
    type->tp_base = base;
    type->tp_basicsize = basicsize != 0 || base == NULL ? basicsize : type->tp_base->tp_basicsize;
    type->tp_itemsize = base == NULL ? 0 : type->tp_base->tp_itemsize;
    jabiru_heap_tables(heap);
    jabiru_type_inherit(type);
    if (has_native_base(type)) {
        jabiru_prefix_of(type)->flags |= FLAG_C_FIELDS;
    }
    return type;
}

void jabiru_heap_tables(PyHeapTypeObject *heap)
{
    heap->ht_type.tp_as_async = &heap->as_async;
    heap->ht_type.tp_as_number = &heap->as_number;
    heap->ht_type.tp_as_mapping = &heap->as_mapping;
    heap->ht_type.tp_as_sequence = &heap->as_sequence;
    heap->ht_type.tp_as_buffer = &heap->as_buffer;
}

int64_t jabiru_type_ready(void *type)
{
    return PyType_Ready(type);
}

/* A type object in the extension's own memory. */
int PyType_Ready(PyTypeObject *type)
{
    if (type->tp_flags & Py_TPFLAGS_READY) {
        return 0;
    }
    if (type->tp_name == NULL) {
        PyErr_SetString(PyExc_SystemError, "Type does not define the tp_name field.");
        return -1;
    }
    if (type->tp_base == NULL && type != &PyBaseObject_Type) {
        type->tp_base = &PyBaseObject_Type;
    }
    PyTypeObject *base = type->tp_base;
    if (!(base->tp_flags & Py_TPFLAGS_READY) && PyType_Ready(base) != 0) {
        return -1;
    }
    if (TYPE(type) == NULL) {
        ((PyObject *)type)->ob_type = TYPE(base);
    }
    if (type->tp_basicsize == 0) {
        type->tp_basicsize = base->tp_basicsize;
    }
    if (type->tp_itemsize == 0) {
        type->tp_itemsize = base->tp_itemsize;
    }
    if (type->tp_bases == NULL) {
        type->tp_bases = PyTuple_Pack(1, base);
    }
    if (type->tp_new == NULL && base == &PyBaseObject_Type &&
        !(type->tp_flags & Py_TPFLAGS_HEAPTYPE)) {
        /* A static type whose only base is object must ask for tp_new. */
        type->tp_flags |= Py_TPFLAGS_DISALLOW_INSTANTIATION;
    }
    jabiru_adapt_attributes(type);
    if (type->tp_bases == NULL || jabiru_type_created(type, NULL, type->tp_bases, NULL) != 0) {
        return -1;
    }
    jabiru_type_inherit(type);
    type->tp_flags |= Py_TPFLAGS_READY;
    return 0;
}
