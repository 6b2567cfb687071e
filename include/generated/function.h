/* Generated from capi-emulation/abi/function.abi. */
JABIRU_FUNCTION int PyCFunction_GetFlags(PyObject *function);
JABIRU_FUNCTION PyCFunction PyCFunction_GetFunction(PyObject *function);
JABIRU_FUNCTION PyObject *PyCFunction_GetSelf(PyObject *function);
JABIRU_FUNCTION PyObject *PyCFunction_New(PyMethodDef *method, PyObject *self);
JABIRU_FUNCTION PyObject *PyCFunction_NewEx(PyMethodDef *method, PyObject *self, PyObject *module);
JABIRU_DATA PyTypeObject PyCFunction_Type;

#if Py_LIMITED_API+0 >= 0x03090000
JABIRU_FUNCTION PyObject *PyCMethod_New(PyMethodDef *method, PyObject *self, PyObject *module, PyTypeObject *cls);
#endif
