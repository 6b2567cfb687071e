/* PyLong_Export and PyLongWriter (PEP 757): the digits of ints, and their signs. */
#include "jabiru.h"

struct layout {
    uint8_t bits_per_digit;
    uint8_t digit_size;
    int8_t digits_order;
    int8_t digit_endianness;
};

struct export {
    int64_t value;
    uint8_t negative;
    Py_ssize_t ndigits;
    const void *digits;
    Py_uintptr_t reserved;
};

const void *PyLong_GetNativeLayout(void)
{
    static const struct layout layout = {PyLong_SHIFT, sizeof(digit), -1, -1};
    return &layout;
}

static PyLongObject *checked(PyObject *obj)
{
    if (!PyLong_Check(obj)) {
        PyErr_Format(PyExc_TypeError, "expect int, got %T", obj);
        return NULL;
    }
    return (PyLongObject *)obj;
}

static int sign_of(const PyLongObject *value)
{
    return 1 - (int)(value->lv_tag & LONG_SIGN_MASK);
}

int PyLong_GetSign(PyObject *v, int *sign)
{
    PyLongObject *value = checked(v);
    *sign = value == NULL ? 0 : sign_of(value);
    return value == NULL ? -1 : 0;
}

static int has_sign(PyObject *obj, int sign)
{
    if (!PyLong_Check(obj)) {
        PyErr_Format(PyExc_TypeError, "expected int, got %T", obj);
        return -1;
    }
    return sign_of((PyLongObject *)obj) == sign;
}

int PyLong_IsPositive(PyObject *obj)
{
    return has_sign(obj, 1);
}

int PyLong_IsZero(PyObject *obj)
{
    return has_sign(obj, 0);
}

int PyLong_Export(PyObject *obj, void *export_long)
{
    struct export *out = export_long;
    memset(out, 0, sizeof *out);
    PyLongObject *value = checked(obj);
    if (value == NULL) {
        return -1;
    }
    int overflow;
    long long small = PyLong_AsLongLongAndOverflow(obj, &overflow);
    if (!overflow) {
        out->value = small;
        return 0;
    }
    out->negative = sign_of(value) < 0;
    out->ndigits = (Py_ssize_t)(value->lv_tag >> LONG_SIZE_SHIFT);
    out->digits = value->ob_digit;
    out->reserved = (Py_uintptr_t)new_ref(obj);
    return 0;
}

void PyLong_FreeExport(void *export_long)
{
    struct export *out = export_long;
    PyObject *kept = (PyObject *)out->reserved;
    out->reserved = 0;
    Py_XDECREF(kept);
}

/* The writer is the int itself, not yet in its normal form. */
void *PyLongWriter_Create(int negative, Py_ssize_t ndigits, void **digits)
{
    if (ndigits <= 0) {
        PyErr_SetString(PyExc_ValueError, "ndigits must be positive");
        *digits = NULL;
        return NULL;
    }
    if ((size_t)ndigits > (size_t)PY_SSIZE_T_MAX / 8) {
        *digits = NULL;
        return PyErr_NoMemory();
    }
    size_t size = offsetof(PyLongObject, ob_digit) + (size_t)ndigits * sizeof(digit);
    PyLongObject *value = jabiru_new_value(&PyLong_Type, size);
    *digits = value == NULL ? NULL : value->ob_digit;
    if (value != NULL) {
        value->lv_tag = ((uintptr_t)ndigits << LONG_SIZE_SHIFT) | (negative ? LONG_NEGATIVE : 0);
    }
    return value;
}

PyObject *PyLongWriter_Finish(void *writer)
{
    PyLongObject *value = writer;
    Py_ssize_t count = (Py_ssize_t)(value->lv_tag >> LONG_SIZE_SHIFT);
    uintptr_t sign = value->lv_tag & LONG_SIGN_MASK;
    while (count > 0 && value->ob_digit[count - 1] == 0) {
        count--;
    }
    value->lv_tag = ((uintptr_t)count << LONG_SIZE_SHIFT) | (count == 0 ? LONG_ZERO : sign);
    if (count > 2) {
        return (PyObject *)value;
    }
    /* Small ints are shared. */
    PyObject *normal = PyLong_FromLongLong(PyLong_AsLongLong((PyObject *)value));
    Py_DECREF(value);
    return normal;
}

void PyLongWriter_Discard(void *writer)
{
    Py_XDECREF((PyObject *)writer);
}
