/* list objects. Until a list is known to Java its memory is the truth; from then on Java's list is,
   and the memory a snapshot that is refreshed when the epoch moved on. */
#include "jabiru.h"

PyObject *PyList_New(Py_ssize_t size)
{
    if (size < 0) {
        PyErr_BadInternalCall();
        return NULL;
    }
    PyListObject *op = jabiru_new_value(&PyList_Type, sizeof *op);
    if (op == NULL) {
        return NULL;
    }
    op->ob_base.ob_size = size;
    op->allocated = size;
    op->ob_item = size == 0 ? NULL : calloc((size_t)size, sizeof(PyObject *));
    if (size != 0 && op->ob_item == NULL) {
        jabiru_release_cell(op);
        return PyErr_NoMemory();
    }
    return (PyObject *)op;
}

static void release_list(PyObject *op)
{
    PyListObject *list = (PyListObject *)op;
    for (Py_ssize_t i = Py_SIZE(op); --i >= 0;) {
        Py_XDECREF(list->ob_item[i]);
    }
    free(list->ob_item);
    jabiru_release_cell(op);
}

void jabiru_list_dealloc(PyObject *op)
{
    jabiru_dealloc_nested(op, release_list);
}

static int is_javas(PyObject *list)
{
    return jabiru_in_arena(list) && jabiru_prefix_of(list)->handle != 0;
}

int jabiru_sync_list(PyObject *list)
{
    if (is_javas(list) && jabiru_prefix_of(list)->epoch != jabiru_state.epoch) {
        /* A refresh runs no Python code: it leaves other lists current. */
        uint32_t epoch = jabiru_state.epoch;
        int result = jabiru_refresh(list);
        jabiru_state.epoch = epoch;
        jabiru_prefix_of(list)->epoch = epoch;
        return result;
    }
    return 0;
}

static int check_list(PyObject *list)
{
    if (list == NULL || !PyList_Check(list)) {
        PyErr_BadInternalCall();
        return -1;
    }
    return 0;
}

Py_ssize_t PyList_Size(PyObject *list)
{
    if (check_list(list) != 0 || jabiru_sync_list(list) != 0) {
        return -1;
    }
    return Py_SIZE(list);
}

PyObject *PyList_GetItem(PyObject *list, Py_ssize_t index)
{
    if (check_list(list) != 0 || jabiru_sync_list(list) != 0) {
        return NULL;
    }
    if (index < 0 || index >= Py_SIZE(list)) {
        PyErr_SetString(PyExc_IndexError, "list index out of range");
        return NULL;
    }
    return ((PyListObject *)list)->ob_item[index];
}

PyObject *PyList_GetItemRef(PyObject *list, Py_ssize_t index)
{
    if (list == NULL || !PyList_Check(list)) {
        PyErr_SetString(PyExc_TypeError, "expected a list");
        return NULL;
    }
    return new_ref_or_null(PyList_GetItem(list, index));
}

int PyList_SetItem(PyObject *list, Py_ssize_t index, PyObject *item)
{
    if (check_list(list) != 0) {
        Py_XDECREF(item);
        return -1;
    }
    if (is_javas(list)) {
        return java_PyList_SetItem(list, index, item);
    }
    if (index < 0 || index >= Py_SIZE(list)) {
        Py_XDECREF(item);
        PyErr_SetString(PyExc_IndexError, "list assignment index out of range");
        return -1;
    }
    PyObject **place = &((PyListObject *)list)->ob_item[index];
    PyObject *old = *place;
    *place = item;
    Py_XDECREF(old);
    return 0;
}

int PyList_Append(PyObject *list, PyObject *item)
{
    if (check_list(list) != 0) {
        return -1;
    }
    if (item == NULL) {
        PyErr_BadInternalCall();
        return -1;
    }
    if (is_javas(list)) {
        return java_PyList_Append(list, item);
    }
    PyListObject *op = (PyListObject *)list;
    Py_ssize_t size = Py_SIZE(list);
    if (size == op->allocated) {
        Py_ssize_t capacity = size + (size >> 3) + 8;
        PyObject **items = realloc(op->ob_item, (size_t)capacity * sizeof *items);
        if (items == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        op->ob_item = items;
        op->allocated = capacity;
    }
    op->ob_item[size] = new_ref(item);
    op->ob_base.ob_size = size + 1;
    return 0;
}

PyObject *PyList_AsTuple(PyObject *list)
{
    Py_ssize_t size = PyList_Size(list);
    if (size < 0) {
        return NULL;
    }
    PyObject *tuple = PyTuple_New(size);
    for (Py_ssize_t i = 0; tuple != NULL && i < size; i++) {
        ((PyTupleObject *)tuple)->ob_item[i] = new_ref_or_null(((PyListObject *)list)->ob_item[i]);
    }
    return tuple;
}
