/* Generated from capi-emulation/abi/long.abi. */
JABIRU_FUNCTION double PyLong_AsDouble(PyObject *obj);
JABIRU_FUNCTION long PyLong_AsLong(PyObject *obj);
JABIRU_FUNCTION long PyLong_AsLongAndOverflow(PyObject *obj, int *overflow);
JABIRU_FUNCTION long long PyLong_AsLongLong(PyObject *obj);
JABIRU_FUNCTION long long PyLong_AsLongLongAndOverflow(PyObject *obj, int *overflow);
JABIRU_FUNCTION size_t PyLong_AsSize_t(PyObject *obj);
JABIRU_FUNCTION Py_ssize_t PyLong_AsSsize_t(PyObject *obj);
JABIRU_FUNCTION unsigned long PyLong_AsUnsignedLong(PyObject *obj);
JABIRU_FUNCTION unsigned long long PyLong_AsUnsignedLongLong(PyObject *obj);
JABIRU_FUNCTION unsigned long long PyLong_AsUnsignedLongLongMask(PyObject *obj);
JABIRU_FUNCTION unsigned long PyLong_AsUnsignedLongMask(PyObject *obj);
JABIRU_FUNCTION void *PyLong_AsVoidPtr(PyObject *obj);
JABIRU_FUNCTION PyObject *PyLong_FromDouble(double arg);
JABIRU_FUNCTION PyObject *PyLong_FromLong(long arg);
JABIRU_FUNCTION PyObject *PyLong_FromLongLong(long long arg);
JABIRU_FUNCTION PyObject *PyLong_FromSize_t(size_t arg);
JABIRU_FUNCTION PyObject *PyLong_FromSsize_t(Py_ssize_t n);
JABIRU_FUNCTION PyObject *PyLong_FromString(const char *string, char **end, int base);
JABIRU_FUNCTION PyObject *PyLong_FromUnsignedLong(unsigned long arg);
JABIRU_FUNCTION PyObject *PyLong_FromUnsignedLongLong(unsigned long long arg);
JABIRU_FUNCTION PyObject *PyLong_FromVoidPtr(void *arg);
JABIRU_FUNCTION PyObject *PyLong_GetInfo(void);
JABIRU_DATA PyTypeObject PyLong_Type;
JABIRU_DATA PyTypeObject PyLongRangeIter_Type;

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION int PyLong_AsInt(PyObject *obj);
#endif

#if Py_LIMITED_API+0 >= 0x030e0000
JABIRU_FUNCTION int PyLong_AsInt32(PyObject *obj, int32_t *value);
JABIRU_FUNCTION int PyLong_AsInt64(PyObject *obj, int64_t *value);
JABIRU_FUNCTION Py_ssize_t PyLong_AsNativeBytes(PyObject *v, void *buffer, Py_ssize_t n_bytes, int flags);
JABIRU_FUNCTION int PyLong_AsUInt32(PyObject *obj, uint32_t *value);
JABIRU_FUNCTION int PyLong_AsUInt64(PyObject *obj, uint64_t *value);
JABIRU_FUNCTION PyObject *PyLong_FromInt32(int32_t value);
JABIRU_FUNCTION PyObject *PyLong_FromInt64(int64_t value);
JABIRU_FUNCTION PyObject *PyLong_FromNativeBytes(const void *buffer, size_t n_bytes, int flags);
JABIRU_FUNCTION PyObject *PyLong_FromUInt32(uint32_t value);
JABIRU_FUNCTION PyObject *PyLong_FromUInt64(uint64_t value);
JABIRU_FUNCTION PyObject *PyLong_FromUnsignedNativeBytes(const void *buffer, size_t n_bytes, int flags);
#endif
