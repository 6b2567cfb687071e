/* Py_BuildValue with every unit. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int make_count;

static PyObject *make(void *argument)
{
    make_count++;
    return argument == NULL ? NULL : PyLong_FromLong(*(int *)argument);
}

static PyObject *numbers(PyObject *self, PyObject *ignored)
{
    return Py_BuildValue("bBhHiIlkLKnfd", 1, 255, -2, 65535, -3, 4294967295u, -4L, ~0ul, -5LL,
        ~0ull, (Py_ssize_t)-6, 0.5, -2.5);
}

static PyObject *text(PyObject *self, PyObject *ignored)
{
    return Py_BuildValue("szUs#z#y#ycCs", "caf\xc3\xa9", "z", "U", "a\0b", (Py_ssize_t)3, "part",
        (Py_ssize_t)2, "\xff\0", (Py_ssize_t)2, "bytes", 'c', 0x1F44B, "");
}

static PyObject *nothing(PyObject *self, PyObject *ignored)
{
    return Py_BuildValue("szUys#z#y#", NULL, NULL, NULL, NULL, NULL, (Py_ssize_t)3, NULL,
        (Py_ssize_t)0, NULL, (Py_ssize_t)1);
}

static PyObject *wide(PyObject *self, PyObject *ignored)
{
    return Py_BuildValue("uu#", L"wide \x65e5\x0001F44B", L"cut short", (Py_ssize_t)3);
}

static PyObject *containers(PyObject *self, PyObject *object)
{
    int seven = 7;
    Py_INCREF(object);
    return Py_BuildValue(
        "(i)[ss]{s:O,i:[()]}(N)(O&)S", 1, "a", "b", "key", object, 2, object, make, &seven, object);
}

static PyObject *shapes(PyObject *self, PyObject *ignored)
{
    return Py_BuildValue("NNNNN", Py_BuildValue(""), Py_BuildValue("i", 1), Py_BuildValue("(i)", 1),
        Py_BuildValue("ii", 1, 2), Py_BuildValue(" ( i , [ ] , { } ) ", 1));
}

/* When one part fails, the others are made and released. */
static PyObject *failing(PyObject *self, PyObject *object)
{
    Py_INCREF(object);
    PyErr_SetString(PyExc_LookupError, "no value");
    PyObject *result = Py_BuildValue("(sO&N)", "first", make, NULL, object);
    return result;
}

static PyObject *bad_utf8(PyObject *self, PyObject *ignored)
{
    return Py_BuildValue("[s]", "\xff");
}

static PyObject *unhashable(PyObject *self, PyObject *ignored)
{
    return Py_BuildValue("{[]:i}", 1);
}

static PyMethodDef methods[] = {
    {"numbers", numbers, METH_NOARGS, NULL},
    {"text", text, METH_NOARGS, NULL},
    {"nothing", nothing, METH_NOARGS, NULL},
    {"wide", wide, METH_NOARGS, NULL},
    {"containers", containers, METH_O, NULL},
    {"shapes", shapes, METH_NOARGS, NULL},
    {"failing", failing, METH_O, NULL},
    {"bad_utf8", bad_utf8, METH_NOARGS, NULL},
    {"unhashable", unhashable, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_build_value", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_build_value(void)
{
    return PyModuleDef_Init(&definition);
}
