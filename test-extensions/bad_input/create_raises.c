#include "broken.h"

static PyObject *create(PyObject *spec, PyModuleDef *ignored)
{
    PyErr_SetString(PyExc_KeyError, "create");
    return NULL;
}

SLOTS({Py_mod_create, create})
