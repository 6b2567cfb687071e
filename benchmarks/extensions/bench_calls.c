/* The calls that are timed: as little C as possible behind each calling convention. */
#include <Python.h>

static PyObject *noargs(PyObject *self, PyObject *ignored)
{
    return Py_NewRef(Py_None);
}

static PyObject *identity(PyObject *self, PyObject *object)
{
    return Py_NewRef(object);
}

static PyObject *add(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "add takes two arguments");
        return NULL;
    }
    long long a = PyLong_AsLongLong(args[0]);
    if (a == -1 && PyErr_Occurred()) return NULL;
    long long b = PyLong_AsLongLong(args[1]);
    if (b == -1 && PyErr_Occurred()) return NULL;
    return PyLong_FromLongLong(a + b);
}

static PyObject *length(PyObject *self, PyObject *text)
{
    Py_ssize_t size;
    const char *utf8 = PyUnicode_AsUTF8AndSize(text, &size);
    return utf8 == NULL ? NULL : PyLong_FromSsize_t(size);
}

static PyObject *total(PyObject *self, PyObject *list)
{
    long long sum = 0;
    Py_ssize_t size = PyList_Size(list);
    if (size < 0) return NULL;
    for (Py_ssize_t i = 0; i < size; i++) {
        PyObject *item = PyList_GetItem(list, i);
        if (item == NULL) return NULL;
        long long number = PyLong_AsLongLong(item);
        if (number == -1 && PyErr_Occurred()) return NULL;
        sum += number;
    }
    return PyLong_FromLongLong(sum);
}

static PyObject *call_back(PyObject *self, PyObject *callable)
{
    return PyObject_CallNoArgs(callable);
}

static PyMethodDef methods[] = {
    {"noargs", noargs, METH_NOARGS, NULL},
    {"identity", identity, METH_O, NULL},
    {"add", (PyCFunction)(void (*)(void))add, METH_FASTCALL, NULL},
    {"length", length, METH_O, NULL},
    {"total", total, METH_O, NULL},
    {"call_back", call_back, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "bench_calls", .m_methods = methods};

PyMODINIT_FUNC PyInit_bench_calls(void)
{
    return PyModuleDef_Init(&definition);
}
