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

/* A type whose PyType_Ready comes later has no class in Java: its attributes wait in tp_dict. */
static PyObject *waiting_attributes(PyObject *o)
{
    if (o == NULL || !PyType_Check(o) || (((PyTypeObject *)o)->tp_flags & Py_TPFLAGS_READY)) {
        return NULL;
    }
    PyTypeObject *type = (PyTypeObject *)o;
    if (type->tp_dict == NULL) {
        type->tp_dict = PyDict_New();
    }
    return type->tp_dict;
}

int PyObject_SetAttr(PyObject *obj, PyObject *name, PyObject *value)
{
    PyObject *dict = value == NULL ? NULL : waiting_attributes(obj);
    return dict != NULL ? PyDict_SetItem(dict, name, value)
                        : java_PyObject_SetAttr(obj, name, value);
}

int PyObject_SetAttrString(PyObject *obj, const char *name, PyObject *value)
{
    PyObject *dict = value == NULL ? NULL : waiting_attributes(obj);
    return dict != NULL ? PyDict_SetItemString(dict, name, value)
                        : java_PyObject_SetAttrString(obj, name, value);
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

/* The hash of an exact str or bytes that was asked before stands in it. */
static Py_hash_t *kept_hash(PyObject *obj)
{
    if (!jabiru_is_ours(obj)) {
        return NULL;
    }
    if (PyUnicode_CheckExact(obj)) {
        return &((PyASCIIObject *)obj)->hash;
    }
    return PyBytes_CheckExact(obj) ? &((PyBytesObject *)obj)->ob_shash : NULL;
}

Py_hash_t PyObject_Hash(PyObject *obj)
{
    int64_t value;
    if (obj == NULL) {
        return java_PyObject_Hash(obj);
    }
    if (PyLong_CheckExact(obj) && jabiru_short_int(obj, &value)) {
        return value == -1 ? -2 : value;
    }
    Py_hash_t *kept = kept_hash(obj);
    if (kept == NULL) {
        return java_PyObject_Hash(obj);
    }
    if (*kept == -1) {
        *kept = java_PyObject_Hash(obj);
    }
    return *kept;
}

/* An instance of a subclass is an instance. That another object is none, only the types of C's own
   statics say for certain: a class may define __class__ or __instancecheck__. */
int PyObject_IsInstance(PyObject *object, PyObject *typeorclass)
{
    if (object != NULL && typeorclass != NULL && TYPE(typeorclass) == &PyType_Type) {
        if (jabiru_is_subtype(TYPE(object), (PyTypeObject *)typeorclass)) {
            return 1;
        }
        if (jabiru_is_static(TYPE(object))) {
            return 0;
        }
    }
    return java_PyObject_IsInstance(object, typeorclass);
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

/* Of an object that is being freed: Java's weak references ended with its wrapper, before. */
void PyObject_ClearWeakRefs(PyObject *object)
{
    if (object == NULL || object->ob_refcnt != 0) {
        PyErr_BadInternalCall();
    }
}
