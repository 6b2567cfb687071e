/* Callbacks: Python called from C in every way there is. */
#include <Python.h>

static PyObject *no_args(PyObject *self, PyObject *callable)
{
    return PyObject_CallObject(callable, NULL);
}

static PyObject *obj_args(PyObject *self, PyObject *args)
{
    PyObject *callable;
    PyObject *a;
    PyObject *b = NULL;
    if (!PyArg_ParseTuple(args, "OO|O", &callable, &a, &b)) return NULL;
    return PyObject_CallFunctionObjArgs(callable, a, b, NULL);
}

static PyObject *call(PyObject *self, PyObject *args)
{
    PyObject *callable;
    PyObject *arguments;
    PyObject *keywords = NULL;
    if (!PyArg_ParseTuple(args, "OO|O", &callable, &arguments, &keywords)) return NULL;
    return PyObject_Call(callable, arguments, keywords);
}

static PyObject *format(PyObject *self, PyObject *callable)
{
    return PyObject_CallFunction(callable, "is(d)", 1000, "text", 2.5);
}

static PyObject *single(PyObject *self, PyObject *args)
{
    PyObject *callable;
    PyObject *argument;
    if (!PyArg_ParseTuple(args, "OO", &callable, &argument)) return NULL;
    return PyObject_CallFunction(callable, "O", argument);
}

static PyObject *method(PyObject *self, PyObject *args)
{
    PyObject *object;
    const char *name;
    PyObject *argument;
    if (!PyArg_ParseTuple(args, "OsO", &object, &name, &argument)) return NULL;
    return PyObject_CallMethod(object, name, "(Oi)", argument, 7);
}

static PyObject *method_obj_args(PyObject *self, PyObject *args)
{
    PyObject *object;
    PyObject *name;
    PyObject *argument;
    if (!PyArg_ParseTuple(args, "OOO", &object, &name, &argument)) return NULL;
    return PyObject_CallMethodObjArgs(object, name, argument, NULL);
}

/* How deep calls go through C before RecursionError; each level is this function. */
static PyObject *deeper(PyObject *self, PyObject *callable)
{
    return PyObject_CallFunctionObjArgs(callable, callable, NULL);
}

/* The exception of a callback is taken, and its type given back. */
static PyObject *swallow(PyObject *self, PyObject *callable)
{
    PyObject *result = PyObject_CallObject(callable, NULL);
    if (result != NULL) return result;
    PyObject *type;
    PyObject *value;
    PyObject *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    Py_XDECREF(type);
    Py_XDECREF(traceback);
    return value;
}

static PyObject *many(PyObject *self, PyObject *args)
{
    PyObject *callable;
    Py_ssize_t count;
    if (!PyArg_ParseTuple(args, "On", &callable, &count)) return NULL;
    long long total = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *result = PyObject_CallFunction(callable, "n", i);
        if (result == NULL) return NULL;
        total += PyLong_AsLongLong(result);
        Py_DECREF(result);
        if (PyErr_Occurred()) return NULL;
    }
    return PyLong_FromLongLong(total);
}

#ifndef Py_LIMITED_API
/* What a function is called with: itself, the arguments, and the names of keywords. */
static PyObject *received(
    PyObject *callable, PyObject *const *args, size_t flagged, PyObject *names)
{
    Py_ssize_t count = PyVectorcall_NARGS(flagged) + (names == NULL ? 0 : PyTuple_GET_SIZE(names));
    PyObject *all = PyTuple_New(count);
    for (Py_ssize_t i = 0; all != NULL && i < count; i++) {
        PyTuple_SET_ITEM(all, i, Py_NewRef(args[i]));
    }
    if (all == NULL) return NULL;
    PyObject *result = PyTuple_Pack(3, callable, all, names == NULL ? Py_None : names);
    Py_DECREF(all);
    return result;
}

static PyObject *set_vectorcall(PyObject *self, PyObject *function)
{
    PyFunction_SetVectorcall((PyFunctionObject *)function, received);
    Py_RETURN_NONE;
}
#endif

static PyMethodDef methods[] = {
#ifndef Py_LIMITED_API
    {"set_vectorcall", set_vectorcall, METH_O, NULL},
#endif
    {"no_args", no_args, METH_O, NULL},
    {"obj_args", obj_args, METH_VARARGS, NULL},
    {"call", call, METH_VARARGS, NULL},
    {"format", format, METH_O, NULL},
    {"single", single, METH_VARARGS, NULL},
    {"method", method, METH_VARARGS, NULL},
    {"method_obj_args", method_obj_args, METH_VARARGS, NULL},
    {"deeper", deeper, METH_O, NULL},
    {"swallow", swallow, METH_O, NULL},
    {"many", many, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_call", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_call(void)
{
    return PyModuleDef_Init(&definition);
}
