/* Containers that take part in cyclic garbage collection, honest and lying. */
#include <Python.h>

typedef struct {
    PyObject_HEAD PyObject *first;
    PyObject *second;
} Node;

static int clears, deallocations;

static int node_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Node *)self)->first);
    Py_VISIT(((Node *)self)->second);
    return 0;
}

static int node_clear(PyObject *self)
{
    clears++;
    Py_CLEAR(((Node *)self)->first);
    Py_CLEAR(((Node *)self)->second);
    return 0;
}

static void node_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    deallocations++;
    Py_CLEAR(((Node *)self)->first);
    Py_CLEAR(((Node *)self)->second);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(self);
    Py_DECREF(type);
}

static PyObject *node_get(PyObject *self, void *second)
{
    PyObject *value = second ? ((Node *)self)->second : ((Node *)self)->first;
    if (value == NULL) value = Py_None;
    Py_INCREF(value);
    return value;
}

static int node_set(PyObject *self, PyObject *value, void *second)
{
    PyObject **place = second ? &((Node *)self)->second : &((Node *)self)->first;
    PyObject *old = *place;
    Py_XINCREF(value);
    *place = value;
    Py_XDECREF(old);
    return 0;
}

static PyGetSetDef getsets[] = {
    {"first", node_get, node_set, NULL, NULL},
    {"second", node_get, node_set, NULL, (void *)1},
    {NULL, NULL, NULL, NULL, NULL},
};

#define FLAGS (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE)

static PyType_Slot node_slots[] = {
    {Py_tp_traverse, node_traverse},
    {Py_tp_clear, node_clear},
    {Py_tp_dealloc, node_dealloc},
    {Py_tp_getset, getsets},
    {0, NULL},
};
static PyType_Spec node_spec = {"capi_gcsupport.Node", sizeof(Node), 0, FLAGS, node_slots};

/* tp_finalize calls what `second` is, with the object. */
static void ending_finalize(PyObject *self)
{
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyObject *callback = ((Node *)self)->second;
    if (callback != NULL) {
        PyObject *result = PyObject_CallFunctionObjArgs(callback, self, NULL);
        if (result == NULL) PyErr_WriteUnraisable(self);
        Py_XDECREF(result);
    }
    PyErr_Restore(type, value, traceback);
}

static PyType_Slot ending_slots[] = {
    {Py_tp_traverse, node_traverse},
    {Py_tp_clear, node_clear},
    {Py_tp_dealloc, node_dealloc},
    {Py_tp_finalize, ending_finalize},
    {Py_tp_getset, getsets},
    {0, NULL},
};
static PyType_Spec ending_spec = {"capi_gcsupport.Ending", sizeof(Node), 0, FLAGS, ending_slots};

/* Does not tell of `second`. */
static int forgetful_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Node *)self)->first);
    return 0;
}

static PyType_Slot forgetful_slots[] = {
    {Py_tp_traverse, forgetful_traverse},
    {Py_tp_clear, node_clear},
    {Py_tp_dealloc, node_dealloc},
    {Py_tp_getset, getsets},
    {0, NULL},
};
static PyType_Spec forgetful_spec = {
    "capi_gcsupport.Forgetful", sizeof(Node), 0, FLAGS, forgetful_slots};

/* Tells of `first` three times. */
static int greedy_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    for (int i = 0; i < 3; i++)
        Py_VISIT(((Node *)self)->first);
    Py_VISIT(((Node *)self)->second);
    return 0;
}

static PyType_Slot greedy_slots[] = {
    {Py_tp_traverse, greedy_traverse},
    {Py_tp_clear, node_clear},
    {Py_tp_dealloc, node_dealloc},
    {Py_tp_getset, getsets},
    {0, NULL},
};
static PyType_Spec greedy_spec = {"capi_gcsupport.Greedy", sizeof(Node), 0, FLAGS, greedy_slots};

/* Fails at once. */
static int failing_traverse(PyObject *self, visitproc visit, void *arg)
{
    return -1;
}

static PyType_Slot failing_slots[] = {
    {Py_tp_traverse, failing_traverse},
    {Py_tp_clear, node_clear},
    {Py_tp_dealloc, node_dealloc},
    {Py_tp_getset, getsets},
    {0, NULL},
};
static PyType_Spec failing_spec = {"capi_gcsupport.Failing", sizeof(Node), 0, FLAGS, failing_slots};

/* A cycle of n objects that Python never sees; returns nothing. */
static PyObject *make_ring(PyObject *self, PyObject *args)
{
    PyObject *type;
    Py_ssize_t count;
    if (!PyArg_ParseTuple(args, "On", &type, &count)) return NULL;
    PyObject *first = PyType_GenericAlloc((PyTypeObject *)type, 0);
    PyObject *last = first;
    for (Py_ssize_t i = 1; first != NULL && i < count; i++) {
        PyObject *next = PyType_GenericAlloc((PyTypeObject *)type, 0);
        if (next == NULL) {
            Py_DECREF(first);
            return NULL;
        }
        ((Node *)last)->first = next;
        last = next;
    }
    if (first == NULL) return NULL;
    ((Node *)last)->first = first;
    Py_RETURN_NONE;
}

/* A node that a tuple keeps which it keeps itself, all made in C. */
static PyObject *make_tuple_ring(PyObject *self, PyObject *type)
{
    PyObject *node = PyType_GenericAlloc((PyTypeObject *)type, 0);
    if (node == NULL) return NULL;
    PyObject *tuple = PyTuple_New(1);
    if (tuple == NULL) {
        Py_DECREF(node);
        return NULL;
    }
    PyTuple_SetItem(tuple, 0, node);
    ((Node *)node)->first = tuple;
    Py_RETURN_NONE;
}

static PyObject *kept;

static PyObject *keep(PyObject *self, PyObject *object)
{
    PyObject *old = kept;
    Py_INCREF(object);
    kept = object;
    Py_XDECREF(old);
    Py_RETURN_NONE;
}

static PyObject *kept_object(PyObject *self, PyObject *unused)
{
    PyObject *value = kept == NULL ? Py_None : kept;
    Py_INCREF(value);
    return value;
}

static PyObject *counts(PyObject *self, PyObject *unused)
{
    PyObject *result = Py_BuildValue("ii", clears, deallocations);
    clears = deallocations = 0;
    return result;
}

static PyObject *collect(PyObject *self, PyObject *unused)
{
    return PyLong_FromSsize_t(PyGC_Collect());
}

static PyObject *is_tracked(PyObject *self, PyObject *object)
{
    return PyBool_FromLong(PyObject_GC_IsTracked(object));
}

static PyMethodDef methods[] = {
    {"make_ring", make_ring, METH_VARARGS, NULL},
    {"make_tuple_ring", make_tuple_ring, METH_O, NULL},
    {"keep", keep, METH_O, NULL},
    {"kept_object", kept_object, METH_NOARGS, NULL},
    {"counts", counts, METH_NOARGS, NULL},
    {"collect", collect, METH_NOARGS, NULL},
    {"is_tracked", is_tracked, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

/* A dict with one more field. */
static int extra_traverse(PyObject *self, visitproc visit, void *arg);
static int extra_clear(PyObject *self);
static Py_ssize_t extra_offset;
static traverseproc dict_traverse;
static inquiry dict_clear;
static destructor dict_dealloc;

static PyObject **extra_place(PyObject *self)
{
    return (PyObject **)((char *)self + extra_offset);
}

static int extra_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(*extra_place(self));
    return dict_traverse(self, visit, arg);
}

static int extra_clear(PyObject *self)
{
    clears++;
    Py_CLEAR(*extra_place(self));
    return dict_clear(self);
}

static void extra_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    deallocations++;
    Py_CLEAR(*extra_place(self));
    PyObject_GC_Track(self);
    dict_dealloc(self);
    Py_DECREF(type);
}

static PyObject *extra_get(PyObject *self, void *unused)
{
    PyObject *value = *extra_place(self);
    if (value == NULL) value = Py_None;
    Py_INCREF(value);
    return value;
}

static int extra_set(PyObject *self, PyObject *value, void *unused)
{
    PyObject *old = *extra_place(self);
    Py_XINCREF(value);
    *extra_place(self) = value;
    Py_XDECREF(old);
    return 0;
}

static PyGetSetDef extra_getsets[] = {
    {"extra", extra_get, extra_set, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot extra_slots[] = {
    {Py_tp_traverse, extra_traverse},
    {Py_tp_clear, extra_clear},
    {Py_tp_dealloc, extra_dealloc},
    {Py_tp_getset, extra_getsets},
    {0, NULL},
};

static int add_dict(PyObject *module)
{
    PyObject *size = PyObject_GetAttrString((PyObject *)&PyDict_Type, "__basicsize__");
    if (size == NULL) return -1;
    extra_offset = PyLong_AsSsize_t(size);
    Py_DECREF(size);
    dict_traverse = (traverseproc)PyType_GetSlot(&PyDict_Type, Py_tp_traverse);
    dict_clear = (inquiry)PyType_GetSlot(&PyDict_Type, Py_tp_clear);
    dict_dealloc = (destructor)PyType_GetSlot(&PyDict_Type, Py_tp_dealloc);
    PyType_Spec spec = {"capi_gcsupport.ExtraDict", (int)(extra_offset + sizeof(PyObject *)), 0,
        FLAGS, extra_slots};
    PyObject *type = PyType_FromSpecWithBases(&spec, (PyObject *)&PyDict_Type);
    if (type == NULL) return -1;
    int status = PyModule_AddObject(module, "ExtraDict", type);
    return status;
}

static int add(PyObject *module, const char *name, PyType_Spec *spec)
{
    PyObject *type = PyType_FromSpec(spec);
    return type == NULL ? -1 : PyModule_AddObject(module, name, type);
}

static int execute(PyObject *module)
{
    if (add(module, "Node", &node_spec) < 0 || add(module, "Ending", &ending_spec) < 0 ||
        add(module, "Forgetful", &forgetful_spec) < 0 || add(module, "Greedy", &greedy_spec) < 0 ||
        add(module, "Failing", &failing_spec) < 0)
        return -1;
    return add_dict(module);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_gcsupport", .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC PyInit_capi_gcsupport(void)
{
    return PyModuleDef_Init(&definition);
}
