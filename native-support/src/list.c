/* list objects. Until a list is known to Java its memory is the truth; from then on Java's list is,
   and the memory a snapshot that is refreshed when the epoch moved on. */
#include "jabiru.h"
#include <malloc.h>

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

static int is_current(PyObject *list)
{
    return !is_javas(list) || jabiru_prefix_of(list)->epoch == jabiru_state.epoch;
}

/* A refresh runs no Python code: it leaves other lists current. */
static int sync_all(PyObject *list)
{
    uint32_t epoch = jabiru_state.epoch;
    int result = jabiru_refresh(list);
    jabiru_state.epoch = epoch;
    jabiru_prefix_of(list)->epoch = epoch;
    return result;
}

int jabiru_sync_list(PyObject *list)
{
    return is_current(list) ? 0 : sync_all(list);
}

/* A refresh of all items looks at each. Where Python code runs between the accesses, as in a loop
   that calls something for each item, that would be quadratic: then only the item asked for is
   brought up to date, until so many were asked for that all together cost less. */
#define ALL_AT_ONCE 256
#define ITEMS_PER_ACCESS 128

static int sync_item(PyObject *list, Py_ssize_t index)
{
    static PyObject *last;
    static uint32_t last_epoch;
    static Py_ssize_t accesses;
    if (is_current(list)) {
        return 0;
    }
    uint32_t epoch = jabiru_state.epoch;
    if (last != list || last_epoch != epoch) {
        last = list;
        last_epoch = epoch;
        accesses = 0;
    }
    if (Py_SIZE(list) <= ALL_AT_ONCE || ++accesses > Py_SIZE(list) / ITEMS_PER_ACCESS) {
        return sync_all(list);
    }
    int result = jabiru_refresh_item(list, index);
    jabiru_state.epoch = epoch;
    return result;
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
    if (check_list(list) != 0 || sync_item(list, -1) != 0) {
        return -1;
    }
    return Py_SIZE(list);
}

PyObject *PyList_GetItem(PyObject *list, Py_ssize_t index)
{
    if (check_list(list) != 0 || sync_item(list, index) != 0) {
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

/* Whether there was an extension whose inlined code reads the memory of lists. */
static int inlined_lists;

void jabiru_inlined_lists(void)
{
    inlined_lists = 1;
}

/* The list that was written last, and when: Java did nothing since. */
static PyObject *written;
static uint32_t written_epoch;

static int is_written_again(PyObject *list)
{
    return written == list && written_epoch == jabiru_state.epoch;
}

static void remember_written(PyObject *list)
{
    written = list;
    written_epoch = jabiru_state.epoch;
}

/* A list of Java's shows inlined code no room (ListMirrors.setSize). */
static Py_ssize_t room_of(PyListObject *op)
{
    if (!is_javas((PyObject *)op)) {
        return op->allocated;
    }
    return (Py_ssize_t)(malloc_usable_size(op->ob_item) / sizeof(PyObject *));
}

/* Room for one more; -1 with MemoryError. */
static int reserve(PyListObject *op)
{
    Py_ssize_t size = Py_SIZE(op);
    if (size < room_of(op)) {
        return 0;
    }
    Py_ssize_t capacity = size + (size >> 3) + 8;
    PyObject **items = realloc(op->ob_item, (size_t)capacity * sizeof *items);
    if (items == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    op->ob_item = items;
    op->allocated = capacity;
    return 0;
}

/* One write goes through Java; from the second in a row on the memory is brought up to date once,
   and then written. */
static int set_javas(PyObject *list, Py_ssize_t index, PyObject *item)
{
    if (!is_current(list) && !is_written_again(list)) {
        int result = java_PyList_SetItem(list, index, item);
        remember_written(list);
        return result;
    }
    if (jabiru_sync_list(list) != 0) {
        Py_XDECREF(item);
        return -1;
    }
    if (index < 0 || index >= Py_SIZE(list)) {
        Py_XDECREF(item);
        PyErr_SetString(PyExc_IndexError, "list assignment index out of range");
        return -1;
    }
    PyObject **place = &((PyListObject *)list)->ob_item[index];
    PyObject *old = *place;
    *place = item;
    jabiru_write(list, index, NULL);
    Py_XDECREF(old);
    return 0;
}

static int append_to_javas(PyObject *list, PyObject *item)
{
    if (is_current(list)) {
        if (reserve((PyListObject *)list) != 0) {
            return -1;
        }
        Py_ssize_t size = Py_SIZE(list);
        ((PyListObject *)list)->ob_item[size] = new_ref(item);
        ((PyVarObject *)list)->ob_size = size + 1;
        ((PyListObject *)list)->allocated = size + 1;
        jabiru_write(list, size, NULL);
        return 0;
    }
    if (inlined_lists) {
        return java_PyList_Append(list, item);
    }
    jabiru_write(list, 0, new_ref(item));
    return 0;
}

int PyList_SetItem(PyObject *list, Py_ssize_t index, PyObject *item)
{
    if (check_list(list) != 0) {
        Py_XDECREF(item);
        return -1;
    }
    if (is_javas(list)) {
        return set_javas(list, index, item);
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
        return append_to_javas(list, item);
    }
    PyListObject *op = (PyListObject *)list;
    if (reserve(op) != 0) {
        return -1;
    }
    Py_ssize_t size = Py_SIZE(list);
    op->ob_item[size] = new_ref(item);
    op->ob_base.ob_size = size + 1;
    return 0;
}

PyObject *PyList_AsTuple(PyObject *list)
{
    if (check_list(list) != 0 || jabiru_sync_list(list) != 0) {
        return NULL;
    }
    Py_ssize_t size = Py_SIZE(list);
    PyObject *tuple = PyTuple_New(size);
    for (Py_ssize_t i = 0; tuple != NULL && i < size; i++) {
        ((PyTupleObject *)tuple)->ob_item[i] = new_ref_or_null(((PyListObject *)list)->ob_item[i]);
    }
    return tuple;
}
