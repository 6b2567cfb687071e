#include "broken.h"

static int execute(PyObject *module)
{
    return 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};
static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = NAME, .m_size = -1, .m_slots = slots};

INIT
{
    return PyModuleDef_Init(&definition);
}
