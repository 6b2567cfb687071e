/* Mistakes with references that --capi-debug must find; none is made unless asked for. */
#include "broken.h"

static PyObject *use_after_free(PyObject *self, PyObject *unused)
{
    PyObject *list = PyList_New(0);
    Py_DECREF(list);
    return PyObject_Repr(list);
}

static PyObject *count_after_free(PyObject *self, PyObject *unused)
{
    PyObject *number = PyFloat_FromDouble(2.5);
    Py_DECREF(number);
    Py_DECREF(number);
    Py_RETURN_NONE;
}

static PyObject *leak(PyObject *self, PyObject *count)
{
    long n = PyLong_AsLong(count);
    for (long i = 0; i < n; i++)
        PyBytes_FromString("leaked");
    Py_RETURN_NONE;
}

static PyObject *clean(PyObject *self, PyObject *object)
{
    PyObject *pair = PyTuple_Pack(2, object, object);
    PyObject *text = PyObject_Repr(pair);
    Py_DECREF(pair);
    return text;
}

static PyMethodDef methods[] = {
    {"use_after_free", use_after_free, METH_NOARGS, NULL},
    {"count_after_free", count_after_free, METH_NOARGS, NULL},
    {"leak", leak, METH_O, NULL},
    {"clean", clean, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = NAME, .m_methods = methods};

INIT
{
    return PyModule_Create(&definition);
}
