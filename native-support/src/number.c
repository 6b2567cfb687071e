/* The number and object protocols where an exact builtin needs no upcall. */
#include "jabiru.h"

#include <math.h>

PyObject *PyNumber_Index(PyObject *o)
{
    return o != NULL && PyLong_CheckExact(o) ? new_ref(o) : java_PyNumber_Index(o);
}

PyObject *PyNumber_Long(PyObject *o)
{
    return o != NULL && PyLong_CheckExact(o) ? new_ref(o) : java_PyNumber_Long(o);
}

PyObject *PyNumber_Float(PyObject *o)
{
    int64_t quick;
    if (o != NULL && PyFloat_CheckExact(o)) {
        return new_ref(o);
    }
    if (o != NULL && PyLong_CheckExact(o) && jabiru_short_int(o, &quick)) {
        return PyFloat_FromDouble((double)quick);
    }
    return java_PyNumber_Float(o);
}

Py_ssize_t PyNumber_AsSsize_t(PyObject *o, PyObject *exc)
{
    int64_t quick;
    if (o != NULL && PyLong_CheckExact(o) && jabiru_short_int(o, &quick)) {
        return quick;
    }
    return java_PyNumber_AsSsize_t(o, exc);
}

/* Both exact ints of at most two digits each. */
static int short_ints(PyObject *a, PyObject *b, int64_t *x, int64_t *y)
{
    return a != NULL && b != NULL && PyLong_CheckExact(a) && PyLong_CheckExact(b) &&
           jabiru_short_int(a, x) && jabiru_short_int(b, y);
}

static int floats(PyObject *a, PyObject *b, double *x, double *y)
{
    if (a == NULL || b == NULL || !PyFloat_CheckExact(a) || !PyFloat_CheckExact(b)) {
        return 0;
    }
    *x = ((PyFloatObject *)a)->ob_fval;
    *y = ((PyFloatObject *)b)->ob_fval;
    return 1;
}

#define ARITHMETIC(name, operator, overflows)                                                      \
    PyObject *name(PyObject *o1, PyObject *o2)                                                     \
    {                                                                                              \
        int64_t a;                                                                                 \
        int64_t b;                                                                                 \
        long long result;                                                                          \
        double x;                                                                                  \
        double y;                                                                                  \
        if (short_ints(o1, o2, &a, &b) && !overflows(a, b, &result)) {                             \
            return PyLong_FromLongLong(result);                                                    \
        }                                                                                          \
        return floats(o1, o2, &x, &y) ? PyFloat_FromDouble(x operator y) : java_##name(o1, o2);    \
    }

ARITHMETIC(PyNumber_Add, +, __builtin_add_overflow)
ARITHMETIC(PyNumber_Subtract, -, __builtin_sub_overflow)
ARITHMETIC(PyNumber_Multiply, *, __builtin_mul_overflow)

int PyIndex_Check(PyObject *obj)
{
    PyNumberMethods *methods = TYPE(obj)->tp_as_number;
    return PyLong_Check(obj) || (methods != NULL && methods->nb_index != NULL) ||
           java_PyIndex_Check(obj);
}

int PyObject_IsTrue(PyObject *obj)
{
    if (obj == Py_True || obj == Py_False || obj == Py_None) {
        return obj == Py_True;
    }
    if (obj == NULL) {
        return java_PyObject_IsTrue(obj);
    }
    if (PyLong_CheckExact(obj)) {
        return (((PyLongObject *)obj)->lv_tag & LONG_SIGN_MASK) != LONG_ZERO;
    }
    if (PyUnicode_CheckExact(obj)) {
        return ((PyASCIIObject *)obj)->length != 0;
    }
    if (PyTuple_CheckExact(obj) || PyBytes_CheckExact(obj)) {
        return Py_SIZE(obj) != 0;
    }
    return java_PyObject_IsTrue(obj);
}

int PyObject_Not(PyObject *obj)
{
    int is_true = PyObject_IsTrue(obj);
    return is_true < 0 ? -1 : !is_true;
}

PyObject *PyObject_Str(PyObject *obj)
{
    if (obj != NULL && PyUnicode_CheckExact(obj)) {
        return new_ref(obj);
    }
    return obj != NULL && PyLong_CheckExact(obj) ? PyObject_Repr(obj) : java_PyObject_Str(obj);
}

PyObject *PyObject_Bytes(PyObject *obj)
{
    return obj != NULL && PyBytes_CheckExact(obj) ? new_ref(obj) : java_PyObject_Bytes(obj);
}

PyObject *PyObject_Repr(PyObject *obj)
{
    int64_t value;
    if (obj != NULL && PyLong_CheckExact(obj) && jabiru_short_int(obj, &value)) {
        char digits[24];
        int length = snprintf(digits, sizeof digits, "%lld", (long long)value);
        return PyUnicode_FromStringAndSize(digits, length);
    }
    return java_PyObject_Repr(obj);
}

/* The order of two exact ints, floats or strs: 1, -1, 0; anything else when they are not that, or
   a NaN is among them. */
#define UNKNOWN 2

static int known_order(PyObject *a, PyObject *b)
{
    int64_t i;
    int64_t j;
    double x;
    double y;
    if (short_ints(a, b, &i, &j)) {
        return (i > j) - (i < j);
    }
    if (floats(a, b, &x, &y)) {
        return isnan(x) || isnan(y) ? UNKNOWN : (x > y) - (x < y);
    }
    if (a != NULL && b != NULL && PyUnicode_CheckExact(a) && PyUnicode_CheckExact(b)) {
        return jabiru_str_order(a, b);
    }
    return UNKNOWN;
}

static int holds(int order, int op)
{
    switch (op) {
    case Py_LT:
        return order < 0;
    case Py_LE:
        return order <= 0;
    case Py_EQ:
        return order == 0;
    case Py_NE:
        return order != 0;
    case Py_GT:
        return order > 0;
    default:
        return order >= 0;
    }
}

static int is_operator(int op)
{
    return op >= Py_LT && op <= Py_GE;
}

PyObject *PyObject_RichCompare(PyObject *left, PyObject *right, int op)
{
    int order = is_operator(op) ? known_order(left, right) : UNKNOWN;
    return order == UNKNOWN ? java_PyObject_RichCompare(left, right, op)
                            : PyBool_FromLong(holds(order, op));
}

int PyObject_RichCompareBool(PyObject *left, PyObject *right, int op)
{
    if (left == right && left != NULL && (op == Py_EQ || op == Py_NE)) {
        return op == Py_EQ;
    }
    int order = is_operator(op) ? known_order(left, right) : UNKNOWN;
    return order == UNKNOWN ? java_PyObject_RichCompareBool(left, right, op) : holds(order, op);
}
