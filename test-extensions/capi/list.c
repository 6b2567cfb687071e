/* Lists: of Java's making and of C's, read and changed. */
#include <Python.h>
#include <string.h>
#include <unistd.h>

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

static int add_to(PyObject *out, PyObject *value)
{
    if (value == NULL) return -1;
    int status = PyList_Append(out, value);
    Py_DECREF(value);
    return status;
}

static int step(PyObject *list, char what, Py_ssize_t n, PyObject *callback, PyObject *out)
{
    /* The size is not asked for where it is not needed: asking brings both sides together. */
    Py_ssize_t size = strchr("aALcdt", what) != NULL ? 0 : PyList_Size(list);
    switch (what) {
    case 'a':
        return add_to(list, PyLong_FromSsize_t(n * 1000));
    case 'A':
        return add_to(list, PyUnicode_FromFormat("item %zd", n));
    case 'L':
        return add_to(list, PyList_New(0));
    case 's':
        return size == 0 ? 0 : PyList_SetItem(list, n % size, PyLong_FromSsize_t(-n));
    case 'S':
        return size == 0 ? 0 : PyList_SetItem(list, n % size, PyUnicode_FromFormat("set %zd", n));
    case 'g': {
        PyObject *item = size == 0 ? Py_None : PyList_GetItem(list, n % size);
        return item == NULL ? -1 : PyList_Append(out, item);
    }
    case 'z':
        return add_to(out, PyLong_FromSsize_t(size));
    case 'd':
        return PyList_SetSlice(list, 0, 2, NULL);
    case 't':
        return add_to(out, PyList_AsTuple(list));
    case 'c':
        return add_to(out, PyObject_CallFunctionObjArgs(callback, list, NULL));
    case 'x':
        if (PyList_SetItem(list, size, PyLong_FromLong(1)) == 0) return -1;
        PyErr_Clear();
        return 0;
    default:
        return 0;
    }
}

/* Does what each character says. */
static PyObject *script(PyObject *self, PyObject *args)
{
    PyObject *list, *callback, *out = PyList_New(0);
    const char *steps;
    if (out == NULL || !PyArg_ParseTuple(args, "O!sO", &PyList_Type, &list, &steps, &callback))
        return NULL;
    for (Py_ssize_t i = 0; steps[i] != 0; i++) {
        if (step(list, steps[i], i, callback, out) != 0) {
            Py_DECREF(out);
            return NULL;
        }
    }
    return out;
}

/* Appends numbers and nothing else, then keeps none of them. */
static PyObject *append_range(PyObject *self, PyObject *args)
{
    PyObject *list;
    Py_ssize_t count;
    if (!PyArg_ParseTuple(args, "O!n", &PyList_Type, &list, &count)) return NULL;
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *item = PyLong_FromSsize_t(i * 1000);
        int status = item == NULL ? -1 : PyList_Append(list, item);
        Py_XDECREF(item);
        if (status != 0) return NULL;
    }
    Py_RETURN_NONE;
}

/* Appends, and lets other threads run for a while: they see the item. */
static PyObject *append_and_wait(PyObject *self, PyObject *args)
{
    PyObject *list, *item;
    int milliseconds;
    if (!PyArg_ParseTuple(args, "O!Oi", &PyList_Type, &list, &item, &milliseconds)) return NULL;
    if (PyList_Append(list, item) != 0) return NULL;
    Py_BEGIN_ALLOW_THREADS;
    usleep((useconds_t)milliseconds * 1000);
    Py_END_ALLOW_THREADS;
    Py_RETURN_NONE;
}

/* Sets each item to the one given. */
static PyObject *set_all(PyObject *self, PyObject *args)
{
    PyObject *list, *item;
    if (!PyArg_ParseTuple(args, "O!O", &PyList_Type, &list, &item)) return NULL;
    Py_ssize_t size = PyList_Size(list);
    for (Py_ssize_t i = 0; i < size; i++) {
        Py_INCREF(item);
        if (PyList_SetItem(list, i, item) != 0) return NULL;
    }
    Py_RETURN_NONE;
}

/* A list that contains itself, also by way of a tuple, and one str three times. */
static PyObject *knotted(PyObject *self, PyObject *unused)
{
    PyObject *list = PyList_New(4);
    PyObject *text = PyUnicode_FromString("the same text");
    if (list == NULL || text == NULL) return NULL;
    Py_INCREF(list);
    PyList_SetItem(list, 0, list);
    PyList_SetItem(list, 1, Py_BuildValue("(OO)", list, text));
    Py_INCREF(text);
    PyList_SetItem(list, 2, text);
    PyList_SetItem(list, 3, text);
    return list;
}

static PyMethodDef methods[] = {
    {"knotted", knotted, METH_NOARGS, NULL},
    {"script", script, METH_VARARGS, NULL},
    {"append_and_wait", append_and_wait, METH_VARARGS, NULL},
    {"append_range", append_range, METH_VARARGS, NULL},
    {"set_all", set_all, METH_VARARGS, NULL},
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
