/* The number protocol: each function makes the call it is named for. */
#include <Python.h>

#define BINARY(name, function)                                                                     \
    static PyObject *name(PyObject *self, PyObject *args)                                          \
    {                                                                                              \
        PyObject *a;                                                                               \
        PyObject *b;                                                                               \
        return PyArg_ParseTuple(args, "OO", &a, &b) ? function(a, b) : NULL;                       \
    }

BINARY(add, PyNumber_Add)
BINARY(subtract, PyNumber_Subtract)
BINARY(multiply, PyNumber_Multiply)
BINARY(and, PyNumber_And)
BINARY(true_divide, PyNumber_TrueDivide)
BINARY(in_place_add, PyNumber_InPlaceAdd)

static PyObject *as_long_long(PyObject *self, PyObject *number)
{
    long long value = PyLong_AsLongLong(number);
    return value == -1 && PyErr_Occurred() ? NULL : PyLong_FromLongLong(value);
}

static PyObject *as_size(PyObject *self, PyObject *number)
{
    Py_ssize_t value = PyLong_AsSsize_t(number);
    return value == -1 && PyErr_Occurred() ? NULL : PyLong_FromSsize_t(value);
}

static PyObject *as_long_and_overflow(PyObject *self, PyObject *number)
{
    int overflow;
    long value = PyLong_AsLongAndOverflow(number, &overflow);
    if (value == -1 && PyErr_Occurred()) return NULL;
    return Py_BuildValue("li", value, overflow);
}

static PyObject *as_double(PyObject *self, PyObject *number)
{
    double value = PyFloat_AsDouble(number);
    return value == -1.0 && PyErr_Occurred() ? NULL : PyFloat_FromDouble(value);
}

static PyMethodDef methods[] = {
    {"add", add, METH_VARARGS, NULL},
    {"subtract", subtract, METH_VARARGS, NULL},
    {"multiply", multiply, METH_VARARGS, NULL},
    {"and_", and, METH_VARARGS, NULL},
    {"true_divide", true_divide, METH_VARARGS, NULL},
    {"in_place_add", in_place_add, METH_VARARGS, NULL},
    {"as_long_long", as_long_long, METH_O, NULL},
    {"as_size", as_size, METH_O, NULL},
    {"as_long_and_overflow", as_long_and_overflow, METH_O, NULL},
    {"as_double", as_double, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_number", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_number(void)
{
    return PyModuleDef_Init(&definition);
}
