/* Data marshalling: the functions for files of C's. Java knows the format. */
#include "jabiru.h"

#include <stdio.h>

/* The next `size` bytes as a number, the lowest first. */
static int64_t read_number(FILE *file, int size)
{
    uint64_t value = 0;
    for (int i = 0; i < size; i++) {
        int byte = getc(file);
        if (byte == EOF) {
            PyErr_SetString(PyExc_EOFError, "EOF read where data expected");
            return -1;
        }
        value |= (uint64_t)byte << (8 * i);
    }
    return size == 2 ? (int16_t)value : (int32_t)value;
}

int PyMarshal_ReadShortFromFile(void *file)
{
    return (int)read_number(file, 2);
}

long PyMarshal_ReadLongFromFile(void *file)
{
    return read_number(file, 4);
}

void PyMarshal_WriteLongToFile(long value, void *file, int version)
{
    (void)version;
    for (int i = 0; i < 4; i++) {
        putc((int)(((unsigned long)value >> (8 * i)) & 0xff), file);
    }
}

void PyMarshal_WriteObjectToFile(PyObject *value, void *file, int version)
{
    PyObject *bytes = PyMarshal_WriteObjectToString(value, version);
    if (bytes != NULL) {
        fwrite(((PyBytesObject *)bytes)->ob_sval, 1, (size_t)Py_SIZE(bytes), file);
        Py_DECREF(bytes);
    }
}

/* What is left of a file, as bytes. */
static PyObject *rest_of(FILE *file)
{
    size_t size = 0, capacity = 0;
    char *data = NULL;
    do {
        capacity = capacity ? capacity * 2 : 4096;
        char *grown = realloc(data, capacity);
        if (grown == NULL) {
            free(data);
            return PyErr_NoMemory();
        }
        data = grown;
        size += fread(data + size, 1, capacity - size, file);
    } while (size == capacity);
    PyObject *bytes = PyBytes_FromStringAndSize(data, (Py_ssize_t)size);
    free(data);
    return bytes;
}

PyObject *PyMarshal_ReadLastObjectFromFile(void *file)
{
    PyObject *bytes = rest_of(file);
    if (bytes == NULL) {
        return NULL;
    }
    PyObject *value =
        PyMarshal_ReadObjectFromString(((PyBytesObject *)bytes)->ob_sval, Py_SIZE(bytes));
    Py_DECREF(bytes);
    return value;
}

/* marshal.load reads from a file of Python's as much as it needs, and says how much that was. */
static PyObject *load_from(PyObject *bytes, Py_ssize_t *used)
{
    PyObject *io = PyImport_ImportModule("io");
    PyObject *marshal = io == NULL ? NULL : PyImport_ImportModule("marshal");
    PyObject *stream = marshal == NULL ? NULL : PyObject_CallMethod(io, "BytesIO", "O", bytes);
    PyObject *value = stream == NULL ? NULL : PyObject_CallMethod(marshal, "load", "O", stream);
    PyObject *position = value == NULL ? NULL : PyObject_CallMethod(stream, "tell", NULL);
    if (position == NULL) {
        Py_CLEAR(value);
    } else {
        *used = PyLong_AsSsize_t(position);
    }
    Py_XDECREF(io);
    Py_XDECREF(marshal);
    Py_XDECREF(stream);
    Py_XDECREF(position);
    return value;
}

PyObject *PyMarshal_ReadObjectFromFile(void *file)
{
    PyObject *bytes = rest_of(file);
    if (bytes == NULL) {
        return NULL;
    }
    Py_ssize_t used = 0;
    PyObject *value = load_from(bytes, &used);
    if (value != NULL) {
        fseek(file, (long)(used - Py_SIZE(bytes)), SEEK_CUR);
    }
    Py_DECREF(bytes);
    return value;
}
