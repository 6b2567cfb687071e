/* A small extension for every version of the limited API, in C and in C++. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

typedef struct {
    PyObject_HEAD int number;
    PyObject *thing;
} Counter;

static PyObject *counter_increment(PyObject *self, PyObject *args)
{
    int by = 1;
    if (!PyArg_ParseTuple(args, "|i:increment", &by)) {
        return NULL;
    }
    ((Counter *)self)->number += by;
    Py_INCREF(self);
    return self;
}

static PyObject *counter_double(PyObject *self, void *closure)
{
    (void)closure;
    return PyLong_FromLong(2L * ((Counter *)self)->number);
}

static int counter_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(((Counter *)self)->thing);
    return 0;
}

static int counter_clear(PyObject *self)
{
    Py_CLEAR(((Counter *)self)->thing);
    return 0;
}

static void counter_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    counter_clear(self);
    PyObject_GC_Del(self);
    Py_DECREF((PyObject *)type);
}

static PyObject *counter_repr(PyObject *self)
{
    return PyUnicode_FromFormat("Counter(%d)", ((Counter *)self)->number);
}

static PyMethodDef counter_methods[] = {
    {"increment", counter_increment, METH_VARARGS, PyDoc_STR("adds")},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef counter_members[] = {
    {(char *)"number", T_INT, offsetof(Counter, number), 0, NULL},
    {(char *)"thing", T_OBJECT, offsetof(Counter, thing), 0, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef counter_getset[] = {
    {(char *)"double", counter_double, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot counter_slots[] = {
    {Py_tp_methods, (void *)counter_methods},
    {Py_tp_members, (void *)counter_members},
    {Py_tp_getset, (void *)counter_getset},
    {Py_tp_repr, (void *)counter_repr},
    {Py_tp_dealloc, (void *)counter_dealloc},
    {Py_tp_traverse, (void *)counter_traverse},
    {Py_tp_clear, (void *)counter_clear},
    {0, NULL},
};

static PyType_Spec counter_spec = {
    "small.Counter",
    sizeof(Counter),
    0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
    counter_slots,
};

static PyObject *identity(PyObject *self, PyObject *arg)
{
    (void)self;
    Py_INCREF(arg);
    return arg;
}

static PyObject *nothing(PyObject *self, PyObject *unused)
{
    (void)self;
    (void)unused;
    Py_RETURN_NONE;
}

static PyObject *kinds(PyObject *self, PyObject *arg)
{
    (void)self;
    return Py_BuildValue("(iiiiiiis#)", PyLong_Check(arg) != 0, PyList_Check(arg) != 0,
        PyTuple_Check(arg) != 0, PyUnicode_Check(arg) != 0, PyDict_Check(arg) != 0,
        PyFloat_Check(arg) != 0, arg == Py_None, "end", (Py_ssize_t)2);
}

static PyObject *fail(PyObject *self, PyObject *arg)
{
    (void)self;
    PyErr_Format(PyExc_ValueError, "failed with %R", arg);
    return NULL;
}

static PyObject *keywords(PyObject *self, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {(char *)"first", (char *)"second", NULL};
    PyObject *first;
    PyObject *second = Py_None;
    (void)self;
    if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O|O:keywords", names, &first, &second)) {
        return NULL;
    }
    return PyTuple_Pack(2, first, second);
}

#if Py_LIMITED_API + 0 >= 0x030a0000
static PyObject *fast_add(PyObject *self, PyObject *const *args, Py_ssize_t nargs)
{
    (void)self;
    if (nargs != 2) {
        PyErr_SetString(PyExc_TypeError, "fast_add takes two arguments");
        return NULL;
    }
    return PyLong_FromLong(PyLong_AsLong(args[0]) + PyLong_AsLong(args[1]));
}
#endif

static PyMethodDef methods[] = {
    {"identity", identity, METH_O, NULL},
    {"nothing", nothing, METH_NOARGS, NULL},
    {"kinds", kinds, METH_O, NULL},
    {"fail", fail, METH_O, NULL},
    {"keywords", (PyCFunction)(void (*)(void))keywords, METH_VARARGS | METH_KEYWORDS, NULL},
#if Py_LIMITED_API + 0 >= 0x030a0000
    {"fast_add", (PyCFunction)(void (*)(void))fast_add, METH_FASTCALL, NULL},
#endif
    {NULL, NULL, 0, NULL},
};

static PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    "small",
    "a small module",
    -1,
    methods,
    NULL,
    NULL,
    NULL,
    NULL,
};

PyMODINIT_FUNC PyInit_small(void)
{
    PyObject *module = PyModule_Create(&definition);
    PyObject *type = module == NULL ? NULL : PyType_FromSpec(&counter_spec);
    if (type == NULL || PyModule_AddObject(module, "Counter", type) != 0 ||
        PyModule_AddIntConstant(module, "answer", 42) != 0) {
        Py_XDECREF(type);
        Py_XDECREF(module);
        return NULL;
    }
    return module;
}
