/* Generated from capi-emulation/abi/gcsupport.abi. */
JABIRU_FUNCTION Py_ssize_t PyGC_Collect(void);
JABIRU_FUNCTION int PyGC_Disable(void);
JABIRU_FUNCTION int PyGC_Enable(void);
JABIRU_FUNCTION int PyGC_IsEnabled(void);
JABIRU_FUNCTION void PyObject_GC_Del(void *obj);
JABIRU_FUNCTION int PyObject_GC_IsFinalized(PyObject *obj);
JABIRU_FUNCTION int PyObject_GC_IsTracked(PyObject *obj);
JABIRU_FUNCTION PyObject *_PyObject_GC_New(PyTypeObject *type);
JABIRU_FUNCTION PyVarObject *_PyObject_GC_NewVar(PyTypeObject *type, Py_ssize_t nitems);
JABIRU_FUNCTION PyVarObject *_PyObject_GC_Resize(PyVarObject *obj, Py_ssize_t nitems);
JABIRU_FUNCTION void PyObject_GC_Track(void *obj);
JABIRU_FUNCTION void PyObject_GC_UnTrack(void *obj);
