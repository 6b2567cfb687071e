/* PyUnicodeWriter: the writer of strwriter.c, in memory of its own. */
#include "strwriter.h"

void *PyUnicodeWriter_Create(Py_ssize_t length)
{
    if (length < 0) {
        PyErr_SetString(PyExc_ValueError, "length must be positive");
        return NULL;
    }
    struct str_writer *writer = malloc(sizeof *writer);
    if (writer == NULL) {
        return PyErr_NoMemory();
    }
    _PyUnicodeWriter_Init(writer);
    return writer;
}

void PyUnicodeWriter_Discard(void *writer)
{
    if (writer != NULL) {
        _PyUnicodeWriter_Dealloc(writer);
        free(writer);
    }
}

PyObject *PyUnicodeWriter_Finish(void *writer)
{
    PyObject *str = _PyUnicodeWriter_Finish(writer);
    PyUnicodeWriter_Discard(writer);
    return str;
}

int PyUnicodeWriter_WriteChar(void *writer, Py_UCS4 ch)
{
    if (ch > 0x10ffff) {
        PyErr_SetString(PyExc_ValueError, "character must be in range(0x110000)");
        return -1;
    }
    return _PyUnicodeWriter_WriteChar(writer, ch);
}

static int write_and_release(void *writer, PyObject *str)
{
    int status = str == NULL ? -1 : jabiru_writer_part(writer, str, 0, PyUnicode_GetLength(str));
    Py_XDECREF(str);
    return status;
}

int PyUnicodeWriter_WriteStr(void *writer, PyObject *obj)
{
    return write_and_release(writer, PyObject_Str(obj));
}

int PyUnicodeWriter_WriteRepr(void *writer, PyObject *obj)
{
    return write_and_release(
        writer, obj == NULL ? PyUnicode_FromString("<NULL>") : PyObject_Repr(obj));
}

int PyUnicodeWriter_WriteSubstring(void *writer, PyObject *str, Py_ssize_t start, Py_ssize_t end)
{
    if (!PyUnicode_Check(str)) {
        PyErr_Format(PyExc_TypeError, "expect str, not %T", str);
        return -1;
    }
    if (start < 0 || start > end) {
        PyErr_Format(PyExc_ValueError,
            start < 0 ? "start must be positive" : "end must be greater than start");
        return -1;
    }
    if (end > PyUnicode_GetLength(str)) {
        PyErr_Format(PyExc_ValueError, "end is larger than the string length");
        return -1;
    }
    return jabiru_writer_part(writer, str, start, end);
}

int PyUnicodeWriter_WriteASCII(void *writer_, const char *str, Py_ssize_t size)
{
    struct str_writer *writer = writer_;
    size = size < 0 ? (Py_ssize_t)strlen(str) : size;
    Py_UCS4 *place = jabiru_writer_reserve(writer, size);
    if (place == NULL) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        place[i] = (unsigned char)str[i];
    }
    writer->pos += size;
    return 0;
}

int PyUnicodeWriter_DecodeUTF8Stateful(
    void *writer, const char *string, Py_ssize_t length, const char *errors, Py_ssize_t *consumed)
{
    length = length < 0 ? (Py_ssize_t)strlen(string) : length;
    if (consumed != NULL) {
        *consumed = 0;
    }
    return write_and_release(
        writer, PyUnicode_DecodeUTF8Stateful(string, length, errors, consumed));
}

int PyUnicodeWriter_WriteUTF8(void *writer, const char *str, Py_ssize_t size)
{
    return PyUnicodeWriter_DecodeUTF8Stateful(writer, str, size, NULL, NULL);
}

int PyUnicodeWriter_WriteUCS4(void *writer_, Py_UCS4 *str, Py_ssize_t size)
{
    struct str_writer *writer = writer_;
    if (size < 0) {
        PyErr_SetString(PyExc_ValueError, "size must be positive");
        return -1;
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        if (str[i] > 0x10ffff) {
            PyErr_SetString(PyExc_ValueError, "character must be in range(0x110000)");
            return -1;
        }
    }
    Py_UCS4 *place = jabiru_writer_reserve(writer, size);
    if (place == NULL) {
        return -1;
    }
    if (size > 0) {
        memcpy(place, str, (size_t)size * sizeof *str);
    }
    writer->pos += size;
    return 0;
}

int PyUnicodeWriter_WriteWideChar(void *writer, const wchar_t *str, Py_ssize_t size)
{
    return write_and_release(writer, PyUnicode_FromWideChar(str, size));
}

int PyUnicodeWriter_Format(void *writer, const char *format, ...)
{
    va_list va;
    va_start(va, format);
    PyObject *str = PyUnicode_FromFormatV(format, va);
    va_end(va);
    return write_and_release(writer, str);
}
