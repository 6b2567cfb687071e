/*
 * Reference counting as headers up to 3.11 inline it: the whole 64-bit word, immortal or not.
 * Included before everything else in the flavour "plain" (see build.py).
 */
#ifndef JABIRU_PLAIN_REFCOUNT_H
#define JABIRU_PLAIN_REFCOUNT_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static inline void plain_incref(PyObject *object)
{
    ++*(Py_ssize_t *)object;
}

static inline void plain_decref(PyObject *object)
{
    if (--*(Py_ssize_t *)object == 0) _Py_Dealloc(object);
}

static inline void plain_xincref(PyObject *object)
{
    if (object != NULL) plain_incref(object);
}

static inline void plain_xdecref(PyObject *object)
{
    if (object != NULL) plain_decref(object);
}

#undef Py_INCREF
#undef Py_DECREF
#undef Py_XINCREF
#undef Py_XDECREF
#define Py_INCREF(object) plain_incref((PyObject *)(object))
#define Py_DECREF(object) plain_decref((PyObject *)(object))
#define Py_XINCREF(object) plain_xincref((PyObject *)(object))
#define Py_XDECREF(object) plain_xdecref((PyObject *)(object))
#endif
