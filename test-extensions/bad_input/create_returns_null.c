#include "broken.h"

static PyObject *create(PyObject *spec, PyModuleDef *ignored)
{
    return NULL;
}

SLOTS({Py_mod_create, create})
