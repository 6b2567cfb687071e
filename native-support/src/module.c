/* Modules: what is read from the module object, and the constants added to it. */
#include "jabiru.h"

static Py_ssize_t last_index;

/* Multi-phase initialisation: the definition itself is what PyInit_ returns. */
PyObject *PyModuleDef_Init(PyModuleDef *def)
{
    if (def->m_base.m_index == 0) {
        def->m_base.ob_base.ob_refcnt = IMMORTAL_REFCNT;
        def->m_base.ob_base.ob_type = &PyModuleDef_Type;
        def->m_base.m_index = ++last_index;
    }
    return (PyObject *)def;
}

static PyModuleObject *module_of(PyObject *module)
{
    if (module == NULL || !PyModule_Check(module)) {
        PyErr_BadArgument();
        return NULL;
    }
    return (PyModuleObject *)module;
}

PyModuleDef *PyModule_GetDef(PyObject *module)
{
    PyModuleObject *object = module_of(module);
    return object == NULL ? NULL : object->md_def;
}

void *PyModule_GetState(PyObject *module)
{
    PyModuleObject *object = module_of(module);
    return object == NULL ? NULL : object->md_state;
}

/* Steals the value always. */
int PyModule_Add(PyObject *mod, const char *name, PyObject *value)
{
    int result = PyModule_AddObjectRef(mod, name, value);
    Py_XDECREF(value);
    return result;
}

/* Steals the value on success only. */
int PyModule_AddObject(PyObject *module, const char *name, PyObject *value)
{
    int result = PyModule_AddObjectRef(module, name, value);
    if (result == 0) {
        Py_DECREF(value);
    }
    return result;
}

int PyModule_AddIntConstant(PyObject *module, const char *name, long value)
{
    return PyModule_Add(module, name, PyLong_FromLong(value));
}

int PyModule_AddStringConstant(PyObject *module, const char *name, const char *value)
{
    return PyModule_Add(module, name, PyUnicode_FromString(value));
}

int PyModule_AddType(PyObject *module, PyTypeObject *type)
{
    if (PyType_Ready(type) < 0) {
        return -1;
    }
    const char *dot = strrchr(type->tp_name, '.');
    return PyModule_AddObjectRef(module, dot == NULL ? type->tp_name : dot + 1, (PyObject *)type);
}
