/* Generated from capi-emulation/abi/type.abi. */
JABIRU_DATA PyTypeObject PyBaseObject_Type;
JABIRU_FUNCTION unsigned int PyType_ClearCache(void);
JABIRU_FUNCTION PyObject *PyType_FromSpec(PyType_Spec *spec);
JABIRU_FUNCTION PyObject *PyType_GenericAlloc(PyTypeObject *type, Py_ssize_t nitems);
JABIRU_FUNCTION PyObject *PyType_GenericNew(PyTypeObject *type, PyObject *args, PyObject *kwargs);
JABIRU_FUNCTION unsigned long PyType_GetFlags(PyTypeObject *type);
JABIRU_FUNCTION int PyType_IsSubtype(PyTypeObject *type, PyTypeObject *base);
JABIRU_FUNCTION void PyType_Modified(PyTypeObject *type);
JABIRU_FUNCTION int PyType_Ready(PyTypeObject *type);
JABIRU_DATA PyTypeObject PyType_Type;

#if Py_LIMITED_API+0 >= 0x03030000
JABIRU_FUNCTION PyObject *PyType_FromSpecWithBases(PyType_Spec *spec, PyObject *bases);
#endif

#if Py_LIMITED_API+0 >= 0x03040000
JABIRU_FUNCTION void *PyType_GetSlot(PyTypeObject *type, int slot);
#endif

#if Py_LIMITED_API+0 >= 0x03090000
JABIRU_FUNCTION PyObject *PyType_FromModuleAndSpec(PyObject *module, PyType_Spec *spec, PyObject *bases);
JABIRU_FUNCTION PyObject *PyType_GetModule(PyTypeObject *type);
JABIRU_FUNCTION void *PyType_GetModuleState(PyTypeObject *type);
#endif

#if Py_LIMITED_API+0 >= 0x030b0000
JABIRU_FUNCTION PyObject *PyType_GetName(PyTypeObject *type);
JABIRU_FUNCTION PyObject *PyType_GetQualName(PyTypeObject *type);
#endif

#if Py_LIMITED_API+0 >= 0x030c0000
JABIRU_FUNCTION PyObject *PyType_FromMetaclass(PyTypeObject *metaclass, PyObject *module, PyType_Spec *spec, PyObject *bases);
JABIRU_FUNCTION Py_ssize_t PyType_GetTypeDataSize(PyTypeObject *cls);
#endif

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION PyObject *PyType_GetFullyQualifiedName(PyTypeObject *type);
JABIRU_FUNCTION PyObject *PyType_GetModuleByDef(PyTypeObject *type, PyModuleDef *def);
JABIRU_FUNCTION PyObject *PyType_GetModuleName(PyTypeObject *type);
#endif

#if Py_LIMITED_API+0 >= 0x030e0000
JABIRU_FUNCTION int PyType_Freeze(PyTypeObject *type);
JABIRU_FUNCTION int PyType_GetBaseByToken(PyTypeObject *type, void *token, PyTypeObject **result);
#endif
