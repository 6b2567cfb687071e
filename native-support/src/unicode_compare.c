/* str objects: comparing with C strings, interning, appending. */
#include "jabiru.h"

int PyUnicode_EqualToUTF8AndSize(PyObject *unicode, const char *string, Py_ssize_t size)
{
    Py_ssize_t own_size;
    PyObject *saved = PyErr_GetRaisedException();
    const char *own = jabiru_utf8_of(unicode, &own_size);
    if (own == NULL) {
        PyErr_Clear(); /* lone surrogates: nothing that UTF-8 could equal */
    }
    PyErr_SetRaisedException(saved);
    return own != NULL && own_size == size && memcmp(own, string, (size_t)size) == 0;
}

int PyUnicode_EqualToUTF8(PyObject *unicode, const char *string)
{
    return PyUnicode_EqualToUTF8AndSize(unicode, string, (Py_ssize_t)strlen(string));
}

int PyUnicode_CompareWithASCIIString(PyObject *left, const char *right)
{
    Py_ssize_t length = ((PyASCIIObject *)left)->length;
    Py_ssize_t i = 0;
    if (jabiru_str_kind(left) == 1) {
        const Py_UCS1 *data = jabiru_str_data(left);
        while (i < length && right[i] != '\0' && data[i] == (unsigned char)right[i]) {
            i++;
        }
    }
    for (; i < length && right[i] != '\0'; i++) {
        Py_UCS4 c = jabiru_str_char(left, i);
        if (c != (unsigned char)right[i]) {
            return c < (unsigned char)right[i] ? -1 : 1;
        }
    }
    return i < length ? 1 : right[i] != '\0' ? -1 : 0;
}

/* 1, -1 or 0, by the characters. */
int jabiru_str_order(PyObject *a, PyObject *b)
{
    Py_ssize_t n = ((PyASCIIObject *)a)->length;
    Py_ssize_t m = ((PyASCIIObject *)b)->length;
    Py_ssize_t common = n < m ? n : m;
    if (a == b) {
        return 0;
    }
    if (jabiru_str_kind(a) == 1 && jabiru_str_kind(b) == 1) {
        int order = memcmp(jabiru_str_data(a), jabiru_str_data(b), (size_t)common);
        if (order != 0) {
            return order > 0 ? 1 : -1;
        }
    } else {
        for (Py_ssize_t i = 0; i < common; i++) {
            Py_UCS4 c = jabiru_str_char(a, i);
            Py_UCS4 d = jabiru_str_char(b, i);
            if (c != d) {
                return c > d ? 1 : -1;
            }
        }
    }
    return (n > m) - (n < m);
}

int PyUnicode_Compare(PyObject *left, PyObject *right)
{
    if (left == NULL || right == NULL || !PyUnicode_Check(left) || !PyUnicode_Check(right)) {
        return java_PyUnicode_Compare(left, right);
    }
    return jabiru_str_order(left, right);
}

int PyUnicode_Equal(PyObject *str1, PyObject *str2)
{
    if (str1 == NULL || str2 == NULL || !PyUnicode_Check(str1) || !PyUnicode_Check(str2)) {
        return java_PyUnicode_Equal(str1, str2);
    }
    return ((PyASCIIObject *)str1)->length == ((PyASCIIObject *)str2)->length &&
           jabiru_str_order(str1, str2) == 0;
}

PyObject *PyUnicode_RichCompare(PyObject *left, PyObject *right, int op)
{
    if (left != NULL && right != NULL && PyUnicode_CheckExact(left) &&
        PyUnicode_CheckExact(right)) {
        return PyObject_RichCompare(left, right, op);
    }
    return java_PyUnicode_RichCompare(left, right, op);
}

const char *PyUnicode_GetDefaultEncoding(void)
{
    return "utf-8";
}

void PyUnicode_Append(PyObject **pleft, PyObject *right)
{
    PyObject *left = *pleft;
    if (left == NULL) {
        if (!jabiru_error_is_set()) {
            PyErr_BadInternalCall();
        }
        return;
    }
    if (right == NULL || !PyUnicode_Check(left) || !PyUnicode_Check(right)) {
        if (!jabiru_error_is_set()) {
            PyErr_BadInternalCall();
        }
        *pleft = NULL;
    } else {
        *pleft = PyUnicode_Concat(left, right);
    }
    Py_DECREF(left);
}

void PyUnicode_AppendAndDel(PyObject **pleft, PyObject *right)
{
    PyUnicode_Append(pleft, right);
    Py_XDECREF(right);
}

int PyUnicode_WriteChar(PyObject *unicode, Py_ssize_t index, Py_UCS4 character)
{
    if (PyUnicode_Check(unicode) && !PyUnicode_CheckExact(unicode)) {
        PyErr_BadArgument();
        return -1;
    }
    if (PyUnicode_ReadChar(unicode, index) == (Py_UCS4)-1) {
        return -1;
    }
    if (unicode->ob_refcnt != 1) {
        PyErr_SetString(PyExc_SystemError, "Cannot modify a string currently used");
        return -1;
    }
    int kind = jabiru_str_kind(unicode);
    Py_UCS4 limit = (((PyASCIIObject *)unicode)->state & STR_ASCII) ? 0x7f
                    : kind == 1                                     ? 0xff
                    : kind == 2                                     ? 0xffff
                                                                    : 0x10ffff;
    if (character > limit) {
        PyErr_SetString(PyExc_ValueError, "character out of range");
        return -1;
    }
    if (jabiru_in_arena(unicode)) {
        jabiru_prefix_of(unicode)->java = 0; /* no longer what Java made it from */
    }
    void *data = jabiru_str_data(unicode);
    if (kind == 1) {
        ((Py_UCS1 *)data)[index] = (Py_UCS1)character;
    } else if (kind == 2) {
        ((Py_UCS2 *)data)[index] = (Py_UCS2)character;
    } else {
        ((Py_UCS4 *)data)[index] = character;
    }
    return 0;
}

/* The interned strings: open addressing, never shrunk; each holds one reference for ever. */
static PyObject **interned;
static size_t interned_capacity;
static size_t interned_count;

static size_t data_size(PyObject *str)
{
    return (size_t)((PyASCIIObject *)str)->length * (size_t)jabiru_str_kind(str);
}

static uint64_t content_hash(PyObject *str)
{
    const unsigned char *data = jabiru_str_data(str);
    size_t size = data_size(str);
    uint64_t hash = UINT64_C(0xcbf29ce484222325) ^ (uint64_t)jabiru_str_kind(str);
    for (size_t i = 0; i < size; i++) {
        hash = (hash ^ data[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

static int same_content(PyObject *a, PyObject *b)
{
    return jabiru_str_kind(a) == jabiru_str_kind(b) && data_size(a) == data_size(b) &&
           memcmp(jabiru_str_data(a), jabiru_str_data(b), data_size(a)) == 0;
}

static PyObject **find_place(PyObject *str)
{
    size_t i = content_hash(str) & (interned_capacity - 1);
    while (interned[i] != NULL && !same_content(interned[i], str)) {
        i = (i + 1) & (interned_capacity - 1);
    }
    return &interned[i];
}

static int grow_table(void)
{
    PyObject **old = interned;
    size_t old_capacity = interned_capacity;
    size_t capacity = old_capacity ? old_capacity * 2 : 1024;
    PyObject **table = calloc(capacity, sizeof *table);
    if (table == NULL) {
        return -1;
    }
    interned = table;
    interned_capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++) {
        if (old[i] != NULL) {
            *find_place(old[i]) = old[i];
        }
    }
    free(old);
    return 0;
}

void PyUnicode_InternInPlace(PyObject **p)
{
    PyObject *str = *p;
    if (str == NULL || !PyUnicode_CheckExact(str) || jabiru_is_static(str) ||
        (interned_count * 2 >= interned_capacity && grow_table() != 0)) {
        return;
    }
    PyObject **place = find_place(str);
    if (*place == NULL) {
        *place = new_ref(str);
        interned_count++;
        ((PyASCIIObject *)str)->state |= 1;
    } else if (*place != str) {
        *p = new_ref(*place);
        Py_DECREF(str);
    }
}

void PyUnicode_InternImmortal(PyObject **p)
{
    PyUnicode_InternInPlace(p);
}

PyObject *PyUnicode_InternFromString(const char *u)
{
    PyObject *str = PyUnicode_FromString(u);
    PyUnicode_InternInPlace(&str);
    return str;
}
