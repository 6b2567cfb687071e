/* Generated from capi-emulation/abi/memoryview.abi. */
JABIRU_FUNCTION PyObject *PyMemoryView_FromObject(PyObject *base);
JABIRU_FUNCTION PyObject *PyMemoryView_GetContiguous(PyObject *base, int buffertype, char order);
JABIRU_DATA PyTypeObject PyMemoryView_Type;

#if Py_LIMITED_API+0 >= 0x03030000
JABIRU_FUNCTION PyObject *PyMemoryView_FromMemory(char *mem, Py_ssize_t size, int flags);
#endif

#if Py_LIMITED_API+0 >= 0x030b0000
JABIRU_FUNCTION PyObject *PyMemoryView_FromBuffer(const Py_buffer *info);
#endif
