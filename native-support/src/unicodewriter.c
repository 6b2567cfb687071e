/* PyUnicodeWriter: characters gathered as UCS-4, made a str at the end. */
#include "jabiru.h"

struct writer {
    Py_UCS4 *characters;
    Py_ssize_t length;
    Py_ssize_t capacity;
};

void *PyUnicodeWriter_Create(Py_ssize_t length)
{
    if (length < 0) {
        PyErr_SetString(PyExc_ValueError, "length must be positive");
        return NULL;
    }
    struct writer *writer = calloc(1, sizeof *writer);
    return writer == NULL ? PyErr_NoMemory() : (void *)writer;
}

void PyUnicodeWriter_Discard(void *writer)
{
    if (writer != NULL) {
        free(((struct writer *)writer)->characters);
        free(writer);
    }
}

PyObject *PyUnicodeWriter_Finish(void *writer_)
{
    struct writer *writer = writer_;
    PyObject *str = jabiru_str_from_ucs4(writer->characters, writer->length);
    PyUnicodeWriter_Discard(writer);
    return str;
}

/* Room for so many more characters, or NULL with MemoryError. */
static Py_UCS4 *reserve(struct writer *writer, Py_ssize_t count)
{
    if (count > PY_SSIZE_T_MAX / 8 - writer->length) {
        PyErr_NoMemory();
        return NULL;
    }
    Py_ssize_t needed = writer->length + count;
    if (needed > writer->capacity || writer->characters == NULL) {
        Py_ssize_t capacity = needed + needed / 2 + 16;
        void *grown = realloc(writer->characters, (size_t)capacity * sizeof(Py_UCS4));
        if (grown == NULL) {
            PyErr_NoMemory();
            return NULL;
        }
        writer->characters = grown;
        writer->capacity = capacity;
    }
    return writer->characters + writer->length;
}

int PyUnicodeWriter_WriteChar(void *writer, Py_UCS4 ch)
{
    if (ch > 0x10ffff) {
        PyErr_SetString(PyExc_ValueError, "character must be in range(0x110000)");
        return -1;
    }
    Py_UCS4 *place = reserve(writer, 1);
    if (place == NULL) {
        return -1;
    }
    *place = ch;
    ((struct writer *)writer)->length++;
    return 0;
}

static int write_part(struct writer *writer, PyObject *str, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 *place = reserve(writer, end - start);
    if (place == NULL) {
        return -1;
    }
    for (Py_ssize_t i = start; i < end; i++) {
        place[i - start] = jabiru_str_char(str, i);
    }
    writer->length += end - start;
    return 0;
}

static int write_and_release(void *writer, PyObject *str)
{
    int status = str == NULL ? -1 : write_part(writer, str, 0, PyUnicode_GetLength(str));
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
    return write_part(writer, str, start, end);
}

int PyUnicodeWriter_WriteASCII(void *writer_, const char *str, Py_ssize_t size)
{
    struct writer *writer = writer_;
    size = size < 0 ? (Py_ssize_t)strlen(str) : size;
    Py_UCS4 *place = reserve(writer, size);
    if (place == NULL) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        place[i] = (unsigned char)str[i];
    }
    writer->length += size;
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
    struct writer *writer = writer_;
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
    Py_UCS4 *place = reserve(writer, size);
    if (place == NULL) {
        return -1;
    }
    if (size > 0) {
        memcpy(place, str, (size_t)size * sizeof *str);
    }
    writer->length += size;
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
