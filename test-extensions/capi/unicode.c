/* str and bytes both ways: made from C's characters and read as them. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *from_size(PyObject *self, PyObject *args)
{
    const char *data;
    Py_ssize_t size;
    return PyArg_ParseTuple(args, "y#", &data, &size) ? PyUnicode_FromStringAndSize(data, size)
                                                      : NULL;
}

static PyObject *from_string(PyObject *self, PyObject *args)
{
    const char *data;
    return PyArg_ParseTuple(args, "y", &data) ? PyUnicode_FromString(data) : NULL;
}

static PyObject *decode(PyObject *self, PyObject *args)
{
    const char *data;
    const char *errors = NULL;
    Py_ssize_t size;
    return PyArg_ParseTuple(args, "y#|z", &data, &size, &errors)
               ? PyUnicode_DecodeUTF8(data, size, errors)
               : NULL;
}

static PyObject *as_utf8(PyObject *self, PyObject *text)
{
    PyObject *encoded = PyUnicode_AsUTF8String(text);
    return encoded;
}

static PyObject *as_ucs4(PyObject *self, PyObject *text)
{
    Py_UCS4 *characters = PyUnicode_AsUCS4Copy(text);
    if (characters == NULL) return NULL;
    Py_ssize_t length = PyUnicode_GetLength(text);
    PyObject *result = PyList_New(length);
    for (Py_ssize_t i = 0; result != NULL && i < length; i++) {
        PyList_SetItem(result, i, PyLong_FromUnsignedLong(characters[i]));
    }
    PyMem_Free(characters);
    return result;
}

static PyObject *characters(PyObject *self, PyObject *text)
{
    Py_ssize_t length = PyUnicode_GetLength(text);
    if (length < 0) return NULL;
    PyObject *result = PyList_New(0);
    for (Py_ssize_t i = 0; i < length; i++) {
        PyObject *c = PyLong_FromUnsignedLong(PyUnicode_ReadChar(text, i));
        PyList_Append(result, c);
        Py_DECREF(c);
    }
    return result;
}

static PyObject *concat(PyObject *self, PyObject *args)
{
    PyObject *a;
    PyObject *b;
    return PyArg_ParseTuple(args, "OO", &a, &b) ? PyUnicode_Concat(a, b) : NULL;
}

static PyObject *substring(PyObject *self, PyObject *args)
{
    PyObject *text;
    Py_ssize_t start;
    Py_ssize_t end;
    return PyArg_ParseTuple(args, "Onn", &text, &start, &end)
               ? PyUnicode_Substring(text, start, end)
               : NULL;
}

static PyObject *compare(PyObject *self, PyObject *args)
{
    PyObject *a;
    PyObject *b;
    if (!PyArg_ParseTuple(args, "OO", &a, &b)) return NULL;
    int result = PyUnicode_Compare(a, b);
    return result == -1 && PyErr_Occurred() ? NULL : PyLong_FromLong(result);
}

static PyObject *compare_ascii(PyObject *self, PyObject *args)
{
    PyObject *a;
    const char *b;
    if (!PyArg_ParseTuple(args, "Oy", &a, &b)) return NULL;
    return PyLong_FromLong(PyUnicode_CompareWithASCIIString(a, b));
}

/* Appended to while nobody else has it, and then again. */
static PyObject *append(PyObject *self, PyObject *args)
{
    PyObject *a;
    PyObject *b;
    if (!PyArg_ParseTuple(args, "OO", &a, &b)) return NULL;
    PyObject *text = PyUnicode_FromString("start ");
    PyUnicode_Append(&text, a);
    PyUnicode_Append(&text, b);
    return text;
}

static PyObject *bytes_round(PyObject *self, PyObject *data)
{
    char *start;
    Py_ssize_t size;
    if (PyBytes_AsStringAndSize(data, &start, &size) != 0) return NULL;
    return start[size] == 0 && PyBytes_Size(data) == size && PyBytes_AsString(data) == start
               ? PyBytes_FromStringAndSize(start, size)
               : NULL;
}

static PyObject *bytes_concat(PyObject *self, PyObject *args)
{
    PyObject *a;
    PyObject *b;
    if (!PyArg_ParseTuple(args, "OO", &a, &b)) return NULL;
    Py_INCREF(a);
    PyBytes_Concat(&a, b);
    return a;
}

/* Two strs whose contents are the same, the first kept by C between calls. */
static PyObject *kept;

static PyObject *keep(PyObject *self, PyObject *text)
{
    Py_XDECREF(kept);
    Py_INCREF(text);
    kept = text;
    Py_RETURN_NONE;
}

static PyObject *get_kept(PyObject *self, PyObject *ignored)
{
    Py_INCREF(kept);
    return kept;
}

static PyMethodDef methods[] = {
    {"from_size", from_size, METH_VARARGS, NULL},
    {"from_string", from_string, METH_VARARGS, NULL},
    {"decode", decode, METH_VARARGS, NULL},
    {"as_utf8", as_utf8, METH_O, NULL},
    {"as_ucs4", as_ucs4, METH_O, NULL},
    {"characters", characters, METH_O, NULL},
    {"concat", concat, METH_VARARGS, NULL},
    {"substring", substring, METH_VARARGS, NULL},
    {"compare", compare, METH_VARARGS, NULL},
    {"compare_ascii", compare_ascii, METH_VARARGS, NULL},
    {"append", append, METH_VARARGS, NULL},
    {"bytes_round", bytes_round, METH_O, NULL},
    {"bytes_concat", bytes_concat, METH_VARARGS, NULL},
    {"keep", keep, METH_O, NULL},
    {"get_kept", get_kept, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_unicode", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_unicode(void)
{
    return PyModuleDef_Init(&definition);
}
