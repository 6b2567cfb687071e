/* Lengths and items of exact tuples, lists, str and bytes need no upcall. */
#include "jabiru.h"

/* The length, or -1 when the object is not one of those. */
static Py_ssize_t known_length(PyObject *o)
{
    if (o == NULL) {
        return -1;
    }
    if (PyTuple_CheckExact(o) || PyBytes_CheckExact(o)) {
        return Py_SIZE(o);
    }
    if (PyUnicode_CheckExact(o)) {
        return ((PyASCIIObject *)o)->length;
    }
    if (PyDict_CheckExact(o)) {
        return PyDict_Size(o);
    }
    return PyList_CheckExact(o) ? PyList_Size(o) : -1;
}

PyObject *PySequence_Tuple(PyObject *o)
{
    return o != NULL && PyTuple_CheckExact(o) ? new_ref(o) : java_PySequence_Tuple(o);
}

Py_ssize_t PySequence_Size(PyObject *o)
{
    Py_ssize_t length = o != NULL && PyDict_Check(o) ? -1 : known_length(o);
    return length >= 0 ? length : java_PySequence_Size(o);
}

Py_ssize_t PySequence_Length(PyObject *o)
{
    return PySequence_Size(o);
}

Py_ssize_t PyObject_Size(PyObject *o)
{
    Py_ssize_t length = known_length(o);
    return length >= 0 ? length : java_PyObject_Size(o);
}

Py_ssize_t PyObject_Length(PyObject *o)
{
    return PyObject_Size(o);
}

/* Those of the type of an object made in C: C calls them without Java. */
static PySequenceMethods *methods_in_c(PyObject *o)
{
    if (o == NULL || jabiru_is_static(o)) {
        return NULL;
    }
    int in_c = !jabiru_in_arena(o) || (jabiru_prefix_of(o)->flags & FLAG_INSTANCE);
    return in_c ? TYPE(o)->tp_as_sequence : NULL;
}

/* A negative index counts from the end, if the type has a length for that. */
static int from_start(PySequenceMethods *methods, PyObject *o, Py_ssize_t *index)
{
    if (*index < 0 && methods->sq_length != NULL) {
        Py_ssize_t length = methods->sq_length(o);
        if (length < 0) {
            return -1;
        }
        *index += length;
    }
    return 0;
}

PyObject *PySequence_GetItem(PyObject *o, Py_ssize_t i)
{
    if (o != NULL && (PyTuple_CheckExact(o) || PyList_CheckExact(o))) {
        Py_ssize_t length = known_length(o);
        Py_ssize_t index = i < 0 ? i + length : i;
        if (index >= 0 && index < length) {
            return new_ref_or_null(PyTuple_CheckExact(o) ? ((PyTupleObject *)o)->ob_item[index]
                                                         : PyList_GetItem(o, index));
        }
    }
    PySequenceMethods *methods = methods_in_c(o);
    if (methods == NULL || methods->sq_item == NULL) {
        return java_PySequence_GetItem(o, i);
    }
    return from_start(methods, o, &i) != 0 ? NULL : methods->sq_item(o, i);
}

int PySequence_SetItem(PyObject *o, Py_ssize_t i, PyObject *v)
{
    PySequenceMethods *methods = methods_in_c(o);
    if (methods == NULL || methods->sq_ass_item == NULL) {
        return java_PySequence_SetItem(o, i, v);
    }
    return from_start(methods, o, &i) != 0 ? -1 : methods->sq_ass_item(o, i, v);
}

/* The caller reads size and items from memory (PySequence_Fast_GET_SIZE, _GET_ITEM). */
PyObject *PySequence_Fast(PyObject *obj, const char *message)
{
    PyObject *fast = obj != NULL && (PyTuple_CheckExact(obj) || PyList_CheckExact(obj))
                         ? new_ref(obj)
                         : java_PySequence_Fast(obj, message);
    if (fast != NULL && PyList_Check(fast) && jabiru_sync_list(fast) != 0) {
        Py_CLEAR(fast);
    }
    return fast;
}
