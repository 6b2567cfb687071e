/* The object protocol: comparing, hashing, types, str and repr, lengths. */
#include <Python.h>

static PyObject *compare(PyObject *self, PyObject *args)
{
    PyObject *a;
    PyObject *b;
    int op;
    return PyArg_ParseTuple(args, "OOi", &a, &b, &op) ? PyObject_RichCompare(a, b, op) : NULL;
}

static PyObject *compare_bool(PyObject *self, PyObject *args)
{
    PyObject *a;
    PyObject *b;
    int op;
    if (!PyArg_ParseTuple(args, "OOi", &a, &b, &op)) return NULL;
    int result = PyObject_RichCompareBool(a, b, op);
    return result < 0 ? NULL : PyBool_FromLong(result);
}

static PyObject *hash(PyObject *self, PyObject *object)
{
    Py_hash_t first = PyObject_Hash(object);
    if (first == -1) return NULL;
    if (PyObject_Hash(object) != first) {
        PyErr_SetString(PyExc_AssertionError, "the hash changed");
        return NULL;
    }
    return PyLong_FromSsize_t(first);
}

static PyObject *is_instance(PyObject *self, PyObject *args)
{
    PyObject *object;
    PyObject *type;
    if (!PyArg_ParseTuple(args, "OO", &object, &type)) return NULL;
    int result = PyObject_IsInstance(object, type);
    return result < 0 ? NULL : PyBool_FromLong(result);
}

static PyObject *is_true(PyObject *self, PyObject *object)
{
    int result = PyObject_IsTrue(object);
    return result < 0 ? NULL : PyBool_FromLong(result);
}

static PyObject *to_str(PyObject *self, PyObject *object)
{
    return PyObject_Str(object);
}

static PyObject *to_repr(PyObject *self, PyObject *object)
{
    return PyObject_Repr(object);
}

static PyObject *length(PyObject *self, PyObject *object)
{
    Py_ssize_t result = PyObject_Size(object);
    return result < 0 ? NULL : PyLong_FromSsize_t(result);
}

/* The length before and after a call. */
static PyObject *lengths_around(PyObject *self, PyObject *args)
{
    PyObject *object;
    PyObject *callable;
    if (!PyArg_ParseTuple(args, "OO", &object, &callable)) return NULL;
    Py_ssize_t before = PyObject_Size(object);
    Py_ssize_t again = PyObject_Size(object);
    PyObject *result = PyObject_CallObject(callable, NULL);
    if (result == NULL) return NULL;
    Py_DECREF(result);
    return Py_BuildValue("nnn", before, again, PyObject_Size(object));
}

static PyMethodDef methods[] = {
    {"compare", compare, METH_VARARGS, NULL},
    {"compare_bool", compare_bool, METH_VARARGS, NULL},
    {"hash", hash, METH_O, NULL},
    {"is_instance", is_instance, METH_VARARGS, NULL},
    {"is_true", is_true, METH_O, NULL},
    {"to_str", to_str, METH_O, NULL},
    {"to_repr", to_repr, METH_O, NULL},
    {"length", length, METH_O, NULL},
    {"lengths_around", lengths_around, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_object", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_object(void)
{
    return PyModuleDef_Init(&definition);
}
