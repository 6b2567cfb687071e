/* Generated from capi-emulation/abi/slice.abi. */
JABIRU_DATA PyObject _Py_EllipsisObject;
JABIRU_DATA PyTypeObject PyEllipsis_Type;
JABIRU_FUNCTION int PySlice_GetIndices(PyObject *r, Py_ssize_t length, Py_ssize_t *start, Py_ssize_t *stop, Py_ssize_t *step);
JABIRU_FUNCTION int PySlice_GetIndicesEx(PyObject *r, Py_ssize_t length, Py_ssize_t *start, Py_ssize_t *stop, Py_ssize_t *step, Py_ssize_t *slicelength);
JABIRU_FUNCTION PyObject *PySlice_New(PyObject *start, PyObject *stop, PyObject *step);
JABIRU_DATA PyTypeObject PySlice_Type;

#if Py_LIMITED_API+0 >= 0x03070000
JABIRU_FUNCTION Py_ssize_t PySlice_AdjustIndices(Py_ssize_t length, Py_ssize_t *start, Py_ssize_t *stop, Py_ssize_t step);
JABIRU_FUNCTION int PySlice_Unpack(PyObject *slice, Py_ssize_t *start, Py_ssize_t *stop, Py_ssize_t *step);
#endif
