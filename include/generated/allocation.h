/* Generated from capi-emulation/abi/allocation.abi. */
JABIRU_FUNCTION PyObject *PyObject_Init(PyObject *obj, PyTypeObject *type);
JABIRU_FUNCTION PyVarObject *PyObject_InitVar(PyVarObject *obj, PyTypeObject *type, Py_ssize_t size);
JABIRU_FUNCTION PyObject *_PyObject_New(PyTypeObject *type);
JABIRU_FUNCTION PyVarObject *_PyObject_NewVar(PyTypeObject *type, Py_ssize_t nitems);
