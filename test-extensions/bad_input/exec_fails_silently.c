#include "broken.h"

static int execute(PyObject *module)
{
    return -1;
}

SLOTS({Py_mod_exec, execute})
