/* The number and object protocols where an exact builtin needs no upcall. */
#include "jabiru.h"

PyObject *PyNumber_Index(PyObject *o)
{
    return o != NULL && PyLong_Check(o) ? new_ref(o) : java_PyNumber_Index(o);
}

int PyIndex_Check(PyObject *obj)
{
    PyNumberMethods *methods = TYPE(obj)->tp_as_number;
    return PyLong_Check(obj) || (methods != NULL && methods->nb_index != NULL) ||
           java_PyIndex_Check(obj);
}

int PyObject_IsTrue(PyObject *obj)
{
    if (obj == Py_True || obj == Py_False || obj == Py_None) {
        return obj == Py_True;
    }
    if (PyLong_CheckExact(obj)) {
        return (((PyLongObject *)obj)->lv_tag & LONG_SIGN_MASK) != LONG_ZERO;
    }
    if (PyUnicode_CheckExact(obj)) {
        return ((PyASCIIObject *)obj)->length != 0;
    }
    if (PyTuple_CheckExact(obj) || PyBytes_CheckExact(obj)) {
        return Py_SIZE(obj) != 0;
    }
    return java_PyObject_IsTrue(obj);
}

PyObject *PyObject_Str(PyObject *obj)
{
    return obj != NULL && PyUnicode_CheckExact(obj) ? new_ref(obj) : java_PyObject_Str(obj);
}
