/* The kinds of items of arrays: what ob_descr of an arrayobject points to. */
#include "jabiru.h"

#include <string.h>

/* struct arraydescr */
struct array_kind {
    char typecode;
    int itemsize;
    PyObject *(*get_item)(PyObject *array, Py_ssize_t index);
    int (*set_item)(PyObject *array, Py_ssize_t index, PyObject *value);
    int (*compare_items)(const void *left, const void *right, Py_ssize_t count);
    const char *formats;
    int is_integer_type;
    int is_signed;
};

static PyObject *get_item(PyObject *array, Py_ssize_t index)
{
    return PySequence_GetItem(array, index);
}

/* With a negative index only looks whether the value fits. */
static int set_item(PyObject *array, Py_ssize_t index, PyObject *value)
{
    if (index >= 0) {
        return PySequence_SetItem(array, index, value);
    }
    PyObject *typecode = PyObject_GetAttrString(array, "typecode");
    if (typecode == NULL) {
        return -1;
    }
    PyObject *fits = PyObject_CallFunction((PyObject *)Py_TYPE(array), "O[O]", typecode, value);
    Py_DECREF(typecode);
    Py_XDECREF(fits);
    return fits == NULL ? -1 : 0;
}

#define COMPARE(name, type)                                                                        \
    static int name(const void *left, const void *right, Py_ssize_t count)                         \
    {                                                                                              \
        const type *a = left, *b = right;                                                          \
        for (Py_ssize_t i = 0; i < count; i++) {                                                   \
            if (a[i] != b[i]) {                                                                    \
                return a[i] < b[i] ? -1 : 1;                                                       \
            }                                                                                      \
        }                                                                                          \
        return 0;                                                                                  \
    }

COMPARE(compare_b, signed char)
COMPARE(compare_B, unsigned char)
COMPARE(compare_w, Py_UCS4)
COMPARE(compare_h, short)
COMPARE(compare_H, unsigned short)
COMPARE(compare_i, int)
COMPARE(compare_I, unsigned int)
COMPARE(compare_l, long)
COMPARE(compare_L, unsigned long)
COMPARE(compare_q, long long)
COMPARE(compare_Q, unsigned long long)

#define KIND(typecode, type, compare, is_integer, is_signed)                                       \
    {typecode[0], sizeof(type), get_item, set_item, compare, typecode, is_integer, is_signed}

static const struct array_kind kinds[] = {
    KIND("b", signed char, compare_b, 1, 1),
    KIND("B", unsigned char, compare_B, 1, 0),
    KIND("u", wchar_t, compare_w, 0, 0),
    KIND("w", Py_UCS4, compare_w, 0, 0),
    KIND("h", short, compare_h, 1, 1),
    KIND("H", unsigned short, compare_H, 1, 0),
    KIND("i", int, compare_i, 1, 1),
    KIND("I", unsigned int, compare_I, 1, 0),
    KIND("l", long, compare_l, 1, 1),
    KIND("L", unsigned long, compare_L, 1, 0),
    KIND("q", long long, compare_q, 1, 1),
    KIND("Q", unsigned long long, compare_Q, 1, 0),
    KIND("f", float, NULL, 0, 0),
    KIND("d", double, NULL, 0, 0),
};

const void *jabiru_array_kind(int typecode)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (kinds[i].typecode == typecode) {
            return &kinds[i];
        }
    }
    return NULL;
}
