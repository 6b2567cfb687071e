/* str objects that C fills: resized, copied into, filled, as long as nobody else has seen them. */
#include "jabiru.h"

static Py_UCS4 largest_of(PyObject *str)
{
    return (((PyASCIIObject *)str)->state & STR_ASCII) ? 127
           : jabiru_str_kind(str) == 1                 ? 255
           : jabiru_str_kind(str) == 2                 ? 0xffff
                                                       : 0x10ffff;
}

static int is_modifiable(PyObject *str)
{
    PyASCIIObject *head = (PyASCIIObject *)str;
    return str->ob_refcnt == 1 && head->hash == -1 && !(head->state & STR_INTERNED) &&
           PyUnicode_CheckExact(str) && jabiru_in_arena(str) && jabiru_prefix_of(str)->handle == 0;
}

static int check_modifiable(PyObject *str)
{
    if (is_modifiable(str)) {
        jabiru_prefix_of(str)->java = 0; /* no longer what Java made it from */
        return 0;
    }
    PyErr_SetString(PyExc_SystemError, "Cannot modify a string currently used");
    return -1;
}

static void copy(PyObject *to, Py_ssize_t to_start, PyObject *from, Py_ssize_t start, Py_ssize_t n)
{
    void *data = jabiru_str_data(to);
    int kind = jabiru_str_kind(to);
    if (kind == jabiru_str_kind(from)) {
        memmove((char *)data + to_start * kind, (char *)jabiru_str_data(from) + start * kind,
            (size_t)(n * kind));
        return;
    }
    for (Py_ssize_t i = 0; i < n; i++) {
        Py_UCS4 c = jabiru_str_char(from, start + i);
        Py_ssize_t at = to_start + i;
        if (kind == 1) {
            ((Py_UCS1 *)data)[at] = (Py_UCS1)c;
        } else if (kind == 2) {
            ((Py_UCS2 *)data)[at] = (Py_UCS2)c;
        } else {
            ((Py_UCS4 *)data)[at] = c;
        }
    }
}

/* The cached UTF-8 does not fit any more. */
static void changed(PyObject *str)
{
    PyCompactUnicodeObject *op = (PyCompactUnicodeObject *)str;
    jabiru_prefix_of(str)->java = 0; /* no longer the string that Java made it from */
    if (!(op->_base.state & STR_ASCII)) {
        PyMem_Free(op->utf8);
        op->utf8 = NULL;
        op->utf8_length = 0;
    }
}

Py_ssize_t PyUnicode_CopyCharacters(
    PyObject *to, Py_ssize_t to_start, PyObject *from, Py_ssize_t from_start, Py_ssize_t how_many)
{
    if (!PyUnicode_Check(from) || !PyUnicode_Check(to)) {
        PyErr_BadInternalCall();
        return -1;
    }
    Py_ssize_t from_size = PyUnicode_GetLength(from), to_size = PyUnicode_GetLength(to);
    if (from_start < 0 || from_start > from_size || to_start < 0 || to_start > to_size) {
        PyErr_SetString(PyExc_IndexError, "string index out of range");
        return -1;
    }
    if (how_many < 0) {
        PyErr_SetString(PyExc_SystemError, "how_many cannot be negative");
        return -1;
    }
    how_many = how_many > from_size - from_start ? from_size - from_start : how_many;
    if (to_start + how_many > to_size) {
        PyErr_Format(PyExc_SystemError,
            "Cannot write %zi characters at %zi in a string of %zi characters", how_many, to_start,
            to_size);
        return -1;
    }
    if (how_many == 0) {
        return 0;
    }
    if (check_modifiable(to) != 0) {
        return -1;
    }
    Py_UCS4 largest = largest_of(to);
    for (Py_ssize_t i = 0; i < how_many; i++) {
        if (jabiru_str_char(from, from_start + i) > largest) {
            PyErr_Format(PyExc_SystemError,
                "Cannot copy %s characters into a string of %s characters",
                jabiru_str_kind(from) == 1   ? "latin1"
                : jabiru_str_kind(from) == 2 ? "UCS2"
                                             : "UCS4",
                largest == 127             ? "ASCII"
                : jabiru_str_kind(to) == 1 ? "latin1"
                                           : "UCS2");
            return -1;
        }
    }
    copy(to, to_start, from, from_start, how_many);
    changed(to);
    return how_many;
}

Py_ssize_t PyUnicode_Fill(PyObject *unicode, Py_ssize_t start, Py_ssize_t length, Py_UCS4 fill_char)
{
    if (!PyUnicode_Check(unicode)) {
        PyErr_BadInternalCall();
        return -1;
    }
    if (check_modifiable(unicode) != 0) {
        return -1;
    }
    if (start < 0) {
        PyErr_SetString(PyExc_IndexError, "string index out of range");
        return -1;
    }
    if (fill_char > largest_of(unicode)) {
        PyErr_SetString(
            PyExc_ValueError, "fill character is bigger than the string maximum character");
        return -1;
    }
    Py_ssize_t room = PyUnicode_GetLength(unicode) - start;
    length = length > room ? room : length;
    if (length <= 0) {
        return 0;
    }
    PyObject *filler = jabiru_str_from_ucs4(&fill_char, 1);
    for (Py_ssize_t i = 0; filler != NULL && i < length; i++) {
        copy(unicode, start + i, filler, 0, 1);
    }
    Py_XDECREF(filler);
    changed(unicode);
    return filler == NULL ? -1 : length;
}

int PyUnicode_Resize(PyObject **unicode, Py_ssize_t length)
{
    if (unicode == NULL || *unicode == NULL || !PyUnicode_Check(*unicode) || length < 0) {
        PyErr_BadInternalCall();
        return -1;
    }
    PyObject *old = *unicode;
    Py_ssize_t size = PyUnicode_GetLength(old);
    if (size == length) {
        return 0;
    }
    PyObject *made = length == 0 ? jabiru_empty_str : jabiru_str_new(length, largest_of(old));
    if (made == NULL) {
        return -1;
    }
    if (length != 0) {
        Py_ssize_t kept = size < length ? size : length;
        copy(made, 0, old, 0, kept);
        if (!is_modifiable(old)) {
            /* The new tail of a shared string is not garbage. */
            Py_UCS4 zero = 0;
            PyObject *filler = jabiru_str_from_ucs4(&zero, 1);
            for (Py_ssize_t i = kept; filler != NULL && i < length; i++) {
                copy(made, i, filler, 0, 1);
            }
            Py_XDECREF(filler);
        }
    }
    Py_DECREF(old);
    *unicode = made;
    return 0;
}

/* Joined without looking at the characters: the kinds say enough, as strs have no wider one than
   they need. */
PyObject *PyUnicode_Concat(PyObject *left, PyObject *right)
{
    if (left == NULL || right == NULL || !PyUnicode_CheckExact(left) ||
        !PyUnicode_CheckExact(right)) {
        return java_PyUnicode_Concat(left, right);
    }
    Py_ssize_t a = ((PyASCIIObject *)left)->length;
    Py_ssize_t b = ((PyASCIIObject *)right)->length;
    if (a == 0 || b == 0) {
        return new_ref(a == 0 ? right : left);
    }
    Py_UCS4 largest = largest_of(left) > largest_of(right) ? largest_of(left) : largest_of(right);
    PyObject *joined = a > PY_SSIZE_T_MAX - b ? PyErr_NoMemory() : jabiru_str_new(a + b, largest);
    if (joined != NULL) {
        copy(joined, 0, left, 0, a);
        copy(joined, a, right, 0, b);
    }
    return joined;
}

PyObject *PyUnicode_Substring(PyObject *str, Py_ssize_t start, Py_ssize_t end)
{
    if (str == NULL || !PyUnicode_CheckExact(str) || start < 0 || end < 0) {
        return java_PyUnicode_Substring(str, start, end);
    }
    Py_ssize_t length = ((PyASCIIObject *)str)->length;
    end = end < length ? end : length;
    if (start == 0 && end == length) {
        return new_ref(str);
    }
    if (start >= end) {
        return jabiru_empty_str;
    }
    Py_UCS4 largest = 0;
    if (((PyASCIIObject *)str)->state & STR_ASCII) {
        largest = 127;
    } else {
        for (Py_ssize_t i = start; i < end; i++) {
            Py_UCS4 c = jabiru_str_char(str, i);
            largest = c > largest ? c : largest;
        }
    }
    if (end - start == 1 && largest < 256) {
        return jabiru_latin1((unsigned char)jabiru_str_char(str, start));
    }
    PyObject *part = jabiru_str_new(end - start, largest);
    if (part != NULL) {
        copy(part, 0, str, start, end - start);
    }
    return part;
}
