/* Types that come and go: made from specifications, kept and given up by C. */
#include <Python.h>

static int type_frees, module_frees;
static PyObject *kept;

typedef struct {
    PyObject_HEAD PyObject *value;
} Holder;

static int holder_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Holder *)self)->value);
    return 0;
}

static int holder_clear(PyObject *self)
{
    Py_CLEAR(((Holder *)self)->value);
    return 0;
}

static void holder_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    type_frees++;
    holder_clear(self);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(self);
    Py_DECREF(type);
}

static PyObject *holder_get(PyObject *self, void *closure)
{
    PyObject *value = ((Holder *)self)->value;
    (void)closure;
    if (value == NULL) value = Py_None;
    Py_INCREF(value);
    return value;
}

static int holder_set(PyObject *self, PyObject *value, void *closure)
{
    PyObject *old = ((Holder *)self)->value;
    (void)closure;
    Py_XINCREF(value);
    ((Holder *)self)->value = value;
    Py_XDECREF(old);
    return 0;
}

static PyObject *holder_module_name(PyObject *self, PyObject *unused)
{
    (void)unused;
    PyObject *module = PyType_GetModule(Py_TYPE(self));
    return module == NULL ? NULL : PyModule_GetNameObject(module);
}

static PyGetSetDef holder_getset[] = {
    {"value", holder_get, holder_set, NULL, NULL}, {NULL, NULL, NULL, NULL, NULL}};

static PyMethodDef holder_methods[] = {
    {"module_name", holder_module_name, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};

static PyType_Slot holder_slots[] = {{Py_tp_traverse, (void *)holder_traverse},
    {Py_tp_clear, (void *)holder_clear}, {Py_tp_dealloc, (void *)holder_dealloc},
    {Py_tp_getset, holder_getset}, {Py_tp_methods, holder_methods}, {0, NULL}};

static PyType_Spec holder_spec = {"capi_type_lifetimes.Holder", sizeof(Holder), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC, holder_slots};

/* A new type, which the module knows, but does not keep. */
static PyObject *make_type(PyObject *module, PyObject *unused)
{
    (void)unused;
    return PyType_FromModuleAndSpec(module, &holder_spec, NULL);
}

static PyObject *make_subtype(PyObject *module, PyObject *base)
{
    PyObject *bases = PyTuple_Pack(1, base);
    PyObject *made = NULL;
    if (bases != NULL) {
        made = PyType_FromModuleAndSpec(module, &holder_spec, bases);
        Py_DECREF(bases);
    }
    return made;
}

/* Keeps an object of Python's, and one reference to it, in C alone. */
static PyObject *keep(PyObject *module, PyObject *object)
{
    (void)module;
    PyObject *old = kept;
    Py_INCREF(object);
    kept = object;
    Py_XDECREF(old);
    Py_RETURN_NONE;
}

/* The type, read from the object's memory as inlined code does. */
static PyObject *keep_type(PyObject *module, PyObject *object)
{
    return keep(module, (PyObject *)Py_TYPE(object));
}

static PyObject *give_up(PyObject *module, PyObject *unused)
{
    (void)module;
    (void)unused;
    PyObject *old = kept;
    kept = NULL;
    if (old == NULL) Py_RETURN_NONE;
    return old;
}

/* Java, or CPython, is not told what this does to the count. */
static PyObject *drop(PyObject *module, PyObject *unused)
{
    (void)module;
    (void)unused;
    Py_CLEAR(kept);
    Py_RETURN_NONE;
}

static PyObject *call_kept(PyObject *module, PyObject *unused)
{
    (void)module;
    (void)unused;
    return PyObject_CallObject(kept, NULL);
}

static PyObject *frees(PyObject *module, PyObject *unused)
{
    (void)module;
    (void)unused;
    PyObject *counts = Py_BuildValue("ii", type_frees, module_frees);
    type_frees = module_frees = 0;
    return counts;
}

static PyObject *bases(PyObject *module, PyObject *type)
{
    (void)module;
    PyObject *shown = PyType_GetSlot((PyTypeObject *)type, Py_tp_bases);
    Py_XINCREF(shown);
    return shown;
}

static PyMethodDef methods[] = {{"make_type", make_type, METH_NOARGS, NULL},
    {"make_subtype", make_subtype, METH_O, NULL}, {"keep", keep, METH_O, NULL},
    {"keep_type", keep_type, METH_O, NULL}, {"give_up", give_up, METH_NOARGS, NULL},
    {"drop", drop, METH_NOARGS, NULL}, {"call_kept", call_kept, METH_NOARGS, NULL},
    {"frees", frees, METH_NOARGS, NULL}, {"bases", bases, METH_O, NULL}, {NULL, NULL, 0, NULL}};

typedef struct {
    PyObject *holder;
} State;

static int execute(PyObject *module)
{
    State *state = PyModule_GetState(module);
    state->holder = PyType_FromModuleAndSpec(module, &holder_spec, NULL);
    if (state->holder == NULL) return -1;
    Py_INCREF(state->holder);
    if (PyModule_AddObject(module, "Holder", state->holder) < 0) {
        Py_DECREF(state->holder);
        return -1;
    }
    return 0;
}

static int module_traverse(PyObject *module, visitproc visit, void *arg)
{
    State *state = PyModule_GetState(module);
    Py_VISIT(state->holder);
    return 0;
}

static int module_clear(PyObject *module)
{
    State *state = PyModule_GetState(module);
    Py_CLEAR(state->holder);
    return 0;
}

static void module_free(void *module)
{
    module_frees++;
    module_clear(module);
}

static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, (void *)execute}, {0, NULL}};

static PyModuleDef definition = {PyModuleDef_HEAD_INIT, "capi_type_lifetimes", NULL, sizeof(State),
    methods, module_slots, module_traverse, module_clear, module_free};

PyMODINIT_FUNC PyInit_capi_type_lifetimes(void)
{
    return PyModuleDef_Init(&definition);
}
