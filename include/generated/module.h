/* Generated from capi-emulation/abi/module.abi. */
JABIRU_FUNCTION int PyModule_AddIntConstant(PyObject *module, const char *name, long value);
JABIRU_FUNCTION int PyModule_AddObject(PyObject *module, const char *name, PyObject *value);
JABIRU_FUNCTION int PyModule_AddStringConstant(PyObject *module, const char *name, const char *value);
JABIRU_FUNCTION PyObject *PyModule_Create2(PyModuleDef *def, int apiver);
JABIRU_FUNCTION PyModuleDef *PyModule_GetDef(PyObject *module);
JABIRU_FUNCTION PyObject *PyModule_GetDict(PyObject *module);
JABIRU_FUNCTION const char *PyModule_GetFilename(PyObject *module);
JABIRU_FUNCTION PyObject *PyModule_GetFilenameObject(PyObject *module);
JABIRU_FUNCTION const char *PyModule_GetName(PyObject *module);
JABIRU_FUNCTION void *PyModule_GetState(PyObject *module);
JABIRU_FUNCTION PyObject *PyModule_New(const char *name);
JABIRU_DATA PyTypeObject PyModule_Type;
JABIRU_FUNCTION PyObject *PyState_FindModule(PyModuleDef *def);

#if Py_LIMITED_API+0 >= 0x03030000
JABIRU_FUNCTION PyObject *PyModule_GetNameObject(PyObject *module);
JABIRU_FUNCTION PyObject *PyModule_NewObject(PyObject *name);
JABIRU_FUNCTION int PyState_AddModule(PyObject *module, PyModuleDef *def);
JABIRU_FUNCTION int PyState_RemoveModule(PyModuleDef *def);
#endif

#if Py_LIMITED_API+0 >= 0x03050000
JABIRU_FUNCTION int PyModule_AddFunctions(PyObject *module, PyMethodDef *functions);
JABIRU_FUNCTION int PyModule_ExecDef(PyObject *module, PyModuleDef *def);
JABIRU_FUNCTION PyObject *PyModule_FromDefAndSpec2(PyModuleDef *def, PyObject *spec, int module_api_version);
JABIRU_FUNCTION int PyModule_SetDocString(PyObject *module, const char *doc);
JABIRU_FUNCTION PyObject *PyModuleDef_Init(PyModuleDef *def);
JABIRU_DATA PyTypeObject PyModuleDef_Type;
#endif

#if Py_LIMITED_API+0 >= 0x03090000
JABIRU_FUNCTION int PyModule_AddType(PyObject *module, PyTypeObject *type);
#endif

#if Py_LIMITED_API+0 >= 0x030a0000
JABIRU_FUNCTION int PyModule_AddObjectRef(PyObject *mod, const char *name, PyObject *value);
#endif

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION int PyModule_Add(PyObject *mod, const char *name, PyObject *value);
#endif
