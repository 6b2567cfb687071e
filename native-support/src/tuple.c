/* tuple objects; a Java tuple's mirror is complete from the start. */
#include "jabiru.h"

#define HEAD_SIZE offsetof(PyTupleObject, ob_item)

PyObject *PyTuple_New(Py_ssize_t size)
{
    if (size < 0) {
        PyErr_BadInternalCall();
        return NULL;
    }
    if (size == 0) {
        return jabiru_empty_tuple;
    }
    if ((size_t)size > (size_t)PY_SSIZE_T_MAX / 2 / sizeof(PyObject *)) {
        return PyErr_NoMemory();
    }
    size_t items = (size_t)size * sizeof(PyObject *);
    PyTupleObject *op = jabiru_new_value(&PyTuple_Type, HEAD_SIZE + items);
    if (op != NULL) {
        op->ob_base.ob_size = size;
        op->ob_hash = -1;
        memset(op->ob_item, 0, items);
    }
    return (PyObject *)op;
}

static void release_tuple(PyObject *op)
{
    PyTupleObject *tuple = (PyTupleObject *)op;
    for (Py_ssize_t i = Py_SIZE(op); --i >= 0;) {
        Py_XDECREF(tuple->ob_item[i]);
    }
    jabiru_release_cell(op);
}

void jabiru_tuple_dealloc(PyObject *op)
{
    jabiru_dealloc_nested(op, release_tuple);
}

Py_ssize_t PyTuple_Size(PyObject *tuple)
{
    if (tuple == NULL || !PyTuple_Check(tuple)) {
        PyErr_BadInternalCall();
        return -1;
    }
    return Py_SIZE(tuple);
}

PyObject *PyTuple_GetItem(PyObject *tuple, Py_ssize_t index)
{
    if (tuple == NULL || !PyTuple_Check(tuple)) {
        PyErr_BadInternalCall();
        return NULL;
    }
    if (index < 0 || index >= Py_SIZE(tuple)) {
        PyErr_SetString(PyExc_IndexError, "tuple index out of range");
        return NULL;
    }
    return ((PyTupleObject *)tuple)->ob_item[index];
}

int PyTuple_SetItem(PyObject *tuple, Py_ssize_t index, PyObject *item)
{
    /* Java keeps a tuple that it knows without counting. */
    if (tuple == NULL || !PyTuple_Check(tuple) || tuple->ob_refcnt != 1 ||
        (jabiru_in_arena(tuple) && jabiru_prefix_of(tuple)->handle != 0)) {
        Py_XDECREF(item);
        PyErr_BadInternalCall();
        return -1;
    }
    if (index < 0 || index >= Py_SIZE(tuple)) {
        Py_XDECREF(item);
        PyErr_SetString(PyExc_IndexError, "tuple assignment index out of range");
        return -1;
    }
    PyObject **place = &((PyTupleObject *)tuple)->ob_item[index];
    PyObject *old = *place;
    *place = item;
    Py_XDECREF(old);
    return 0;
}

/* Only for a tuple that nobody else has seen: a new one of the other size takes its items over. */
int _PyTuple_Resize(PyObject **tuple, Py_ssize_t size)
{
    PyObject *old = *tuple;
    if (old == NULL || !PyTuple_CheckExact(old) || size < 0 ||
        (Py_SIZE(old) != 0 && (old->ob_refcnt != 1 || jabiru_prefix_of(old)->handle != 0))) {
        *tuple = NULL;
        Py_XDECREF(old);
        PyErr_BadInternalCall();
        return -1;
    }
    if (Py_SIZE(old) == size) {
        return 0;
    }
    PyObject *made = PyTuple_New(size);
    *tuple = made;
    Py_ssize_t kept = made == NULL ? 0 : Py_SIZE(old) < size ? Py_SIZE(old) : size;
    for (Py_ssize_t i = 0; i < kept; i++) {
        ((PyTupleObject *)made)->ob_item[i] = ((PyTupleObject *)old)->ob_item[i];
        ((PyTupleObject *)old)->ob_item[i] = NULL;
    }
    Py_DECREF(old);
    return made == NULL ? -1 : 0;
}

PyObject *PyTuple_Pack(Py_ssize_t n, ...)
{
    PyObject *tuple = PyTuple_New(n);
    if (tuple == NULL) {
        return NULL;
    }
    va_list va;
    va_start(va, n);
    for (Py_ssize_t i = 0; i < n; i++) {
        ((PyTupleObject *)tuple)->ob_item[i] = new_ref(va_arg(va, PyObject *));
    }
    va_end(va);
    return tuple;
}

PyObject *PyTuple_GetSlice(PyObject *tuple, Py_ssize_t low, Py_ssize_t high)
{
    Py_ssize_t size = PyTuple_Size(tuple);
    if (size < 0) {
        return NULL;
    }
    low = low < 0 ? 0 : low;
    high = high > size ? size : high;
    high = high < low ? low : high;
    if (low == 0 && high == size && PyTuple_CheckExact(tuple)) {
        return new_ref(tuple);
    }
    PyObject *slice = PyTuple_New(high - low);
    for (Py_ssize_t i = low; slice != NULL && i < high; i++) {
        ((PyTupleObject *)slice)->ob_item[i - low] = new_ref(((PyTupleObject *)tuple)->ob_item[i]);
    }
    return slice;
}

/* Struct sequences are tuples; fields beyond their size follow the items. */
PyObject *PyStructSequence_GetItem(PyObject *sequence, Py_ssize_t index)
{
    return ((PyTupleObject *)sequence)->ob_item[index];
}
