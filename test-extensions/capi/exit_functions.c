/* Functions that run at the end of the process and look at what is left, as nanobind does. */
// since: 3.13
#include <Python.h>

#include <stdio.h>

static int objects, types;

typedef struct {
    PyObject_HEAD PyObject *value;
} Counted;

static PyObject *counted_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    PyObject *made = allocate(type, 0);
    if (made != NULL) {
        objects++;
        ((Counted *)made)->value = Py_NewRef(Py_None);
    }
    return made;
}

static int counted_init(PyObject *self, PyObject *args, PyObject *kwargs)
{
    PyObject *value = Py_None;
    if (!PyArg_ParseTuple(args, "|O", &value)) return -1;
    PyObject *old = ((Counted *)self)->value;
    ((Counted *)self)->value = Py_NewRef(value);
    Py_XDECREF(old);
    return 0;
}

static int counted_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Counted *)self)->value);
    return 0;
}

static int counted_clear(PyObject *self)
{
    Py_CLEAR(((Counted *)self)->value);
    return 0;
}

static void counted_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    objects--;
    counted_clear(self);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(self);
    Py_DECREF(type);
}

static PyType_Slot counted_slots[] = {{Py_tp_new, (void *)counted_new},
    {Py_tp_init, (void *)counted_init}, {Py_tp_traverse, (void *)counted_traverse},
    {Py_tp_clear, (void *)counted_clear}, {Py_tp_dealloc, (void *)counted_dealloc}, {0, NULL}};

static PyType_Spec counted_spec = {"capi_exit_functions.Counted", sizeof(Counted), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC, counted_slots};

static int meta_init(PyObject *cls, PyObject *args, PyObject *kwargs)
{
    initproc init = (initproc)PyType_GetSlot(&PyType_Type, Py_tp_init);
    int status = init(cls, args, kwargs);
    if (status == 0) types++;
    return status;
}

static void meta_dealloc(PyObject *cls)
{
    types--;
    destructor release = (destructor)PyType_GetSlot(&PyType_Type, Py_tp_dealloc);
    release(cls);
}

static PyType_Slot meta_slots[] = {{Py_tp_base, &PyType_Type}, {Py_tp_init, (void *)meta_init},
    {Py_tp_dealloc, (void *)meta_dealloc}, {0, NULL}};

static PyType_Spec meta_spec = {"capi_exit_functions.Meta", 0, 0, Py_TPFLAGS_DEFAULT, meta_slots};

static void say_what_is_left(void)
{
    printf("left: %d objects, %d types, finalizing %d\n", objects, types, Py_IsFinalizing());
    fflush(stdout);
}

static PyObject *count_at_exit(PyObject *self, PyObject *unused)
{
    return PyBool_FromLong(Py_AtExit(say_what_is_left) == 0);
}

static PyObject *count(PyObject *self, PyObject *unused)
{
    return Py_BuildValue("ii", objects, types);
}

static PyMethodDef methods[] = {{"count_at_exit", count_at_exit, METH_NOARGS, NULL},
    {"count", count, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};

static int execute(PyObject *module)
{
    PyObject *meta = PyType_FromSpec(&meta_spec);
    if (meta == NULL || PyModule_AddObjectRef(module, "Meta", meta) < 0) return -1;
    PyObject *counted = PyType_FromMetaclass((PyTypeObject *)meta, module, &counted_spec, NULL);
    Py_DECREF(meta);
    if (counted == NULL) return -1;
    types++;
    int status = PyModule_AddObjectRef(module, "Counted", counted);
    Py_DECREF(counted);
    return status;
}

static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, (void *)execute}, {0, NULL}};

static PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "capi_exit_functions", NULL, 0, methods, module_slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_capi_exit_functions(void)
{
    return PyModuleDef_Init(&definition);
}
