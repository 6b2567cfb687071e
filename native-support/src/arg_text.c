/* PyArg_Parse: the units for text, bytes and buffers. */
#include "arg.h"

static void undo_buffer(void *view, void *extra)
{
    (void)extra;
    PyBuffer_Release(view);
}

int jabiru_arg_buffer(struct arg_run *run, PyObject *arg, char code)
{
    Py_buffer *view = va_arg(run->va, Py_buffer *);
    if (code == 'z' && arg == Py_None) {
        return PyBuffer_FillInfo(view, NULL, NULL, 0, 1, 0);
    }
    if (code != 'y' && code != 'w' && PyUnicode_Check(arg)) {
        Py_ssize_t size;
        const char *text = PyUnicode_AsUTF8AndSize(arg, &size);
        if (text == NULL || PyBuffer_FillInfo(view, arg, (void *)text, size, 1, 0) != 0) {
            return -1;
        }
    } else if (PyObject_GetBuffer(arg, view, code == 'w' ? PyBUF_WRITABLE : PyBUF_SIMPLE) != 0) {
        if (code == 'w') {
            PyErr_Clear();
            return jabiru_arg_expected(run, "read-write bytes-like object", arg);
        }
        return -1;
    } else if (!PyBuffer_IsContiguous(view, 'C')) {
        PyBuffer_Release(view);
        return jabiru_arg_expected(run, "contiguous buffer", arg);
    }
    return jabiru_arg_remember(run, undo_buffer, view, NULL);
}

/* The bytes of an object whose buffer need not be released. */
static int borrowed_bytes(struct arg_run *run, PyObject *arg, const char **bytes, Py_ssize_t *size)
{
    if (PyBytes_Check(arg)) {
        *bytes = ((PyBytesObject *)arg)->ob_sval;
        *size = Py_SIZE(arg);
        return 0;
    }
    PyBufferProcs *procs = TYPE(arg)->tp_as_buffer;
    int in_c = procs != NULL && procs->bf_getbuffer != NULL;
    *bytes = NULL;
    /* Java's exporters (bytearray, memoryview, array) all need their buffer released. */
    if (in_c ? procs->bf_releasebuffer != NULL : PyObject_CheckBuffer(arg)) {
        return jabiru_arg_expected(run, "read-only bytes-like object", arg);
    }
    Py_buffer view;
    if (PyObject_GetBuffer(arg, &view, PyBUF_SIMPLE) != 0) {
        return jabiru_arg_expected(run, "bytes-like object", arg);
    }
    *bytes = view.buf;
    *size = view.len;
    PyBuffer_Release(&view);
    return 0;
}

int jabiru_arg_text(struct arg_run *run, PyObject *arg, char code, int with_size)
{
    const char **place = va_arg(run->va, const char **);
    Py_ssize_t *size_place = with_size ? va_arg(run->va, Py_ssize_t *) : NULL;
    const char *text = NULL;
    Py_ssize_t size = 0;
    if (code == 'z' && arg == Py_None) {
        text = NULL;
    } else if (code != 'y' && PyUnicode_Check(arg)) {
        text = PyUnicode_AsUTF8AndSize(arg, &size);
        if (text == NULL) {
            return -1;
        }
    } else if (code == 'y' || with_size) {
        if (borrowed_bytes(run, arg, &text, &size) != 0) {
            *place = NULL;
            return -1;
        }
    } else {
        return jabiru_arg_expected(run, code == 'z' ? "str or None" : "str", arg);
    }
    if (!with_size && text != NULL && strlen(text) != (size_t)size) {
        PyErr_SetString(
            PyExc_ValueError, code == 'y' ? "embedded null byte" : "embedded null character");
        return -1;
    }
    *place = text;
    if (with_size) {
        *size_place = size;
    }
    return 0;
}

static void undo_memory(void *place, void *extra)
{
    (void)extra;
    PyMem_Free(*(char **)place);
    *(char **)place = NULL;
}

/* The encoded bytes of the argument for "es" and "et": a new bytes object. */
static PyObject *encoded(struct arg_run *run, PyObject *arg, const char *encoding, int recode)
{
    if (!recode && (PyBytes_Check(arg) || PyByteArray_Check(arg))) {
        return PyBytes_Check(arg) ? new_ref(arg) : PyBytes_FromObject(arg);
    }
    if (!PyUnicode_Check(arg)) {
        jabiru_arg_expected(run, recode ? "str" : "str, bytes or bytearray", arg);
        return NULL;
    }
    return PyUnicode_AsEncodedString(arg, encoding == NULL ? "utf-8" : encoding, NULL);
}

static int store_encoded(
    struct arg_run *run, PyObject *arg, PyObject *bytes, char **place, Py_ssize_t *size_place)
{
    const char *data = ((PyBytesObject *)bytes)->ob_sval;
    Py_ssize_t size = Py_SIZE(bytes);
    if (size_place == NULL && strlen(data) != (size_t)size) {
        return jabiru_arg_expected(run, "encoded string without null bytes", arg);
    }
    if (size_place != NULL && *place != NULL) {
        if (size + 1 > *size_place) {
            PyErr_Format(PyExc_ValueError, "encoded string too long (%zd, maximum length %zd)",
                size, *size_place - 1);
            return -1;
        }
        memcpy(*place, data, (size_t)size + 1);
        *size_place = size;
        return 0;
    }
    *place = PyMem_Malloc((size_t)size + 1);
    if (*place == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memcpy(*place, data, (size_t)size + 1);
    if (size_place != NULL) {
        *size_place = size;
    }
    return jabiru_arg_remember(run, undo_memory, place, NULL);
}

int jabiru_arg_encoded(struct arg_run *run, PyObject *arg, const char **format)
{
    char kind = **format;
    if (kind != 's' && kind != 't') {
        return jabiru_arg_bad_format(run, "unknown parser marker combination");
    }
    (*format)++;
    int with_size = **format == '#';
    *format += with_size;
    const char *encoding = va_arg(run->va, const char *);
    char **place = va_arg(run->va, char **);
    Py_ssize_t *size_place = with_size ? va_arg(run->va, Py_ssize_t *) : NULL;
    if (place == NULL || (with_size && size_place == NULL)) {
        return jabiru_arg_bad_format(run, "buffer is NULL");
    }
    PyObject *bytes = encoded(run, arg, encoding, kind == 's');
    if (bytes == NULL) {
        return -1;
    }
    int result = store_encoded(run, arg, bytes, place, size_place);
    Py_DECREF(bytes);
    return result;
}
