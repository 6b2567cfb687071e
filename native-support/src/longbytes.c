/* ints as bytes and by their bits, the older private way. */
#include "jabiru.h"

/* The flags of PyLong_AsNativeBytes. */
#define LITTLE_ENDIAN_BYTES 1
#define UNSIGNED_BYTES 4
#define REJECT_NEGATIVE 8

int _PyLong_Sign(PyObject *v)
{
    int sign = 0;
    PyLong_GetSign(v, &sign);
    return sign;
}

int64_t _PyLong_NumBits(PyObject *v)
{
    const PyLongObject *object = (const PyLongObject *)v;
    int64_t digits = (int64_t)(object->lv_tag >> LONG_SIZE_SHIFT);
    if (digits == 0) {
        return 0;
    }
    int of_top = 32 - __builtin_clz(object->ob_digit[digits - 1]);
    return (digits - 1) * PyLong_SHIFT + of_top;
}

/* What does not fit leaves the low bytes, and an OverflowError where that is asked for. */
int _PyLong_AsByteArray(PyObject *v, unsigned char *bytes, size_t n, int little_endian,
    int is_signed, int with_exceptions)
{
    int order = little_endian ? LITTLE_ENDIAN_BYTES : 0;
    if (!is_signed && _PyLong_Sign(v) < 0) {
        if (with_exceptions) {
            PyErr_SetString(PyExc_OverflowError, "can't convert negative int to unsigned");
        }
        return -1;
    }
    Py_ssize_t needed = PyLong_AsNativeBytes(
        v, bytes, (Py_ssize_t)n, order | (is_signed ? 0 : UNSIGNED_BYTES | REJECT_NEGATIVE));
    if (needed > (Py_ssize_t)n && with_exceptions) {
        PyErr_SetString(PyExc_OverflowError, "int too big to convert");
    }
    return needed < 0 || needed > (Py_ssize_t)n ? -1 : 0;
}

PyObject *_PyLong_FromByteArray(
    const unsigned char *bytes, size_t n, int little_endian, int is_signed)
{
    int order = little_endian ? LITTLE_ENDIAN_BYTES : 0;
    return is_signed ? PyLong_FromNativeBytes(bytes, n, order)
                     : PyLong_FromUnsignedNativeBytes(bytes, n, order);
}
