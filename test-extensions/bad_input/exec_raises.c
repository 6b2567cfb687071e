#include "broken.h"

static int execute(PyObject *module)
{
    PyErr_SetString(PyExc_RuntimeError, "exec has failed");
    return -1;
}

SLOTS({Py_mod_exec, execute})
