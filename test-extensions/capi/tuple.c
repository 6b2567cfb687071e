/* Tuples that C makes and hands over: who keeps them, and what C may still read of them. */
#include <Python.h>

static PyObject *borrowed;

/* Puts (argument, [argument], (argument, "text", 12345678)) in a dict, which alone keeps it. */
static PyObject *hand_over(PyObject *self, PyObject *args)
{
    PyObject *dict, *key, *argument;
    if (!PyArg_ParseTuple(args, "OOO", &dict, &key, &argument)) return NULL;
    borrowed = Py_BuildValue("(O[O](Osi))", argument, argument, argument, "text", 12345678);
    if (borrowed == NULL) return NULL;
    int status = PyDict_SetItem(dict, key, borrowed);
    Py_DECREF(borrowed);
    if (status != 0) return NULL;
    Py_RETURN_NONE;
}

/* Remembers a tuple that something else keeps. */
static PyObject *borrow(PyObject *self, PyObject *args)
{
    PyObject *dict, *key;
    if (!PyArg_ParseTuple(args, "OO", &dict, &key)) return NULL;
    borrowed = PyDict_GetItemWithError(dict, key);
    if (borrowed == NULL) return NULL;
    Py_RETURN_NONE;
}

static PyObject *borrowed_tuple(PyObject *self, PyObject *unused)
{
    Py_INCREF(borrowed);
    return borrowed;
}

/* The items, each met in C alone, and a reference more to each for a moment. */
static PyObject *borrowed_items(PyObject *self, PyObject *unused)
{
    Py_ssize_t size = PyTuple_Size(borrowed);
    PyObject *result = PyList_New(0);
    for (Py_ssize_t i = 0; result != NULL && i < size; i++) {
        PyObject *item = PyTuple_GetItem(borrowed, i);
        Py_INCREF(item);
        int status = PyList_Append(result, item);
        Py_DECREF(item);
        if (status != 0) return NULL;
    }
    return result;
}

static PyObject *kept;

/* Keeps the first item of the borrowed tuple. */
static PyObject *keep_first(PyObject *self, PyObject *unused)
{
    PyObject *first = PyTuple_GetItem(borrowed, 0);
    if (first == NULL) return NULL;
    Py_INCREF(first);
    Py_XDECREF(kept);
    kept = first;
    Py_RETURN_NONE;
}

static PyObject *take_kept(PyObject *self, PyObject *unused)
{
    PyObject *result = kept;
    kept = NULL;
    if (result == NULL) PyErr_SetString(PyExc_ValueError, "nothing is kept");
    return result;
}

/* Calls with one tuple twice: the callable gets the same object. */
static PyObject *call_twice(PyObject *self, PyObject *callable)
{
    PyObject *tuple = Py_BuildValue("(s[]i)", "key", 7);
    PyObject *first = PyObject_CallFunctionObjArgs(callable, tuple, NULL);
    PyObject *second = first ? PyObject_CallFunctionObjArgs(callable, tuple, NULL) : NULL;
    Py_XDECREF(tuple);
    Py_XDECREF(first);
    return second;
}

/* A tuple and a list in each other, as deep as asked for, and nobody else's. */
static PyObject *nested(PyObject *self, PyObject *args)
{
    int depth;
    PyObject *inner;
    if (!PyArg_ParseTuple(args, "iO", &depth, &inner)) return NULL;
    Py_INCREF(inner);
    for (int i = 0; inner != NULL && i < depth; i++) {
        inner = Py_BuildValue(i % 2 ? "[N]" : "(N)", inner);
    }
    return inner;
}

/* A list of tuples that are in it twice, and that C keeps as well when asked to. */
static PyObject *shared_items(PyObject *self, PyObject *argument)
{
    PyObject *list = PyList_New(0);
    PyObject *tuple = PyTuple_Pack(2, argument, argument);
    if (list == NULL || tuple == NULL) return NULL;
    for (int i = 0; i < 2; i++) {
        if (PyList_Append(list, tuple) != 0) return NULL;
    }
    Py_XDECREF(kept);
    kept = tuple;
    return list;
}

/* A list and a tuple that contain each other. */
static PyObject *in_itself(PyObject *self, PyObject *unused)
{
    PyObject *list = PyList_New(0);
    PyObject *tuple = PyTuple_Pack(1, list);
    if (tuple == NULL || PyList_Append(list, tuple) != 0) return NULL;
    Py_DECREF(list);
    return tuple;
}

static PyMethodDef methods[] = {
    {"hand_over", hand_over, METH_VARARGS, NULL},
    {"borrow", borrow, METH_VARARGS, NULL},
    {"borrowed_tuple", borrowed_tuple, METH_NOARGS, NULL},
    {"borrowed_items", borrowed_items, METH_NOARGS, NULL},
    {"keep_first", keep_first, METH_NOARGS, NULL},
    {"take_kept", take_kept, METH_NOARGS, NULL},
    {"call_twice", call_twice, METH_O, NULL},
    {"nested", nested, METH_VARARGS, NULL},
    {"shared_items", shared_items, METH_O, NULL},
    {"in_itself", in_itself, METH_NOARGS, NULL},
    {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "capi_tuple", NULL, -1, methods};

PyMODINIT_FUNC PyInit_capi_tuple(void)
{
    return PyModule_Create(&definition);
}
