/* Modules with state: when m_free runs, what a reload does, tuples with NULL items, attribute slots
   that take C strings. */
// flavours: calls own full
// since: 3.5
#include <Python.h>
#include <string.h>

/* Of all instances of the module: they share the library. */
static int freed;
static int executed;

typedef struct {
    PyObject *kept;
} State;

static PyObject *keep(PyObject *self, PyObject *value)
{
    State *state = PyModule_GetState(self);
    PyObject *old = state->kept;
    Py_INCREF(value);
    state->kept = value;
    if (old == NULL) Py_RETURN_NONE;
    return old;
}

static PyObject *freed_modules(PyObject *self, PyObject *unused)
{
    return PyLong_FromLong(freed);
}

static PyObject *executed_modules(PyObject *self, PyObject *unused)
{
    return PyLong_FromLong(executed);
}

/* A tuple or list of which only the first item is set. */
static PyObject *half_filled(PyObject *self, PyObject *as_list)
{
    PyObject *made = PyObject_IsTrue(as_list) ? PyList_New(2) : PyTuple_New(2);
    if (made == NULL) return NULL;
    if (PyList_Check(made)) {
        PyList_SetItem(made, 0, PyLong_FromLong(1));
    } else {
        PyTuple_SetItem(made, 0, PyLong_FromLong(1));
    }
    return made;
}

static PyObject *is_null(PyObject *self, PyObject *args)
{
    PyObject *tuple;
    Py_ssize_t index;
    if (!PyArg_ParseTuple(args, "On", &tuple, &index)) return NULL;
    return PyBool_FromLong(PyTuple_GetItem(tuple, index) == NULL && !PyErr_Occurred());
}

/* ---- a type with tp_getattr and tp_setattr ---- */

typedef struct {
    PyObject_HEAD long value;
} Holder;

static PyObject *holder_getattr(PyObject *self, char *name)
{
    if (strcmp(name, "value") == 0) return PyLong_FromLong(((Holder *)self)->value);
    PyErr_Format(PyExc_AttributeError, "no %s here", name);
    return NULL;
}

static int holder_setattr(PyObject *self, char *name, PyObject *value)
{
    if (strcmp(name, "value") != 0 || value == NULL) {
        PyErr_Format(PyExc_AttributeError, value == NULL ? "%s stays" : "%s is fixed", name);
        return -1;
    }
    ((Holder *)self)->value = PyLong_AsLong(value);
    return PyErr_Occurred() ? -1 : 0;
}

static void holder_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyType_Slot holder_slots[] = {
    {Py_tp_getattr, holder_getattr},
    {Py_tp_setattr, holder_setattr},
    {Py_tp_dealloc, holder_dealloc},
    {0, NULL},
};

static PyType_Spec holder_spec = {
    "capi_modules.Holder", sizeof(Holder), 0, Py_TPFLAGS_DEFAULT, holder_slots};

static int execute(PyObject *module)
{
    executed++;
    PyObject *type = PyType_FromSpec(&holder_spec);
    if (type == NULL) return -1;
    int status = PyObject_SetAttrString(module, "Holder", type);
    Py_DECREF(type);
    return status;
}

static int traverse(PyObject *module, visitproc visit, void *arg)
{
    State *state = PyModule_GetState(module);
    if (state != NULL) Py_VISIT(state->kept);
    return 0;
}

static int clear(PyObject *module)
{
    State *state = PyModule_GetState(module);
    if (state != NULL) Py_CLEAR(state->kept);
    return 0;
}

static void free_module(void *module)
{
    freed++;
    clear((PyObject *)module);
}

static PyMethodDef methods[] = {
    {"keep", keep, METH_O, NULL},
    {"freed_modules", freed_modules, METH_NOARGS, NULL},
    {"executed_modules", executed_modules, METH_NOARGS, NULL},
    {"half_filled", half_filled, METH_O, NULL},
    {"is_null", is_null, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "capi_modules", NULL, sizeof(State),
    methods, slots, traverse, clear, free_module};

PyMODINIT_FUNC PyInit_capi_modules(void)
{
    return PyModuleDef_Init(&module);
}
