/* Generated from capi-emulation/abi/buffer.abi. */

#if Py_LIMITED_API+0 >= 0x030b0000
JABIRU_FUNCTION void PyBuffer_FillContiguousStrides(int ndims, Py_ssize_t *shape, Py_ssize_t *strides, int itemsize, char fort);
JABIRU_FUNCTION int PyBuffer_FillInfo(Py_buffer *view, PyObject *o, void *buf, Py_ssize_t len, int readonly, int flags);
JABIRU_FUNCTION int PyBuffer_FromContiguous(const Py_buffer *view, const void *buf, Py_ssize_t len, char order);
JABIRU_FUNCTION void *PyBuffer_GetPointer(const Py_buffer *view, const Py_ssize_t *indices);
JABIRU_FUNCTION int PyBuffer_IsContiguous(const Py_buffer *view, char fort);
JABIRU_FUNCTION void PyBuffer_Release(Py_buffer *view);
JABIRU_FUNCTION Py_ssize_t PyBuffer_SizeFromFormat(const char *format);
JABIRU_FUNCTION int PyBuffer_ToContiguous(void *buf, const Py_buffer *view, Py_ssize_t len, char order);
JABIRU_FUNCTION int PyObject_CheckBuffer(PyObject *obj);
JABIRU_FUNCTION int PyObject_CopyData(PyObject *dest, PyObject *src);
JABIRU_FUNCTION int PyObject_GetBuffer(PyObject *obj, Py_buffer *view, int flags);
#endif
