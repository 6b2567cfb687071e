/* A small extension that every version of the limited API can compile; the test is the same for
 * all. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

typedef struct {
    PyObject_HEAD int number;
    PyObject *thing;
} Counter;

static PyObject *increment(PyObject *self, PyObject *args)
{
    int by = 1;
    if (!PyArg_ParseTuple(args, "|i:increment", &by)) return NULL;
    ((Counter *)self)->number += by;
    Py_INCREF(self);
    return self;
}

static PyObject *get_double(PyObject *self, void *closure)
{
    return PyLong_FromLong(2L * ((Counter *)self)->number);
}

static int traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(((Counter *)self)->thing);
    return 0;
}

static int clear(PyObject *self)
{
    Py_CLEAR(((Counter *)self)->thing);
    return 0;
}

static void dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    clear(self);
    PyObject_GC_Del(self);
    Py_DECREF((PyObject *)type);
}

static PyObject *repr(PyObject *self)
{
    return PyUnicode_FromFormat("Counter(%d)", ((Counter *)self)->number);
}

static PyMethodDef methods[] = {
    {"increment", increment, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef members[] = {
    {"number", T_INT, offsetof(Counter, number), 0, NULL},
    {"thing", T_OBJECT, offsetof(Counter, thing), 0, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef properties[] = {
    {"double", get_double, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_dealloc, dealloc},
    {Py_tp_traverse, traverse},
    {Py_tp_clear, clear},
    {Py_tp_repr, repr},
    {Py_tp_methods, methods},
    {Py_tp_members, members},
    {Py_tp_getset, properties},
    {0, NULL},
};

static PyType_Spec spec = {"small.Counter", sizeof(Counter), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC, slots};

/* The kinds of an object, as the macros of the headers see it. */
static PyObject *kinds(PyObject *self, PyObject *o)
{
    return Py_BuildValue("(iiiiiii)", PyLong_Check(o), PyList_Check(o), PyTuple_Check(o),
        PyUnicode_Check(o), PyDict_Check(o), PyFloat_Check(o), o == Py_None);
}

static PyObject *sum(PyObject *self, PyObject *list)
{
    double total = 0;
    Py_ssize_t size = PyList_Size(list);
    if (size < 0) return NULL;
    for (Py_ssize_t i = 0; i < size; i++) {
        double value = PyFloat_AsDouble(PyList_GetItem(list, i));
        if (value == -1.0 && PyErr_Occurred()) return NULL;
        total += value;
    }
    return PyFloat_FromDouble(total);
}

static PyObject *pairs(PyObject *self, PyObject *dict)
{
    PyObject *key, *value, *list = PyList_New(0);
    Py_ssize_t at = 0;
    while (list != NULL && PyDict_Next(dict, &at, &key, &value)) {
        PyObject *pair = PyTuple_Pack(2, key, value);
        if (pair == NULL || PyList_Append(list, pair) < 0) Py_CLEAR(list);
        Py_XDECREF(pair);
    }
    return list;
}

static PyObject *keywords(PyObject *self, PyObject *args, PyObject *named)
{
    static char *names[] = {"first", "second", NULL};
    PyObject *first, *second = Py_None;
    if (!PyArg_ParseTupleAndKeywords(args, named, "O|O:keywords", names, &first, &second))
        return NULL;
    return PyTuple_Pack(2, second, first);
}

static PyObject *nothing(PyObject *self, PyObject *unused)
{
    Py_INCREF(Py_None);
    return Py_None;
}

static PyMethodDef functions[] = {
    {"kinds", kinds, METH_O, NULL},
    {"sum", sum, METH_O, NULL},
    {"pairs", pairs, METH_O, NULL},
    {"keywords", (PyCFunction)keywords, METH_VARARGS | METH_KEYWORDS, NULL},
    {"nothing", nothing, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "small", NULL, -1, functions, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_small(void)
{
    PyObject *module = PyModule_Create(&definition);
    PyObject *type = PyType_FromSpec(&spec);
    if (module == NULL || type == NULL) return NULL;
    if (PyModule_AddObject(module, "Counter", type) < 0) return NULL;
    if (PyModule_AddIntConstant(module, "limited_api", Py_LIMITED_API) < 0) return NULL;
    return module;
}
