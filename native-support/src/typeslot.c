/* The slots of a type by number. */
#include "jabiru.h"
#include "shapes.h"

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

static const struct slot_place slot_places[JABIRU_LAST_SLOT + 1] = {
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
    if (slot <= 0 || slot > JABIRU_LAST_SLOT) {
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
    if (slot <= 0 || slot > JABIRU_LAST_SLOT) {
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
