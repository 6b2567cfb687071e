/* The object protocol's parts that need no Java. */
#include "jabiru.h"

#undef Py_TYPE
#undef Py_IsNone
#undef Py_IsTrue
#undef Py_IsFalse

PyTypeObject *Py_TYPE(PyObject *ob)
{
    return ob->ob_type;
}

PyObject *PyObject_Type(PyObject *o)
{
    if (o == NULL) {
        jabiru_null_argument();
        return NULL;
    }
    return new_ref(TYPE(o));
}

PyObject *PyObject_SelfIter(PyObject *obj)
{
    return new_ref(obj);
}

Py_hash_t PyObject_HashNotImplemented(PyObject *obj)
{
    PyErr_Format(PyExc_TypeError, "unhashable type: '%.200s'", TYPE(obj)->tp_name);
    return -1;
}

int Py_Is(PyObject *x, PyObject *y)
{
    return x == y;
}

int Py_IsNone(PyObject *x)
{
    return x == Py_None;
}

int Py_IsTrue(PyObject *x)
{
    return x == Py_True;
}

int Py_IsFalse(PyObject *x)
{
    return x == Py_False;
}

PyObject *Py_GetConstantBorrowed(unsigned int constant_id)
{
    switch (constant_id) {
    case Py_CONSTANT_NONE:
        return Py_None;
    case Py_CONSTANT_FALSE:
        return Py_False;
    case Py_CONSTANT_TRUE:
        return Py_True;
    case Py_CONSTANT_ELLIPSIS:
        return &_Py_EllipsisObject;
    case Py_CONSTANT_NOT_IMPLEMENTED:
        return &_Py_NotImplementedStruct;
    case Py_CONSTANT_ZERO:
        return jabiru_small_int(0);
    case Py_CONSTANT_ONE:
        return jabiru_small_int(1);
    case Py_CONSTANT_EMPTY_STR:
        return jabiru_empty_str;
    case Py_CONSTANT_EMPTY_BYTES:
        return jabiru_empty_bytes;
    case Py_CONSTANT_EMPTY_TUPLE:
        return jabiru_empty_tuple;
    default:
        PyErr_BadInternalCall();
        return NULL;
    }
}

PyObject *Py_GetConstant(unsigned int constant_id)
{
    return Py_GetConstantBorrowed(constant_id);
}
