#include "broken.h"

static PyObject *create(PyObject *spec, PyModuleDef *ignored)
{
    return PyModule_New(NAME);
}

SLOTS({Py_mod_create, create}, {Py_mod_create, create})
