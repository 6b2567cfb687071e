/* Lists: of Java's making and of C's, read and changed. */
#include <Python.h>

static PyObject *items(PyObject *self, PyObject *list)
{
    Py_ssize_t size = PyList_Size(list);
    if (size < 0) return NULL;
    PyObject *result = PyTuple_New(size);
    for (Py_ssize_t i = 0; result != NULL && i < size; i++) {
        PyObject *item = PyList_GetItem(list, i);
        if (item == NULL) {
            Py_CLEAR(result);
        } else {
            Py_INCREF(item);
            PyTuple_SetItem(result, i, item);
        }
    }
    return result;
}

static PyObject *get(PyObject *self, PyObject *args)
{
    PyObject *list;
    Py_ssize_t index;
    if (!PyArg_ParseTuple(args, "On", &list, &index)) return NULL;
    PyObject *item = PyList_GetItem(list, index);
    Py_XINCREF(item);
    return item;
}

static PyObject *set(PyObject *self, PyObject *args)
{
    PyObject *list;
    PyObject *item;
    Py_ssize_t index;
    if (!PyArg_ParseTuple(args, "OnO", &list, &index, &item)) return NULL;
    Py_INCREF(item);
    if (PyList_SetItem(list, index, item) != 0) return NULL;
    item = PyList_GetItem(list, index);
    Py_XINCREF(item);
    return item;
}

static PyObject *append(PyObject *self, PyObject *args)
{
    PyObject *list;
    PyObject *item;
    if (!PyArg_ParseTuple(args, "OO", &list, &item)) return NULL;
    if (PyList_Append(list, item) != 0) return NULL;
    return PyLong_FromSsize_t(PyList_Size(list));
}

static PyObject *insert(PyObject *self, PyObject *args)
{
    PyObject *list;
    PyObject *item;
    Py_ssize_t index;
    if (!PyArg_ParseTuple(args, "OnO", &list, &index, &item)) return NULL;
    return PyList_Insert(list, index, item) != 0 ? NULL : PyLong_FromSsize_t(PyList_Size(list));
}

static PyObject *as_tuple(PyObject *self, PyObject *list)
{
    return PyList_AsTuple(list);
}

static PyObject *slice(PyObject *self, PyObject *args)
{
    PyObject *list;
    Py_ssize_t low;
    Py_ssize_t high;
    return PyArg_ParseTuple(args, "Onn", &list, &low, &high) ? PyList_GetSlice(list, low, high)
                                                             : NULL;
}

static PyObject *reverse_and_sort(PyObject *self, PyObject *list)
{
    if (PyList_Reverse(list) != 0) return NULL;
    PyObject *reversed = PyList_AsTuple(list);
    if (reversed == NULL || PyList_Sort(list) != 0) return NULL;
    return Py_BuildValue("NN", reversed, PyList_AsTuple(list));
}

/* Calls something for each item, and reads all items that are there then. */
static PyObject *for_each(PyObject *self, PyObject *args)
{
    PyObject *list;
    PyObject *callable;
    if (!PyArg_ParseTuple(args, "OO", &list, &callable)) return NULL;
    PyObject *results = PyList_New(0);
    for (Py_ssize_t i = 0; results != NULL && i < PyList_Size(list); i++) {
        PyObject *result = PyObject_CallFunctionObjArgs(callable, PyList_GetItem(list, i), NULL);
        if (result == NULL || PyList_Append(results, result) != 0) {
            Py_CLEAR(results);
        }
        Py_XDECREF(result);
    }
    return results;
}

/* The items before and after a call, each borrowed item still usable after it. */
static PyObject *around(PyObject *self, PyObject *args)
{
    PyObject *list;
    PyObject *callable;
    if (!PyArg_ParseTuple(args, "OO", &list, &callable)) return NULL;
    PyObject *before = PyList_AsTuple(list);
    PyObject *result = PyObject_CallObject(callable, NULL);
    if (result == NULL) return NULL;
    Py_DECREF(result);
    PyObject *sequence = PySequence_Fast(list, "no list");
    Py_XDECREF(sequence);
    return Py_BuildValue("NN", before, PyList_AsTuple(list));
}

/* Made in C, changed by Python before and after C changes it again. */
static PyObject *shared(PyObject *self, PyObject *callable)
{
    PyObject *list = PyList_New(2);
    if (list == NULL) return NULL;
    PyList_SetItem(list, 0, PyLong_FromLong(1000));
    PyList_SetItem(list, 1, PyUnicode_FromString("second"));
    PyObject *result = PyObject_CallFunctionObjArgs(callable, list, NULL);
    Py_XDECREF(result);
    PyObject *item = PyLong_FromLong(3000);
    if (result == NULL || PyList_Append(list, item) != 0) {
        Py_CLEAR(list);
    }
    Py_DECREF(item);
    return list;
}

static PyObject *kept;

static PyObject *keep(PyObject *self, PyObject *list)
{
    Py_XDECREF(kept);
    Py_INCREF(list);
    kept = list;
    Py_RETURN_NONE;
}

static PyObject *kept_items(PyObject *self, PyObject *ignored)
{
    return items(self, kept);
}

static PyObject *drop(PyObject *self, PyObject *ignored)
{
    Py_CLEAR(kept);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"items", items, METH_O, NULL},
    {"get", get, METH_VARARGS, NULL},
    {"set", set, METH_VARARGS, NULL},
    {"append", append, METH_VARARGS, NULL},
    {"insert", insert, METH_VARARGS, NULL},
    {"as_tuple", as_tuple, METH_O, NULL},
    {"slice", slice, METH_VARARGS, NULL},
    {"reverse_and_sort", reverse_and_sort, METH_O, NULL},
    {"for_each", for_each, METH_VARARGS, NULL},
    {"around", around, METH_VARARGS, NULL},
    {"shared", shared, METH_O, NULL},
    {"keep", keep, METH_O, NULL},
    {"kept_items", kept_items, METH_NOARGS, NULL},
    {"drop", drop, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_list", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_list(void)
{
    return PyModuleDef_Init(&definition);
}
