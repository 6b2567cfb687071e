#include "broken.h"

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = NAME, .m_size = -1};

INIT
{
    PyObject *module = PyModule_Create(&definition);
    PyErr_SetString(PyExc_ValueError, "left behind");
    return module;
}
