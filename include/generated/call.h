/* Generated from capi-emulation/abi/call.abi. */
JABIRU_FUNCTION int PyCallable_Check(PyObject *obj);
JABIRU_FUNCTION PyObject *PyObject_Call(PyObject *callable, PyObject *args, PyObject *kwargs);
JABIRU_FUNCTION PyObject *PyObject_CallFunction(PyObject *callable, const char *format, ...);
JABIRU_FUNCTION PyObject *PyObject_CallFunctionObjArgs(PyObject *callable, ...);
JABIRU_FUNCTION PyObject *PyObject_CallMethod(PyObject *obj, const char *name, const char *format, ...);
JABIRU_FUNCTION PyObject *PyObject_CallMethodObjArgs(PyObject *obj, PyObject *name, ...);
JABIRU_FUNCTION PyObject *PyObject_CallObject(PyObject *callable, PyObject *args);
JABIRU_FUNCTION PyObject *PyVectorcall_Call(PyObject *callable, PyObject *tuple, PyObject *dict);
JABIRU_FUNCTION Py_ssize_t PyVectorcall_NARGS(size_t nargsf);

#if Py_LIMITED_API+0 >= 0x03050000
JABIRU_FUNCTION void *PyObject_Calloc(size_t nelem, size_t elsize);
#endif

#if Py_LIMITED_API+0 >= 0x03090000
JABIRU_FUNCTION PyObject *PyObject_CallNoArgs(PyObject *func);
#endif

#if Py_LIMITED_API+0 >= 0x030c0000
JABIRU_FUNCTION PyObject *PyObject_Vectorcall(PyObject *callable, PyObject *const *args, size_t nargsf, PyObject *kwnames);
JABIRU_FUNCTION PyObject *PyObject_VectorcallMethod(PyObject *name, PyObject *const *args, size_t nargsf, PyObject *kwnames);
#endif
