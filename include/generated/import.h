/* Generated from capi-emulation/abi/import.abi. */
JABIRU_FUNCTION PyObject *PyImport_AddModule(const char *name);
JABIRU_FUNCTION int PyImport_AppendInittab(const char *name, PyObject* (*initfunc)(void));
JABIRU_FUNCTION PyObject *PyImport_ExecCodeModule(const char *name, PyObject *co);
JABIRU_FUNCTION PyObject *PyImport_ExecCodeModuleEx(const char *name, PyObject *co, const char *pathname);
JABIRU_FUNCTION PyObject *PyImport_ExecCodeModuleWithPathnames(const char *name, PyObject *co, const char *pathname, const char *cpathname);
JABIRU_FUNCTION PyObject *PyImport_GetImporter(PyObject *path);
JABIRU_FUNCTION long PyImport_GetMagicNumber(void);
JABIRU_FUNCTION const char *PyImport_GetMagicTag(void);
JABIRU_FUNCTION PyObject *PyImport_GetModuleDict(void);
JABIRU_FUNCTION PyObject *PyImport_Import(PyObject *name);
JABIRU_FUNCTION int PyImport_ImportFrozenModule(const char *name);
JABIRU_FUNCTION PyObject *PyImport_ImportModule(const char *name);
JABIRU_FUNCTION PyObject *PyImport_ImportModuleLevel(const char *name, PyObject *globals, PyObject *locals, PyObject *fromlist, int level);
JABIRU_FUNCTION PyObject *PyImport_ImportModuleNoBlock(const char *name);
JABIRU_FUNCTION PyObject *PyImport_ReloadModule(PyObject *m);

#if Py_LIMITED_API+0 >= 0x03030000
JABIRU_FUNCTION PyObject *PyImport_AddModuleObject(PyObject *name);
JABIRU_FUNCTION PyObject *PyImport_ExecCodeModuleObject(PyObject *name, PyObject *co, PyObject *pathname, PyObject *cpathname);
JABIRU_FUNCTION int PyImport_ImportFrozenModuleObject(PyObject *name);
#endif

#if Py_LIMITED_API+0 >= 0x03050000
JABIRU_FUNCTION PyObject *PyImport_ImportModuleLevelObject(PyObject *name, PyObject *globals, PyObject *locals, PyObject *fromlist, int level);
#endif

#if Py_LIMITED_API+0 >= 0x03070000
JABIRU_FUNCTION PyObject *PyImport_GetModule(PyObject *name);
#endif

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION PyObject *PyImport_AddModuleRef(const char *name);
#endif
