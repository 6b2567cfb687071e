/* Dicts read and iterated. */
#include <Python.h>

/* All entries by PyDict_Next; when a callable is given, it is called for each. */
static PyObject *entries(PyObject *self, PyObject *args)
{
    PyObject *dict;
    PyObject *callable = NULL;
    if (!PyArg_ParseTuple(args, "O|O", &dict, &callable)) return NULL;
    PyObject *result = PyList_New(0);
    PyObject *key;
    PyObject *value;
    Py_ssize_t at = 0;
    while (result != NULL && PyDict_Next(dict, &at, &key, &value)) {
        PyObject *pair = callable == NULL
                             ? PyTuple_Pack(2, key, value)
                             : PyObject_CallFunctionObjArgs(callable, key, value, NULL);
        if (pair == NULL || PyList_Append(result, pair) != 0) {
            Py_CLEAR(result);
        }
        Py_XDECREF(pair);
    }
    return result;
}

/* Two iterations at once, their keys joined; keys only, values only. */
static PyObject *product(PyObject *self, PyObject *args)
{
    PyObject *a;
    PyObject *b;
    if (!PyArg_ParseTuple(args, "OO", &a, &b)) return NULL;
    PyObject *result = PyList_New(0);
    PyObject *key;
    PyObject *value;
    Py_ssize_t i = 0;
    while (result != NULL && PyDict_Next(a, &i, &key, NULL)) {
        Py_ssize_t k = 0;
        while (result != NULL && PyDict_Next(b, &k, NULL, &value)) {
            PyObject *pair = PyTuple_Pack(2, key, value);
            if (pair == NULL || PyList_Append(result, pair) != 0) {
                Py_CLEAR(result);
            }
            Py_XDECREF(pair);
        }
    }
    return result;
}

/* Replaces each value while the iteration goes on, which is allowed. */
static PyObject *replace_all(PyObject *self, PyObject *args)
{
    PyObject *dict;
    PyObject *new;
    if (!PyArg_ParseTuple(args, "OO", &dict, &new)) return NULL;
    PyObject *key;
    PyObject *value;
    Py_ssize_t at = 0;
    while (PyDict_Next(dict, &at, &key, &value)) {
        if (PyDict_SetItem(dict, key, new) != 0) return NULL;
    }
    return PyLong_FromSsize_t(PyDict_Size(dict));
}

static PyObject *get(PyObject *self, PyObject *args)
{
    PyObject *dict;
    PyObject *key;
    if (!PyArg_ParseTuple(args, "OO", &dict, &key)) return NULL;
    PyObject *value = PyDict_GetItemWithError(dict, key);
    if (value == NULL && PyErr_Occurred()) return NULL;
    value = value == NULL ? Py_None : value;
    Py_INCREF(value);
    return value;
}

static PyObject *sizes(PyObject *self, PyObject *args)
{
    PyObject *dict;
    PyObject *key;
    if (!PyArg_ParseTuple(args, "OO", &dict, &key)) return NULL;
    Py_ssize_t before = PyDict_Size(dict);
    if (PyDict_SetItem(dict, key, Py_None) != 0) return NULL;
    Py_ssize_t between = PyDict_Size(dict);
    if (PyDict_DelItem(dict, key) != 0) return NULL;
    return Py_BuildValue("nnn", before, between, PyDict_Size(dict));
}

static PyMethodDef methods[] = {
    {"entries", entries, METH_VARARGS, NULL},
    {"product", product, METH_VARARGS, NULL},
    {"replace_all", replace_all, METH_VARARGS, NULL},
    {"get", get, METH_VARARGS, NULL},
    {"sizes", sizes, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_dict", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_dict(void)
{
    return PyModuleDef_Init(&definition);
}
