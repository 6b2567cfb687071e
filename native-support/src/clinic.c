/* What CPython's own separately compiled modules use beyond the stable ABI: converters of Argument
   Clinic's generated code, and a few neighbours of public functions. */
#include "jabiru.h"

#include <sched.h>

int _PyBytes_Resize(PyObject **pv, Py_ssize_t newsize)
{
    PyObject *old = *pv;
    *pv = NULL;
    if (newsize < 0 || !PyBytes_Check(old)) {
        Py_DECREF(old);
        PyErr_BadInternalCall();
        return -1;
    }
    PyObject *made = PyBytes_FromStringAndSize(NULL, newsize);
    if (made != NULL) {
        Py_ssize_t kept = Py_SIZE(old) < newsize ? Py_SIZE(old) : newsize;
        memcpy(((PyBytesObject *)made)->ob_sval, ((PyBytesObject *)old)->ob_sval, (size_t)kept);
    }
    Py_DECREF(old);
    *pv = made;
    return made == NULL ? -1 : 0;
}

static int to_unsigned(PyObject *obj, uint64_t largest, const char *type, uint64_t *value)
{
    PyObject *index = PyNumber_Index(obj);
    if (index == NULL) {
        return 0;
    }
    if (PyLong_IsNegative(index)) {
        PyErr_SetString(PyExc_ValueError, "value must be positive");
        Py_DECREF(index);
        return 0;
    }
    *value = PyLong_AsUnsignedLongLong(index);
    Py_DECREF(index);
    int failed = *value == (uint64_t)-1 && PyErr_Occurred() != NULL;
    if (failed && !PyErr_ExceptionMatches(PyExc_OverflowError)) {
        return 0;
    }
    if (failed || *value > largest) {
        PyErr_Format(PyExc_OverflowError, "Python int too large to convert to C %s", type);
        return 0;
    }
    return 1;
}

#define CONVERTER(name, c_type, largest, shown)                                                    \
    int name(PyObject *obj, void *ptr)                                                             \
    {                                                                                              \
        uint64_t value;                                                                            \
        if (!to_unsigned(obj, largest, shown, &value)) {                                           \
            return 0;                                                                              \
        }                                                                                          \
        *(c_type *)ptr = (c_type)value;                                                            \
        return 1;                                                                                  \
    }

CONVERTER(_PyLong_UInt16_Converter, uint16_t, UINT16_MAX, "uint16_t")
CONVERTER(_PyLong_UInt32_Converter, uint32_t, UINT32_MAX, "uint32_t")
CONVERTER(_PyLong_UInt64_Converter, uint64_t, UINT64_MAX, "uint64_t")
CONVERTER(_PyLong_UnsignedShort_Converter, unsigned short, USHRT_MAX, "unsigned short")
CONVERTER(_PyLong_UnsignedInt_Converter, unsigned int, UINT_MAX, "unsigned int")
CONVERTER(_PyLong_UnsignedLong_Converter, unsigned long, ULONG_MAX, "unsigned long")
CONVERTER(_PyLong_Size_t_Converter, size_t, SIZE_MAX, "size_t")
CONVERTER(_PyLong_UnsignedLongLong_Converter, unsigned long long, ULLONG_MAX, "unsigned long long")

PyObject *_Py_strhex(const char *argbuf, const Py_ssize_t arglen)
{
    static const char digits[] = "0123456789abcdef";
    PyObject *str = jabiru_str_new(2 * arglen, 127);
    if (str == NULL) {
        return NULL;
    }
    char *out = jabiru_str_data(str);
    for (Py_ssize_t i = 0; i < arglen; i++) {
        out[2 * i] = digits[(unsigned char)argbuf[i] >> 4];
        out[2 * i + 1] = digits[argbuf[i] & 15];
    }
    return str;
}

/* One byte: taken or free. Whoever waits lets others run, the GIL included. */
void PyMutex_Lock(void *m)
{
    uint8_t *taken = m;
    if (!__atomic_exchange_n(taken, 1, __ATOMIC_ACQUIRE)) {
        return;
    }
    PyThreadState *thread = jabiru_save_attached();
    while (__atomic_exchange_n(taken, 1, __ATOMIC_ACQUIRE)) {
        sched_yield();
    }
    if (thread != NULL) {
        PyEval_RestoreThread(thread);
    }
}

int PyMutex_IsLocked(void *m)
{
    return __atomic_load_n((uint8_t *)m, __ATOMIC_RELAXED) != 0;
}

void PyMutex_Unlock(void *m)
{
    __atomic_store_n((uint8_t *)m, 0, __ATOMIC_RELEASE);
}

int PyLong_IsNegative(PyObject *obj)
{
    if (!PyLong_Check(obj)) {
        PyErr_Format(PyExc_TypeError, "expected int, got %T", obj);
        return -1;
    }
    return (((struct _longobject *)obj)->lv_tag & LONG_SIGN_MASK) == LONG_NEGATIVE;
}

/* Bounds of slices: whatever has __index__, clamped. */
int _PyEval_SliceIndexNotNone(PyObject *v, Py_ssize_t *pi)
{
    if (!PyIndex_Check(v)) {
        PyErr_SetString(
            PyExc_TypeError, "slice indices must be integers or have an __index__ method");
        return 0;
    }
    Py_ssize_t index = PyNumber_AsSsize_t(v, NULL);
    if (index == -1 && PyErr_Occurred()) {
        return 0;
    }
    *pi = index;
    return 1;
}

int _PyEval_SliceIndex(PyObject *v, Py_ssize_t *pi)
{
    if (v == Py_None) {
        return 1;
    }
    if (!PyIndex_Check(v)) {
        PyErr_SetString(
            PyExc_TypeError, "slice indices must be integers or None or have an __index__ method");
        return 0;
    }
    return _PyEval_SliceIndexNotNone(v, pi);
}

int _Py_convert_optional_to_ssize_t(PyObject *obj, void *result)
{
    if (obj == Py_None) {
        return 1;
    }
    if (!PyIndex_Check(obj)) {
        PyErr_Format(
            PyExc_TypeError, "argument should be integer or None, not %.200s", TYPE(obj)->tp_name);
        return 0;
    }
    Py_ssize_t limit = PyNumber_AsSsize_t(obj, PyExc_OverflowError);
    if (limit == -1 && PyErr_Occurred()) {
        return 0;
    }
    *(Py_ssize_t *)result = limit;
    return 1;
}

int _PyArg_ParseStack(PyObject *const *args, Py_ssize_t nargs, const char *format, ...)
{
    PyObject *tuple = PyTuple_New(nargs);
    if (tuple == NULL) {
        return 0;
    }
    for (Py_ssize_t i = 0; i < nargs; i++) {
        ((PyTupleObject *)tuple)->ob_item[i] = new_ref(args[i]);
    }
    va_list va;
    va_start(va, format);
    int ok = PyArg_VaParse(tuple, format, va);
    va_end(va);
    Py_DECREF(tuple);
    return ok;
}

/* Where the needle begins, the offset added, or -1. */
Py_ssize_t _PyBytes_Find(const char *haystack, Py_ssize_t len_haystack, const char *needle,
    Py_ssize_t len_needle, Py_ssize_t offset)
{
    const char *found = memmem(haystack, (size_t)len_haystack, needle, (size_t)len_needle);
    return found == NULL ? -1 : found - haystack + offset;
}

Py_ssize_t _PyBytes_ReverseFind(const char *haystack, Py_ssize_t len_haystack, const char *needle,
    Py_ssize_t len_needle, Py_ssize_t offset)
{
    for (Py_ssize_t i = len_haystack - len_needle; i >= 0; i--) {
        if (memcmp(haystack + i, needle, (size_t)len_needle) == 0) {
            return i + offset;
        }
    }
    return -1;
}

PyObject *_PyLong_FromTime_t(int64_t t)
{
    return PyLong_FromLongLong(t);
}

/* 1 and a new reference, 0 and NULL when sys has no such attribute. */
int _PySys_GetOptionalAttrString(const char *name, PyObject **value)
{
    *value = PySys_GetObject(name);
    if (*value != NULL) {
        new_ref(*value);
        return 1;
    }
    return jabiru_error_is_set() ? -1 : 0;
}

int _PyWeakref_IsDead(PyObject *ref)
{
    PyObject *object;
    int alive = PyWeakref_GetRef(ref, &object);
    Py_XDECREF(object);
    return alive == 0;
}

int _Py_IsInterpreterFinalizing(PyInterpreterState *interp)
{
    (void)interp;
    return Py_IsFinalizing();
}

const char *_PyUnicode_AsUTF8NoNUL(PyObject *unicode)
{
    Py_ssize_t size;
    const char *text = PyUnicode_AsUTF8AndSize(unicode, &size);
    if (text != NULL && strlen(text) != (size_t)size) {
        PyErr_SetString(PyExc_ValueError, "embedded null character");
        return NULL;
    }
    return text;
}

int _PyUnicode_EqualToASCIIString(PyObject *unicode, const char *string)
{
    return PyUnicode_EqualToUTF8(unicode, string);
}
