/* A type with a field for the dicts of its instances (__dictoffset__), which C looks at, too. */
// flavours: calls full
#include <Python.h>
#include <structmember.h>

typedef struct {
    PyObject_HEAD PyObject *dict;
} Noted;

static PyObject *type;

static int noted_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Noted *)self)->dict);
    return 0;
}

static int noted_clear(PyObject *self)
{
    Py_CLEAR(((Noted *)self)->dict);
    return 0;
}

static void noted_dealloc(PyObject *self)
{
    PyTypeObject *own = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    Py_CLEAR(((Noted *)self)->dict);
    freefunc release = (freefunc)PyType_GetSlot(own, Py_tp_free);
    release(self);
    Py_DECREF(own);
}

/* What C has in the field, or None. */
static PyObject *noted_field(PyObject *self, PyObject *unused)
{
    (void)unused;
    PyObject *dict = ((Noted *)self)->dict;
    if (dict == NULL) dict = Py_None;
    Py_INCREF(dict);
    return dict;
}

/* note(name, value): C makes the dict itself when there is none. */
static PyObject *noted_note(PyObject *self, PyObject *args)
{
    PyObject *name, *value;
    Noted *noted = (Noted *)self;
    if (!PyArg_ParseTuple(args, "OO:note", &name, &value)) return NULL;
    if (noted->dict == NULL && (noted->dict = PyDict_New()) == NULL) return NULL;
    if (PyDict_SetItem(noted->dict, name, value) < 0) return NULL;
    Py_RETURN_NONE;
}

static PyMethodDef noted_methods[] = {
    {"field", noted_field, METH_NOARGS, NULL},
    {"note", noted_note, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef noted_members[] = {
    {"__dictoffset__", T_PYSSIZET, offsetof(Noted, dict), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef noted_getsets[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot noted_slots[] = {
    {Py_tp_traverse, noted_traverse},
    {Py_tp_clear, noted_clear},
    {Py_tp_dealloc, noted_dealloc},
    {Py_tp_methods, noted_methods},
    {Py_tp_members, noted_members},
    {Py_tp_getset, noted_getsets},
    {0, NULL},
};

static PyType_Spec noted_spec = {"capi_instance_dict.Noted", sizeof(Noted), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, noted_slots};

/* several(n): a list of n instances that only C has known. */
static PyObject *several(PyObject *module, PyObject *number)
{
    (void)module;
    Py_ssize_t count = PyLong_AsSsize_t(number);
    PyObject *list = PyList_New(0);
    for (Py_ssize_t i = 0; list != NULL && i < count; i++) {
        PyObject *made = PyObject_CallObject(type, NULL);
        if (made == NULL || PyList_Append(list, made) < 0) Py_CLEAR(list);
        Py_XDECREF(made);
    }
    return list;
}

static PyMethodDef methods[] = {
    {"several", several, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static int execute(PyObject *module)
{
    type = PyType_FromSpec(&noted_spec);
    if (type == NULL) return -1;
    Py_INCREF(type);
    return PyModule_AddObject(module, "Noted", type);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_instance_dict", .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC PyInit_capi_instance_dict(void)
{
    return PyModuleDef_Init(&definition);
}
