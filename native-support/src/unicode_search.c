/* str objects: looking for characters and for other strs. Long searches are Java's, whose time
   grows with the lengths alone. */
#define _GNU_SOURCE
#include "jabiru.h"

/* The longest range in which every place is tried. */
enum { SHORT = 256 };

static Py_ssize_t length_of(PyObject *str)
{
    return ((PyASCIIObject *)str)->length;
}

static int are_strs(PyObject *a, PyObject *b)
{
    return a != NULL && b != NULL && PyUnicode_Check(a) && PyUnicode_Check(b);
}

/* Indices as slices have them. */
static void adjust(Py_ssize_t *start, Py_ssize_t *end, Py_ssize_t length)
{
    if (*end > length) {
        *end = length;
    } else if (*end < 0) {
        *end = *end + length < 0 ? 0 : *end + length;
    }
    if (*start < 0) {
        *start = *start + length < 0 ? 0 : *start + length;
    }
}

static Py_ssize_t find_char(
    PyObject *str, Py_UCS4 ch, Py_ssize_t start, Py_ssize_t end, int direction)
{
    if (end <= start) {
        return -1;
    }
    if (jabiru_str_kind(str) == 1) {
        const Py_UCS1 *data = jabiru_str_data(str);
        size_t size = (size_t)(end - start);
        if (ch > 0xff) {
            return -1;
        }
        const Py_UCS1 *at = direction > 0 ? memchr(data + start, (int)ch, size)
                                          : memrchr(data + start, (int)ch, size);
        return at == NULL ? -1 : at - data;
    }
    if (direction > 0) {
        while (start < end && jabiru_str_char(str, start) != ch) {
            start++;
        }
        return start < end ? start : -1;
    }
    while (start < end && jabiru_str_char(str, end - 1) != ch) {
        end--;
    }
    return end - 1 < start ? -1 : end - 1;
}

static int matches(PyObject *str, Py_ssize_t at, PyObject *sub)
{
    Py_ssize_t n = length_of(sub);
    if (jabiru_str_kind(str) == 1 && jabiru_str_kind(sub) == 1) {
        return memcmp((const Py_UCS1 *)jabiru_str_data(str) + at, jabiru_str_data(sub),
                   (size_t)n) == 0;
    }
    Py_ssize_t i = 0;
    while (i < n && jabiru_str_char(str, at + i) == jabiru_str_char(sub, i)) {
        i++;
    }
    return i == n;
}

static int is_long(PyObject *str, PyObject *sub, Py_ssize_t start, Py_ssize_t end, int direction)
{
    int bytes = direction > 0 && jabiru_str_kind(str) == 1 && jabiru_str_kind(sub) == 1;
    return !bytes && length_of(sub) > 1 && end - start > SHORT;
}

/* For a range that is not too long, with adjusted indices. */
static Py_ssize_t find(
    PyObject *str, PyObject *sub, Py_ssize_t start, Py_ssize_t end, int direction)
{
    Py_ssize_t n = length_of(sub);
    if (end - start < n) {
        return -1;
    }
    if (n == 0) {
        return direction > 0 ? start : end;
    }
    if (n == 1) {
        return find_char(str, jabiru_str_char(sub, 0), start, end, direction);
    }
    if (jabiru_str_kind(sub) > jabiru_str_kind(str)) {
        return -1;
    }
    if (direction > 0 && jabiru_str_kind(str) == 1) {
        const Py_UCS1 *data = jabiru_str_data(str);
        const Py_UCS1 *at =
            memmem(data + start, (size_t)(end - start), jabiru_str_data(sub), (size_t)n);
        return at == NULL ? -1 : at - data;
    }
    Py_ssize_t step = direction > 0 ? 1 : -1;
    Py_ssize_t at = direction > 0 ? start : end - n;
    while (at >= start && at <= end - n && !matches(str, at, sub)) {
        at += step;
    }
    return at >= start && at <= end - n ? at : -1;
}

Py_ssize_t PyUnicode_FindChar(
    PyObject *str, Py_UCS4 ch, Py_ssize_t start, Py_ssize_t end, int direction)
{
    if (str == NULL || !PyUnicode_Check(str)) {
        return java_PyUnicode_FindChar(str, ch, start, end, direction);
    }
    adjust(&start, &end, length_of(str));
    return find_char(str, ch, start, end, direction);
}

Py_ssize_t PyUnicode_Find(
    PyObject *str, PyObject *substr, Py_ssize_t start, Py_ssize_t end, int direction)
{
    if (!are_strs(str, substr)) {
        return java_PyUnicode_Find(str, substr, start, end, direction);
    }
    adjust(&start, &end, length_of(str));
    return is_long(str, substr, start, end, direction)
               ? java_PyUnicode_Find(str, substr, start, end, direction)
               : find(str, substr, start, end, direction);
}

int PyUnicode_Contains(PyObject *container, PyObject *element)
{
    if (!are_strs(container, element)) {
        return java_PyUnicode_Contains(container, element);
    }
    Py_ssize_t end = length_of(container);
    return is_long(container, element, 0, end, 1) ? java_PyUnicode_Contains(container, element)
                                                  : find(container, element, 0, end, 1) >= 0;
}

Py_ssize_t PyUnicode_Count(PyObject *str, PyObject *substr, Py_ssize_t start, Py_ssize_t end)
{
    if (!are_strs(str, substr)) {
        return java_PyUnicode_Count(str, substr, start, end);
    }
    Py_ssize_t n = length_of(substr);
    adjust(&start, &end, length_of(str));
    if (end - start < n) {
        return 0;
    }
    if (n == 0) {
        return end - start + 1;
    }
    if (is_long(str, substr, start, end, 1)) {
        return java_PyUnicode_Count(str, substr, start, end);
    }
    Py_ssize_t count = 0;
    for (Py_ssize_t at = start; (at = find(str, substr, at, end, 1)) >= 0; at += n) {
        count++;
    }
    return count;
}

Py_ssize_t PyUnicode_Tailmatch(
    PyObject *str, PyObject *substr, Py_ssize_t start, Py_ssize_t end, int direction)
{
    if (!are_strs(str, substr)) {
        return java_PyUnicode_Tailmatch(str, substr, start, end, direction);
    }
    adjust(&start, &end, length_of(str));
    Py_ssize_t last = end - length_of(substr);
    return last >= start && matches(str, direction > 0 ? last : start, substr);
}
