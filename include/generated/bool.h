/* Generated from capi-emulation/abi/bool.abi. */
JABIRU_DATA PyLongObject _Py_FalseStruct;
JABIRU_DATA PyLongObject _Py_TrueStruct;
JABIRU_FUNCTION PyObject *PyBool_FromLong(long arg);
JABIRU_DATA PyTypeObject PyBool_Type;
