/* Reference counting in every form an extension has it; no function keeps more than it says. */
#include <Python.h>

static PyObject *identity(PyObject *self, PyObject *object)
{
    Py_INCREF(object);
    return object;
}

/* Takes and releases n references. */
static PyObject *churn(PyObject *self, PyObject *args)
{
    PyObject *object;
    Py_ssize_t n;
    if (!PyArg_ParseTuple(args, "On", &object, &n)) return NULL;
    for (Py_ssize_t i = 0; i < n; i++)
        Py_INCREF(object);
    for (Py_ssize_t i = 0; i < n; i++)
        Py_DECREF(object);
    Py_RETURN_NONE;
}

/* A new tuple of the object and an int that only C has made. */
static PyObject *pair(PyObject *self, PyObject *object)
{
    PyObject *number = PyLong_FromLong(123456789);
    if (number == NULL) return NULL;
    PyObject *result = PyTuple_New(2);
    if (result == NULL) {
        Py_DECREF(number);
        return NULL;
    }
    Py_INCREF(object);
    PyTuple_SetItem(result, 0, object);
    PyTuple_SetItem(result, 1, number);
    return result;
}

/* Borrows every item of a list and sums their lengths. */
static PyObject *lengths(PyObject *self, PyObject *list)
{
    Py_ssize_t total = 0, size = PyList_Size(list);
    if (size < 0) return NULL;
    for (Py_ssize_t i = 0; i < size; i++) {
        PyObject *item = PyList_GetItem(list, i);
        if (item == NULL) return NULL;
        Py_INCREF(item);
        Py_ssize_t length = PyObject_Length(item);
        Py_DECREF(item);
        if (length < 0) return NULL;
        total += length;
    }
    return PyLong_FromSsize_t(total);
}

static PyObject *kept;

/* Keeps one reference until the next call, and returns the one kept before. */
static PyObject *keep(PyObject *self, PyObject *object)
{
    PyObject *before = kept;
    Py_XINCREF(object);
    kept = object;
    if (before == NULL) Py_RETURN_NONE;
    return before;
}

/* Keeps a reference of its own to what it borrowed from a dict. */
static PyObject *keep_value(PyObject *self, PyObject *args)
{
    PyObject *dict, *key;
    if (!PyArg_ParseTuple(args, "OO", &dict, &key)) return NULL;
    PyObject *value = PyDict_GetItemWithError(dict, key);
    if (value == NULL) return NULL;
    return keep(self, value);
}

static PyObject *borrowed;

/* Remembers a value that the dict keeps, without a reference. */
static PyObject *borrow(PyObject *self, PyObject *args)
{
    PyObject *dict, *key;
    if (!PyArg_ParseTuple(args, "OO", &dict, &key)) return NULL;
    borrowed = PyDict_GetItemWithError(dict, key);
    if (borrowed == NULL) return NULL;
    Py_RETURN_NONE;
}

static PyObject *borrowed_value(PyObject *self, PyObject *unused)
{
    Py_INCREF(borrowed);
    return borrowed;
}

/* The list remembered, item by item, and one more at the end of it. */
static PyObject *borrowed_items(PyObject *self, PyObject *unused)
{
    PyObject *result = PyList_New(0);
    for (Py_ssize_t i = 0; result != NULL && i < PyList_Size(borrowed); i++) {
        if (PyList_Append(result, PyList_GetItem(borrowed, i)) != 0) return NULL;
    }
    if (PyList_Append(borrowed, Py_None) != 0) return NULL;
    return result;
}

/* Keeps the last value that it comes across. */
static PyObject *keep_last(PyObject *self, PyObject *dict)
{
    PyObject *key, *value, *last = Py_None;
    Py_ssize_t position = 0;
    while (PyDict_Next(dict, &position, &key, &value))
        last = value;
    return keep(self, last);
}

static PyMethodDef methods[] = {
    {"keep_value", keep_value, METH_VARARGS, NULL},
    {"keep_last", keep_last, METH_O, NULL},
    {"borrow", borrow, METH_VARARGS, NULL},
    {"borrowed_value", borrowed_value, METH_NOARGS, NULL},
    {"borrowed_items", borrowed_items, METH_NOARGS, NULL},
    {"identity", identity, METH_O, NULL},
    {"churn", churn, METH_VARARGS, NULL},
    {"pair", pair, METH_O, NULL},
    {"lengths", lengths, METH_O, NULL},
    {"keep", keep, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_refcounts", .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC PyInit_capi_refcounts(void)
{
    return PyModuleDef_Init(&definition);
}
