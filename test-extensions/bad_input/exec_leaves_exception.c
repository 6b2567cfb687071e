#include "broken.h"

static int execute(PyObject *module)
{
    PyErr_SetString(PyExc_RuntimeError, "left behind");
    return 0;
}

SLOTS({Py_mod_exec, execute})
