/* Work for a soak test: each function makes many calls of the C-API and returns how many. */
#include <Python.h>

#include <stddef.h>

struct node {
    PyObject_HEAD PyObject *next;
    PyObject *dict;
};

static PyTypeObject *node_type;
static long alive;
static PyObject *stored; /* a list of whatever was given */

static int node_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(((struct node *)self)->next);
    Py_VISIT(((struct node *)self)->dict);
    Py_VISIT(Py_TYPE(self));
    return 0;
}

static int node_clear(PyObject *self)
{
    Py_CLEAR(((struct node *)self)->next);
    Py_CLEAR(((struct node *)self)->dict);
    return 0;
}

static void node_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    node_clear(self);
    alive--;
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyObject *node_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    PyObject *self = ((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (self != NULL) alive++;
    return self;
}

static PyMemberDef node_members[] = {
    {"next", Py_T_OBJECT_EX, offsetof(struct node, next), 0, NULL},
    {"__dictoffset__", Py_T_PYSSIZET, offsetof(struct node, dict), Py_READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot node_slots[] = {
    {Py_tp_new, node_new},
    {Py_tp_dealloc, node_dealloc},
    {Py_tp_traverse, node_traverse},
    {Py_tp_clear, node_clear},
    {Py_tp_members, node_members},
    {0, NULL},
};

static PyType_Spec node_spec = {
    .name = "soak.Node",
    .basicsize = sizeof(struct node),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
    .slots = node_slots,
};

/* Values and containers that are made, read and dropped in C. */
static PyObject *values(PyObject *self, PyObject *count)
{
    long n = PyLong_AsLong(count), calls = 0;
    if (n == -1 && PyErr_Occurred()) return NULL;
    for (long i = 0; i < n; i++) {
        PyObject *number = PyLong_FromLong(i * 1000003);
        PyObject *real = PyFloat_FromDouble(i * 0.5);
        PyObject *text = PyUnicode_FromFormat("text %ld", i);
        PyObject *bytes = PyBytes_FromString("bytes");
        PyObject *list = PyList_New(0), *dict = PyDict_New(), *set = PySet_New(NULL);
        PyObject *tuple = PyTuple_Pack(4, number, real, text, bytes);
        if (!number || !real || !text || !bytes || !list || !dict || !set || !tuple) return NULL;
        if (PyList_Append(list, tuple) < 0 || PyList_Append(list, text) < 0) return NULL;
        if (PyDict_SetItem(dict, text, list) < 0 || PySet_Add(set, tuple) < 0) return NULL;
        if (PyDict_GetItemWithError(dict, text) != list) {
            PyErr_SetString(PyExc_AssertionError, "another object came back");
            return NULL;
        }
        PyObject *repr = i % 8 == 0 ? PyObject_Repr(dict) : NULL;
        PyObject *sum = PyNumber_Add(number, real);
        Py_XDECREF(repr);
        Py_XDECREF(sum);
        PyObject *all[] = {number, real, text, bytes, list, dict, set, tuple};
        for (size_t k = 0; k < sizeof all / sizeof *all; k++)
            Py_DECREF(all[k]);
        calls += 16;
    }
    return PyLong_FromLong(calls);
}

/* Keeps an object until the next call of `drop`, in a list that C owns. */
static PyObject *store(PyObject *self, PyObject *object)
{
    if (PyList_Append(stored, object) < 0) return NULL;
    return PyLong_FromLong(2);
}

static PyObject *drop(PyObject *self, PyObject *unused)
{
    Py_ssize_t size = PyList_Size(stored);
    for (Py_ssize_t i = 0; i < size; i++) {
        PyObject *item = PyList_GetItem(stored, i);
        if (item == NULL) return NULL;
        Py_INCREF(item);
        Py_DECREF(item);
    }
    if (PyList_SetSlice(stored, 0, size, NULL) < 0) return NULL;
    return PyLong_FromSsize_t(3 * size + 2);
}

/* Calls a function for each number; its exceptions are looked at and dropped. */
static PyObject *callbacks(PyObject *self, PyObject *args)
{
    PyObject *function;
    long n, calls = 0;
    if (!PyArg_ParseTuple(args, "Ol", &function, &n)) return NULL;
    for (long i = 0; i < n; i++) {
        PyObject *result = PyObject_CallFunction(function, "lO", i, function);
        calls += 4;
        if (result == NULL) {
            PyObject *error = PyErr_GetRaisedException();
            PyObject *args_of = PyObject_GetAttrString(error, "args");
            Py_XDECREF(args_of);
            Py_DECREF(error);
            calls += 3;
        }
        Py_XDECREF(result);
    }
    return PyLong_FromLong(calls);
}

/* Rings of nodes that only the collector can free, through a dict of Python's as well. */
static PyObject *cycles(PyObject *self, PyObject *count)
{
    long n = PyLong_AsLong(count);
    if (n == -1 && PyErr_Occurred()) return NULL;
    for (long i = 0; i < n; i++) {
        PyObject *a = PyObject_CallNoArgs((PyObject *)node_type);
        PyObject *b = PyObject_CallNoArgs((PyObject *)node_type);
        if (a == NULL || b == NULL) return NULL;
        if (PyObject_SetAttrString(a, "next", b) < 0) return NULL;
        if (PyObject_SetAttrString(b, i % 2 ? "next" : "other", a) < 0) return NULL;
        Py_DECREF(a);
        Py_DECREF(b);
    }
    return PyLong_FromLong(6 * n);
}

/* Gives up the GIL again and again. */
static PyObject *unlocked(PyObject *self, PyObject *count)
{
    long n = PyLong_AsLong(count);
    if (n == -1 && PyErr_Occurred()) return NULL;
    for (long i = 0; i < n; i++) {
        Py_BEGIN_ALLOW_THREADS Py_END_ALLOW_THREADS
    }
    return PyLong_FromLong(2 * n);
}

static PyObject *nodes(PyObject *self, PyObject *unused)
{
    return PyLong_FromLong(alive);
}

static PyMethodDef methods[] = {
    {"values", values, METH_O, NULL},
    {"store", store, METH_O, NULL},
    {"drop", drop, METH_NOARGS, NULL},
    {"callbacks", callbacks, METH_VARARGS, NULL},
    {"cycles", cycles, METH_O, NULL},
    {"unlocked", unlocked, METH_O, NULL},
    {"nodes", nodes, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "soak", .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit_soak(void)
{
    PyObject *module = PyModule_Create(&definition);
    stored = PyList_New(0);
    node_type = (PyTypeObject *)PyType_FromModuleAndSpec(module, &node_spec, NULL);
    if (module == NULL || stored == NULL || node_type == NULL) return NULL;
    return PyModule_AddType(module, node_type) < 0 ? NULL : module;
}
