/* float and bool objects. */
#include "jabiru.h"

#include <float.h>

PyObject *PyFloat_FromDouble(double value)
{
    PyFloatObject *op = jabiru_new_small(&PyFloat_Type, sizeof *op);
    if (op != NULL) {
        op->ob_fval = value;
    }
    return (PyObject *)op;
}

double PyFloat_AsDouble(PyObject *obj)
{
    if (obj == NULL) {
        PyErr_BadArgument();
        return -1.0;
    }
    if (PyFloat_Check(obj)) {
        return ((PyFloatObject *)obj)->ob_fval;
    }
    if (PyLong_CheckExact(obj)) {
        return PyLong_AsDouble(obj);
    }
    return java_PyFloat_AsDouble(obj);
}

double PyFloat_GetMax(void)
{
    return DBL_MAX;
}

double PyFloat_GetMin(void)
{
    return DBL_MIN;
}

PyObject *PyBool_FromLong(long value)
{
    return value ? Py_True : Py_False;
}
