/* Functions that break the rules, or are led to by their arguments. */
#include "broken.h"

static PyObject *null_without_exception(PyObject *self, PyObject *ignored)
{
    return NULL;
}

static PyObject *result_with_exception(PyObject *self, PyObject *ignored)
{
    PyErr_SetString(PyExc_ValueError, "left behind");
    return Py_NewRef(Py_None);
}

static PyObject *call(PyObject *self, PyObject *callable)
{
    return PyObject_CallNoArgs(callable);
}

static PyObject *call_with_itself(PyObject *self, PyObject *callable)
{
    return PyObject_CallFunctionObjArgs(callable, callable, NULL);
}

static PyObject *swallow(PyObject *self, PyObject *callable)
{
    PyObject *result = PyObject_CallNoArgs(callable);
    if (result != NULL) return result;
    PyErr_Clear();
    return PyUnicode_FromString("swallowed");
}

static PyMethodDef methods[] = {
    {"null_without_exception", null_without_exception, METH_NOARGS, NULL},
    {"result_with_exception", result_with_exception, METH_NOARGS, NULL},
    {"call", call, METH_O, NULL},
    {"call_with_itself", call_with_itself, METH_O, NULL},
    {"swallow", swallow, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = NAME, .m_methods = methods};

INIT
{
    return PyModuleDef_Init(&definition);
}
