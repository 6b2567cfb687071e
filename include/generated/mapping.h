/* Generated from capi-emulation/abi/mapping.abi. */
JABIRU_FUNCTION int PyMapping_Check(PyObject *o);
JABIRU_FUNCTION PyObject *PyMapping_GetItemString(PyObject *o, const char *key);
JABIRU_FUNCTION int PyMapping_HasKey(PyObject *o, PyObject *key);
JABIRU_FUNCTION int PyMapping_HasKeyString(PyObject *o, const char *key);
JABIRU_FUNCTION int PyMapping_HasKeyStringWithError(PyObject *o, const char *key);
JABIRU_FUNCTION int PyMapping_HasKeyWithError(PyObject *o, PyObject *key);
JABIRU_FUNCTION PyObject *PyMapping_Items(PyObject *o);
JABIRU_FUNCTION PyObject *PyMapping_Keys(PyObject *o);
JABIRU_FUNCTION Py_ssize_t PyMapping_Length(PyObject *o);
JABIRU_FUNCTION int PyMapping_SetItemString(PyObject *o, const char *key, PyObject *value);
JABIRU_FUNCTION Py_ssize_t PyMapping_Size(PyObject *o);
JABIRU_FUNCTION PyObject *PyMapping_Values(PyObject *o);

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION int PyMapping_GetOptionalItem(PyObject *obj, PyObject *key, PyObject **result);
JABIRU_FUNCTION int PyMapping_GetOptionalItemString(PyObject *obj, const char *key, PyObject **result);
#endif
