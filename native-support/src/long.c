/* int objects: made and read in C, digits of 30 bits as CPython keeps them. */
#include "jabiru.h"

#define HEAD_SIZE offsetof(PyLongObject, ob_digit)
#define SMALL_MIN -5
#define SMALL_MAX 256

static Py_ssize_t digit_count(const PyLongObject *v)
{
    return (Py_ssize_t)(v->lv_tag >> LONG_SIZE_SHIFT);
}

static int is_negative(const PyLongObject *v)
{
    return (v->lv_tag & LONG_SIGN_MASK) == LONG_NEGATIVE;
}

static PyLongObject *new_long(Py_ssize_t digits)
{
    size_t size = HEAD_SIZE + (size_t)(digits ? digits : 1) * sizeof(digit);
    return jabiru_new_value(&PyLong_Type, size);
}

static void set_tag(PyLongObject *v, Py_ssize_t digits, int negative)
{
    uintptr_t sign = digits == 0 ? LONG_ZERO : negative ? LONG_NEGATIVE : 0;
    v->lv_tag = ((uintptr_t)digits << LONG_SIZE_SHIFT) | sign;
}

static PyObject *from_magnitude(uint64_t magnitude, int negative)
{
    if (magnitude <= SMALL_MAX && (!negative || magnitude <= -SMALL_MIN)) {
        return jabiru_small_int(negative ? -(int)magnitude : (int)magnitude);
    }
    if (magnitude >> 60 == 0) {
        PyLongObject *v = jabiru_new_small(&PyLong_Type, HEAD_SIZE + 2 * sizeof(digit));
        if (v != NULL) {
            set_tag(v, magnitude >> 30 ? 2 : 1, negative);
            v->ob_digit[0] = (digit)magnitude & PyLong_MASK;
            v->ob_digit[1] = (digit)(magnitude >> 30);
        }
        return (PyObject *)v;
    }
    Py_ssize_t digits = 3;
    PyLongObject *v = new_long(digits);
    if (v == NULL) {
        return NULL;
    }
    set_tag(v, digits, negative);
    for (Py_ssize_t i = 0; i < digits; i++) {
        v->ob_digit[i] = (digit)(magnitude >> (30 * i)) & PyLong_MASK;
    }
    return (PyObject *)v;
}

PyObject *PyLong_FromLongLong(long long value)
{
    return value < 0 ? from_magnitude(-(uint64_t)value, 1) : from_magnitude((uint64_t)value, 0);
}

PyObject *PyLong_FromUnsignedLongLong(unsigned long long value)
{
    return from_magnitude(value, 0);
}

#define FROM_SIGNED(name, type)                                                                    \
    PyObject *name(type value)                                                                     \
    {                                                                                              \
        return PyLong_FromLongLong(value);                                                         \
    }
#define FROM_UNSIGNED(name, type)                                                                  \
    PyObject *name(type value)                                                                     \
    {                                                                                              \
        return PyLong_FromUnsignedLongLong(value);                                                 \
    }

FROM_SIGNED(PyLong_FromLong, long)
FROM_SIGNED(PyLong_FromSsize_t, Py_ssize_t)
FROM_SIGNED(PyLong_FromInt32, int32_t)
FROM_SIGNED(PyLong_FromInt64, int64_t)
FROM_UNSIGNED(PyLong_FromUnsignedLong, unsigned long)
FROM_UNSIGNED(PyLong_FromSize_t, size_t)
FROM_UNSIGNED(PyLong_FromUInt32, uint32_t)
FROM_UNSIGNED(PyLong_FromUInt64, uint64_t)

PyObject *PyLong_FromVoidPtr(void *p)
{
    return PyLong_FromUnsignedLongLong((uintptr_t)p);
}

/* Whole doubles of any size: the mantissa's digits, shifted. */
PyObject *PyLong_FromDouble(double value)
{
    if (isinf(value)) {
        PyErr_SetString(PyExc_OverflowError, "cannot convert float infinity to integer");
        return NULL;
    }
    if (isnan(value)) {
        PyErr_SetString(PyExc_ValueError, "cannot convert float NaN to integer");
        return NULL;
    }
    if (value > -9.2e18 && value < 9.2e18) {
        return PyLong_FromLongLong((long long)value);
    }
    int exponent;
    double fraction = frexp(fabs(value), &exponent);
    Py_ssize_t digits = (exponent - 1) / PyLong_SHIFT + 1;
    PyLongObject *v = new_long(digits);
    if (v == NULL) {
        return NULL;
    }
    set_tag(v, digits, value < 0);
    fraction = ldexp(fraction, (exponent - 1) % PyLong_SHIFT + 1);
    for (Py_ssize_t i = digits; --i >= 0;) {
        digit bits = (digit)fraction;
        v->ob_digit[i] = bits;
        fraction = ldexp(fraction - bits, PyLong_SHIFT);
    }
    return (PyObject *)v;
}

/* The int itself or what its __index__ gives: a new reference, NULL with TypeError. */
static PyLongObject *as_int(PyObject *obj)
{
    if (obj == NULL) {
        PyErr_BadInternalCall();
        return NULL;
    }
    if (PyLong_Check(obj)) {
        return (PyLongObject *)new_ref(obj);
    }
    return (PyLongObject *)PyNumber_Index(obj);
}

/* The absolute value, or 0 with *too_large. */
static uint64_t magnitude_of(const PyLongObject *v, int *too_large)
{
    uint64_t result = 0;
    for (Py_ssize_t i = digit_count(v); --i >= 0;) {
        if (result >> (64 - PyLong_SHIFT)) {
            *too_large = 1;
            return 0;
        }
        result = (result << PyLong_SHIFT) | v->ob_digit[i];
    }
    return result;
}

/* The low 64 bits in two's complement. */
static uint64_t wrapped(const PyLongObject *v)
{
    uint64_t result = 0;
    for (Py_ssize_t i = digit_count(v); --i >= 0;) {
        result = (result << PyLong_SHIFT) | v->ob_digit[i];
    }
    return is_negative(v) ? -result : result;
}

/* The value when it is within min and max; otherwise the sign of the overflow, value unset. */
static int signed_value(const PyLongObject *v, int64_t min, int64_t max, int64_t *value)
{
    int too_large = 0;
    uint64_t magnitude = magnitude_of(v, &too_large);
    if (is_negative(v)) {
        if (too_large || magnitude > -(uint64_t)min) {
            return -1;
        }
        *value = (int64_t)-magnitude;
        return 0;
    }
    if (too_large || magnitude > (uint64_t)max) {
        return 1;
    }
    *value = (int64_t)magnitude;
    return 0;
}

static int64_t signed_or_error(PyObject *obj, int64_t min, int64_t max, const char *message)
{
    int64_t quick;
    if (jabiru_short_int(obj, &quick) && quick >= min && quick <= max) {
        return quick;
    }
    PyLongObject *v = as_int(obj);
    if (v == NULL) {
        return -1;
    }
    int64_t value = -1;
    if (signed_value(v, min, max, &value) != 0) {
        PyErr_SetString(PyExc_OverflowError, message);
    }
    Py_DECREF(v);
    return value;
}

long PyLong_AsLong(PyObject *obj)
{
    return signed_or_error(obj, LONG_MIN, LONG_MAX, "Python int too large to convert to C long");
}

long long PyLong_AsLongLong(PyObject *obj)
{
    return signed_or_error(obj, LLONG_MIN, LLONG_MAX, "int too big to convert");
}

int PyLong_AsInt(PyObject *obj)
{
    return (int)signed_or_error(obj, INT_MIN, INT_MAX, "Python int too large to convert to C int");
}

int PyLong_AsInt32(PyObject *obj, int32_t *value)
{
    int64_t wide =
        signed_or_error(obj, INT32_MIN, INT32_MAX, "Python int too large to convert to C int32_t");
    if (wide == -1 && jabiru_error_is_set()) {
        return -1;
    }
    *value = (int32_t)wide;
    return 0;
}

int PyLong_AsInt64(PyObject *obj, int64_t *value)
{
    int64_t wide =
        signed_or_error(obj, INT64_MIN, INT64_MAX, "Python int too large to convert to C int64_t");
    if (wide == -1 && jabiru_error_is_set()) {
        return -1;
    }
    *value = wide;
    return 0;
}

static int check_int(PyObject *obj)
{
    if (obj == NULL) {
        PyErr_BadInternalCall();
        return -1;
    }
    if (!PyLong_Check(obj)) {
        PyErr_SetString(PyExc_TypeError, "an integer is required");
        return -1;
    }
    return 0;
}

Py_ssize_t PyLong_AsSsize_t(PyObject *obj)
{
    int64_t quick;
    if (jabiru_short_int(obj, &quick)) {
        return quick;
    }
    if (check_int(obj) != 0) {
        return -1;
    }
    return signed_or_error(
        obj, PY_SSIZE_T_MIN, PY_SSIZE_T_MAX, "Python int too large to convert to C ssize_t");
}

static long long with_overflow(PyObject *obj, int64_t min, int64_t max, int *overflow)
{
    *overflow = 0;
    PyLongObject *v = as_int(obj);
    if (v == NULL) {
        return -1;
    }
    int64_t value = -1;
    *overflow = signed_value(v, min, max, &value);
    Py_DECREF(v);
    return value;
}

long PyLong_AsLongAndOverflow(PyObject *obj, int *overflow)
{
    return with_overflow(obj, LONG_MIN, LONG_MAX, overflow);
}

long long PyLong_AsLongLongAndOverflow(PyObject *obj, int *overflow)
{
    return with_overflow(obj, LLONG_MIN, LLONG_MAX, overflow);
}

static uint64_t unsigned_value(const PyLongObject *v, const char *negative, const char *large)
{
    if (is_negative(v)) {
        PyErr_SetString(PyExc_OverflowError, negative);
        return (uint64_t)-1;
    }
    int too_large = 0;
    uint64_t value = magnitude_of(v, &too_large);
    if (too_large) {
        PyErr_SetString(PyExc_OverflowError, large);
        return (uint64_t)-1;
    }
    return value;
}

unsigned long PyLong_AsUnsignedLong(PyObject *obj)
{
    if (check_int(obj) != 0) {
        return (unsigned long)-1;
    }
    return unsigned_value((PyLongObject *)obj, "can't convert negative value to unsigned int",
        "Python int too large to convert to C unsigned long");
}

unsigned long long PyLong_AsUnsignedLongLong(PyObject *obj)
{
    if (check_int(obj) != 0) {
        return (unsigned long long)-1;
    }
    return unsigned_value(
        (PyLongObject *)obj, "can't convert negative int to unsigned", "int too big to convert");
}

size_t PyLong_AsSize_t(PyObject *obj)
{
    if (check_int(obj) != 0) {
        return (size_t)-1;
    }
    return unsigned_value((PyLongObject *)obj, "can't convert negative value to size_t",
        "Python int too large to convert to C size_t");
}

static int as_unsigned(PyObject *obj, uint64_t max, uint64_t *value, const char *large)
{
    PyLongObject *v = as_int(obj);
    if (v == NULL) {
        return -1;
    }
    int too_large = 0;
    uint64_t magnitude = magnitude_of(v, &too_large);
    int negative = is_negative(v);
    Py_DECREF(v);
    if (negative) {
        PyErr_SetString(PyExc_ValueError, "Cannot convert negative int");
        return -1;
    }
    if (too_large || magnitude > max) {
        PyErr_SetString(PyExc_OverflowError, large);
        return -1;
    }
    *value = magnitude;
    return 0;
}

int PyLong_AsUInt32(PyObject *obj, uint32_t *value)
{
    uint64_t wide;
    if (as_unsigned(obj, UINT32_MAX, &wide, "Python int too large to convert to C uint32_t") != 0) {
        return -1;
    }
    *value = (uint32_t)wide;
    return 0;
}

int PyLong_AsUInt64(PyObject *obj, uint64_t *value)
{
    return as_unsigned(obj, UINT64_MAX, value, "Python int too large to convert to C uint64_t");
}

unsigned long long PyLong_AsUnsignedLongLongMask(PyObject *obj)
{
    PyLongObject *v = as_int(obj);
    if (v == NULL) {
        return (unsigned long long)-1;
    }
    unsigned long long value = wrapped(v);
    Py_DECREF(v);
    return value;
}

unsigned long PyLong_AsUnsignedLongMask(PyObject *obj)
{
    return PyLong_AsUnsignedLongLongMask(obj);
}

void *PyLong_AsVoidPtr(PyObject *obj)
{
    if (check_int(obj) != 0) {
        return NULL;
    }
    uint64_t value = is_negative((PyLongObject *)obj) ? (uint64_t)PyLong_AsLongLong(obj)
                                                      : PyLong_AsUnsignedLongLong(obj);
    return value == (uint64_t)-1 && jabiru_error_is_set() ? NULL : (void *)value;
}

/* Correctly rounded: the digits go into a double through 64 significant bits and a sticky one. */
double PyLong_AsDouble(PyObject *obj)
{
    if (check_int(obj) != 0) {
        return -1.0;
    }
    const PyLongObject *v = (PyLongObject *)obj;
    Py_ssize_t i = digit_count(v);
    uint64_t top = 0;
    while (i > 0 && !(top >> (63 - PyLong_SHIFT))) {
        top = (top << PyLong_SHIFT) | v->ob_digit[--i];
    }
    Py_ssize_t exponent = i * PyLong_SHIFT;
    if (i > 0) {
        int room = __builtin_clzll(top);
        uint64_t next = v->ob_digit[i - 1];
        int taken = room < PyLong_SHIFT ? room : PyLong_SHIFT;
        top = (top << taken) | (next >> (PyLong_SHIFT - taken));
        exponent -= taken;
        uint64_t rest = next & (((uint64_t)1 << (PyLong_SHIFT - taken)) - 1);
        for (Py_ssize_t k = i - 1; rest == 0 && k > 0; k--) {
            rest = v->ob_digit[k - 1];
        }
        top |= rest != 0;
    }
    double result = ldexp((double)top, exponent > 2000 ? 2000 : (int)exponent);
    if (isinf(result)) {
        PyErr_SetString(PyExc_OverflowError, "int too large to convert to float");
        return -1.0;
    }
    return is_negative(v) ? -result : result;
}

/* Byte `index` (from the least significant) of the two's complement. */
static unsigned char byte_of(const PyLongObject *v, size_t index, int *carry)
{
    size_t bit = index * 8;
    size_t which = bit / PyLong_SHIFT;
    unsigned shift = (unsigned)(bit % PyLong_SHIFT);
    uint64_t pair = 0;
    Py_ssize_t count = digit_count(v);
    if ((Py_ssize_t)which < count) {
        pair = v->ob_digit[which];
    }
    if ((Py_ssize_t)which + 1 < count) {
        pair |= (uint64_t)v->ob_digit[which + 1] << PyLong_SHIFT;
    }
    unsigned byte = (unsigned)(pair >> shift) & 0xff;
    if (is_negative(v)) {
        byte = (~byte & 0xff) + (unsigned)*carry;
        *carry = (int)(byte >> 8);
    }
    return (unsigned char)byte;
}

static size_t bit_length(const PyLongObject *v)
{
    Py_ssize_t count = digit_count(v);
    if (count == 0) {
        return 0;
    }
    return (size_t)count * PyLong_SHIFT - (size_t)(__builtin_clz(v->ob_digit[count - 1]) - 2);
}

static int fits(const PyLongObject *v, size_t n, int is_unsigned)
{
    size_t bits = bit_length(v);
    if (is_negative(v)) {
        int power = 1;
        for (Py_ssize_t i = 0; i + 1 < digit_count(v); i++) {
            power &= v->ob_digit[i] == 0;
        }
        digit top = v->ob_digit[digit_count(v) - 1];
        bits -= power && (top & (top - 1)) == 0;
        is_unsigned = 0;
    }
    return is_unsigned ? bits <= n * 8 : bits < n * 8;
}

/* CPython's answer: what fits takes what was offered when the int is compact, the bytes it needs
   otherwise; what does not fit takes a whole word or those bytes. */
static Py_ssize_t bytes_needed(const PyLongObject *v, Py_ssize_t n, int is_unsigned)
{
    if (digit_count(v) <= 1) {
        if (n > 0 && n < 8) {
            if (fits(v, (size_t)n, is_unsigned)) {
                return n;
            }
            if (!is_negative(v) && fits(v, (size_t)n, 1)) {
                return n + 1; /* only the sign bit has no place */
            }
        }
        return (Py_ssize_t)sizeof(size_t);
    }
    Py_ssize_t needed = (Py_ssize_t)(bit_length(v) / 8) + 1;
    return n > 0 && needed == n + 1 && fits(v, (size_t)n, is_unsigned) ? n : needed;
}

Py_ssize_t PyLong_AsNativeBytes(PyObject *obj, void *buffer, Py_ssize_t n_bytes, int flags)
{
    if (n_bytes < 0 || (n_bytes > 0 && buffer == NULL)) {
        PyErr_BadInternalCall();
        return -1;
    }
    int any = flags == -1;
    PyLongObject *v;
    if (PyLong_Check(obj) || (!any && (flags & Py_ASNATIVEBYTES_ALLOW_INDEX))) {
        v = as_int(obj);
    } else {
        PyErr_Format(PyExc_TypeError, "expect int, got %T", obj);
        return -1;
    }
    if (v == NULL) {
        return -1;
    }
    if (!any && (flags & Py_ASNATIVEBYTES_REJECT_NEGATIVE) && is_negative(v)) {
        PyErr_SetString(PyExc_ValueError, "Cannot convert negative int");
        Py_DECREF(v);
        return -1;
    }
    int little = any || (flags & 3);
    int carry = 1;
    for (Py_ssize_t i = 0; i < n_bytes; i++) {
        unsigned char byte = byte_of(v, (size_t)i, &carry);
        ((unsigned char *)buffer)[little ? i : n_bytes - 1 - i] = byte;
    }
    int is_unsigned = any || (flags & Py_ASNATIVEBYTES_UNSIGNED_BUFFER);
    Py_ssize_t needed = bytes_needed(v, n_bytes, is_unsigned);
    Py_DECREF(v);
    return needed;
}

static PyObject *from_bytes(const unsigned char *bytes, size_t n, int little, int negative)
{
    Py_ssize_t digits = (Py_ssize_t)((n * 8 + PyLong_SHIFT - 1) / PyLong_SHIFT);
    PyLongObject *v = new_long(digits);
    if (v == NULL) {
        return NULL;
    }
    uint64_t pending = 0;
    unsigned bits = 0;
    unsigned carry = 1;
    Py_ssize_t filled = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned byte = bytes[little ? i : n - 1 - i];
        if (negative) {
            byte = (~byte & 0xff) + carry;
            carry = byte >> 8;
            byte &= 0xff;
        }
        pending |= (uint64_t)byte << bits;
        bits += 8;
        if (bits >= PyLong_SHIFT) {
            v->ob_digit[filled++] = (digit)pending & PyLong_MASK;
            pending >>= PyLong_SHIFT;
            bits -= PyLong_SHIFT;
        }
    }
    if (filled < digits) {
        v->ob_digit[filled++] = (digit)pending;
    }
    while (filled > 0 && v->ob_digit[filled - 1] == 0) {
        filled--;
    }
    set_tag(v, filled, negative);
    if (filled <= 1 && v->ob_digit[0] <= SMALL_MAX) {
        int value = filled == 0 ? 0 : (int)v->ob_digit[0];
        if (!negative || value <= -SMALL_MIN) {
            Py_DECREF(v);
            return jabiru_small_int(negative ? -value : value);
        }
    }
    return (PyObject *)v;
}

PyObject *PyLong_FromNativeBytes(const void *buffer, size_t n_bytes, int flags)
{
    const unsigned char *bytes = buffer;
    if (n_bytes == 0) {
        return jabiru_small_int(0);
    }
    int little = flags == -1 || (flags & 3);
    int is_unsigned = flags != -1 && (flags & Py_ASNATIVEBYTES_UNSIGNED_BUFFER);
    int negative = !is_unsigned && (bytes[little ? n_bytes - 1 : 0] & 0x80);
    return from_bytes(bytes, n_bytes, little, negative);
}

PyObject *PyLong_FromUnsignedNativeBytes(const void *buffer, size_t n_bytes, int flags)
{
    if (n_bytes == 0) {
        return jabiru_small_int(0);
    }
    return from_bytes(buffer, n_bytes, flags == -1 || (flags & 3), 0);
}
