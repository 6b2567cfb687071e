/* Types: subtype tests, flags, what they inherit, deallocation. */
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

/* Copies slots 1..JABIRU_LAST_SLOT that `type` leaves empty from its base. */
static void inherit_functions(PyTypeObject *type, PyTypeObject *base)
{
    static const uint8_t own[JABIRU_LAST_SLOT + 1] = {
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
    for (int slot = 1; slot <= JABIRU_LAST_SLOT; slot++) {
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
    /* A class of Python's may get a __call__ at any time, also one over a type of C's. */
    int made_in_c = !jabiru_in_arena(type) ||
                    (jabiru_prefix_of(type)->flags & (FLAG_C_FIELDS | FLAG_PROXY)) == FLAG_C_FIELDS;
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
    if (!(type->tp_flags & Py_TPFLAGS_HEAPTYPE) && type->tp_descr_get != NULL &&
        type->tp_descr_get == base->tp_descr_get) {
        type->tp_flags |= base->tp_flags & Py_TPFLAGS_METHOD_DESCRIPTOR;
    }
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

/* The fields behind a heap type, those of __slots__ too. */
static PyMemberDef *members_of(PyTypeObject *type)
{
    return (PyMemberDef *)((char *)type + TYPE(type)->tp_basicsize);
}

static PyObject **member_place(PyTypeObject *type, Py_ssize_t index, PyObject *op)
{
    PyMemberDef *member = &members_of(type)[index];
    int is_object = member->type == Py_T_OBJECT_EX && !(member->flags & Py_READONLY);
    return is_object ? (PyObject **)((char *)op + member->offset) : NULL;
}

static void clear_members(PyTypeObject *type, PyObject *op)
{
    Py_ssize_t count = (type->tp_flags & Py_TPFLAGS_HEAPTYPE) ? Py_SIZE(type) : 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject **place = member_place(type, i, op);
        if (place != NULL) {
            Py_CLEAR(*place);
        }
    }
}

static int slots_traverse(PyObject *op, visitproc visit, void *arg)
{
    PyTypeObject *type = TYPE(op);
    while (type->tp_traverse == slots_traverse) {
        for (Py_ssize_t i = 0; i < Py_SIZE(type); i++) {
            PyObject **place = member_place(type, i, op);
            int stop = place == NULL || *place == NULL ? 0 : visit(*place, arg);
            if (stop != 0) {
                return stop;
            }
        }
        type = type->tp_base;
    }
    int stop = visit((PyObject *)TYPE(op), arg);
    return stop != 0 || type->tp_traverse == NULL ? stop : type->tp_traverse(op, visit, arg);
}

static int slots_clear(PyObject *op)
{
    PyTypeObject *type = TYPE(op);
    while (type->tp_clear == slots_clear) {
        clear_members(type, op);
        type = type->tp_base;
    }
    return type->tp_clear == NULL ? 0 : type->tp_clear(op);
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
    for (PyTypeObject *t = type; t != base; t = t->tp_base) {
        clear_members(t, op);
    }
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
   its base and its metaclass. `tail` bytes behind it describe its slots (SlotMembers). Where a
   metaclass of C's may have filled in slots (SIP's), it is not READY: Java looks at these first. */
void *jabiru_type_new(
    void *metatype, void *base, const char *name, int64_t basicsize, int64_t flags, int64_t tail)
{
    Py_ssize_t size = ((PyTypeObject *)metatype)->tp_basicsize;
    size =
        size < (Py_ssize_t)sizeof(PyHeapTypeObject) ? (Py_ssize_t)sizeof(PyHeapTypeObject) : size;
    PyHeapTypeObject *heap = jabiru_new_class(metatype, size + tail);
    if (heap == NULL) {
        return NULL;
    }
    PyTypeObject *type = &heap->ht_type;
    jabiru_prefix_of(type)->flags |= FLAG_PROXY;
    heap->_ht_tpname = strdup(name);
    type->tp_name = heap->_ht_tpname;
    type->tp_flags = (unsigned long)flags | Py_TPFLAGS_HEAPTYPE;
    type->tp_base = base;
    type->tp_basicsize = basicsize != 0 || base == NULL ? basicsize : type->tp_base->tp_basicsize;
    type->tp_itemsize = base == NULL ? 0 : type->tp_base->tp_itemsize;
    jabiru_heap_tables(heap);
    if (tail != 0) {
        type->tp_flags |= Py_TPFLAGS_HAVE_GC;
        type->tp_traverse = slots_traverse;
        type->tp_clear = slots_clear;
    }
    if (has_native_base(type)) {
        jabiru_prefix_of(type)->flags |= FLAG_C_FIELDS;
    }
    if (!jabiru_allocates_classes(metatype)) {
        jabiru_class_ready(type);
    }
    return type;
}

/* The rest comes from the base. */
void jabiru_class_ready(void *type)
{
    jabiru_type_inherit(type);
    ((PyTypeObject *)type)->tp_flags |= Py_TPFLAGS_READY;
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
    if (!(type->tp_flags & Py_TPFLAGS_HEAPTYPE)) {
        type->tp_flags |= Py_TPFLAGS_IMMUTABLETYPE;
    }
    jabiru_adapt_attributes(type);
    if (type->tp_bases == NULL || jabiru_type_created(type, NULL, type->tp_bases, NULL) != 0) {
        return -1;
    }
    jabiru_type_inherit(type);
    type->tp_flags |= Py_TPFLAGS_READY;
    return 0;
}
