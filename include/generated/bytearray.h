/* Generated from capi-emulation/abi/bytearray.abi. */
JABIRU_FUNCTION char *PyByteArray_AsString(PyObject *obj);
JABIRU_FUNCTION PyObject *PyByteArray_Concat(PyObject *obj, PyObject *obj2);
JABIRU_FUNCTION PyObject *PyByteArray_FromObject(PyObject *obj);
JABIRU_FUNCTION PyObject *PyByteArray_FromStringAndSize(const char *string, Py_ssize_t len);
JABIRU_FUNCTION int PyByteArray_Resize(PyObject *bytearray, Py_ssize_t len);
JABIRU_FUNCTION Py_ssize_t PyByteArray_Size(PyObject *obj);
JABIRU_DATA PyTypeObject PyByteArray_Type;
JABIRU_DATA PyTypeObject PyByteArrayIter_Type;
