/* bytes objects. */
#include "jabiru.h"

#define HEAD_SIZE offsetof(PyBytesObject, ob_sval)

static PyBytesObject *new_bytes(Py_ssize_t len)
{
    PyBytesObject *op = jabiru_new_value(&PyBytes_Type, HEAD_SIZE + (size_t)len + 1);
    if (op != NULL) {
        op->ob_base.ob_size = len;
        op->ob_shash = -1;
        op->ob_sval[len] = 0;
    }
    return op;
}

/* Marks content that nobody has written: Java looks for the marks (UnfinishedBytes). */
static void mark_unwritten(char *content, Py_ssize_t len)
{
    static const uint64_t mark = UNWRITTEN;
    Py_ssize_t part = len < (Py_ssize_t)sizeof mark ? len : (Py_ssize_t)sizeof mark;
    if (len >= 2 * (Py_ssize_t)sizeof mark) memcpy(content, &mark, sizeof mark);
    memcpy(content + len - part, &mark, part);
}

PyObject *PyBytes_FromStringAndSize(const char *string, Py_ssize_t len)
{
    if (len < 0) {
        PyErr_SetString(PyExc_SystemError, "Negative size passed to PyBytes_FromStringAndSize");
        return NULL;
    }
    if (len > PY_SSIZE_T_MAX / 2) {
        PyErr_SetString(PyExc_OverflowError, "byte string is too large");
        return NULL;
    }
    if (len == 0) {
        return jabiru_empty_bytes;
    }
    PyBytesObject *op = new_bytes(len);
    if (op != NULL && string != NULL) {
        memcpy(op->ob_sval, string, (size_t)len);
    } else if (op != NULL) {
        jabiru_prefix_of(op)->flags = FLAG_UNFILLED;
        mark_unwritten(op->ob_sval, len);
    }
    return (PyObject *)op;
}

PyObject *PyBytes_FromString(const char *string)
{
    size_t len = strlen(string);
    PyBytesObject *op = len == 0 ? NULL : new_bytes((Py_ssize_t)len);
    if (op != NULL) memcpy(op->ob_sval, string, len);
    return len == 0 ? jabiru_empty_bytes : (PyObject *)op;
}

static int check_bytes(PyObject *o)
{
    if (o != NULL && PyBytes_Check(o)) {
        return 0;
    }
    PyErr_Format(
        PyExc_TypeError, "expected bytes, %.200s found", o == NULL ? "NULL" : TYPE(o)->tp_name);
    return -1;
}

char *PyBytes_AsString(PyObject *o)
{
    return check_bytes(o) != 0 ? NULL : ((PyBytesObject *)o)->ob_sval;
}

PyObject *PyBytes_FromObject(PyObject *obj)
{
    return obj != NULL && PyBytes_CheckExact(obj) ? new_ref(obj) : java_PyBytes_FromObject(obj);
}

Py_ssize_t PyBytes_Size(PyObject *o)
{
    return check_bytes(o) != 0 ? -1 : Py_SIZE(o);
}

int PyBytes_AsStringAndSize(PyObject *obj, char **s, Py_ssize_t *len)
{
    if (s == NULL) {
        PyErr_BadInternalCall();
        return -1;
    }
    if (check_bytes(obj) != 0) {
        return -1;
    }
    *s = ((PyBytesObject *)obj)->ob_sval;
    if (len != NULL) {
        *len = Py_SIZE(obj);
    } else if (strlen(*s) != (size_t)Py_SIZE(obj)) {
        PyErr_SetString(PyExc_ValueError, "embedded null byte");
        return -1;
    }
    return 0;
}

static PyObject *cannot_concat(PyObject *a, PyObject *b)
{
    return PyErr_Format(
        PyExc_TypeError, "can't concat %.100s to %.100s", TYPE(b)->tp_name, TYPE(a)->tp_name);
}

static PyObject *joined(PyObject *a, PyObject *b)
{
    Py_buffer left;
    Py_buffer right;
    PyObject *result = NULL;
    if (PyObject_GetBuffer(a, &left, PyBUF_SIMPLE) != 0) {
        return cannot_concat(a, b);
    }
    if (PyObject_GetBuffer(b, &right, PyBUF_SIMPLE) != 0) {
        cannot_concat(a, b);
    } else {
        Py_ssize_t len = left.len + right.len;
        result = len == 0 ? jabiru_empty_bytes : (PyObject *)new_bytes(len);
        if (result != NULL && len > 0) {
            memcpy(((PyBytesObject *)result)->ob_sval, left.buf, (size_t)left.len);
            memcpy(((PyBytesObject *)result)->ob_sval + left.len, right.buf, (size_t)right.len);
        }
        PyBuffer_Release(&right);
    }
    PyBuffer_Release(&left);
    return result;
}

void PyBytes_Concat(PyObject **bytes, PyObject *newpart)
{
    if (*bytes == NULL) {
        return;
    }
    PyObject *old = *bytes;
    *bytes = newpart == NULL ? NULL : joined(old, newpart);
    Py_DECREF(old);
}

void PyBytes_ConcatAndDel(PyObject **bytes, PyObject *newpart)
{
    PyBytes_Concat(bytes, newpart);
    Py_XDECREF(newpart);
}
