/* flavours: full */
/* What extensions read and do where CPython's types and classes show how they are made. */
#include <Python.h>
#include <stddef.h>

/* A metatype as msgspec has it: classes that are called through a pointer of their own. */
static PyTypeObject Meta = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_type_facts.Meta",
    .tp_basicsize = sizeof(PyHeapTypeObject),
    .tp_call = PyVectorcall_Call,
    .tp_vectorcall_offset = offsetof(PyTypeObject, tp_vectorcall),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_TYPE_SUBCLASS |
                Py_TPFLAGS_HAVE_VECTORCALL,
};

static PyObject *call_again(PyObject *self, PyObject *args, PyObject *kwargs)
{
    return PyObject_Call(self, args, kwargs);
}

static PyObject *of_instance(PyObject *Py_UNUSED(self), void *what)
{
    return PyUnicode_FromFormat("%s of an instance", (const char *)what);
}

static PyGetSetDef endless_getsets[] = {{"__doc__", of_instance, NULL, NULL, "text"},
    {"__module__", of_instance, NULL, NULL, "home"}, {NULL, NULL, NULL, NULL, NULL}};

/* Objects that call themselves, without Python code between. */
static PyTypeObject Endless = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_type_facts.Endless",
    .tp_basicsize = sizeof(PyObject),
    .tp_call = call_again,
    .tp_doc = "Text of the type.",
    .tp_getset = endless_getsets,
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = PyType_GenericNew,
};

typedef struct {
    PyObject_HEAD PyObject *value;
} Box;

static int box_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(((Box *)self)->value);
    return 0;
}

static void box_dealloc(PyObject *self)
{
    PyObject_GC_UnTrack(self);
    Py_CLEAR(((Box *)self)->value);
    PyObject_GC_Del(self);
}

/* Tracked when it has a value. */
static PyTypeObject BoxType = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_type_facts.Box",
    .tp_basicsize = sizeof(Box),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_traverse = box_traverse,
    .tp_dealloc = box_dealloc,
};

static PyObject *box(PyObject *Py_UNUSED(module), PyObject *value)
{
    Box *made = PyObject_GC_New(Box, &BoxType);
    if (made == NULL) return NULL;
    made->value = value == Py_None ? NULL : Py_NewRef(value);
    if (made->value != NULL) PyObject_GC_Track(made);
    return (PyObject *)made;
}

static PyObject *generic_get(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *o, *name;
    if (!PyArg_ParseTuple(args, "OU", &o, &name)) return NULL;
    return PyObject_GenericGetAttr(o, name);
}

static PyObject *facts(PyObject *Py_UNUSED(module), PyObject *type)
{
    PyTypeObject *t = (PyTypeObject *)type;
    return Py_BuildValue("(inn)", (t->tp_flags & Py_TPFLAGS_IS_ABSTRACT) != 0, t->tp_dictoffset,
        t->tp_weaklistoffset);
}

static PyObject *content(PyObject *Py_UNUSED(module), PyObject *array)
{
    return PyBytes_FromStringAndSize(PyByteArray_AS_STRING(array), PyByteArray_GET_SIZE(array));
}

/* One pointer, while C and Python write in turn. */
static PyObject *write_in_turn(PyObject *Py_UNUSED(module), PyObject *args)
{
    PyObject *array, *callback;
    if (!PyArg_ParseTuple(args, "YO", &array, &callback)) return NULL;
    Py_ssize_t size = PyByteArray_GET_SIZE(array);
    char *p = PyByteArray_AS_STRING(array);
    memset(p, 'c', (size_t)size);
    PyObject *first = PyObject_CallNoArgs(callback);
    if (first == NULL) return NULL;
    PyObject *seen = PyBytes_FromStringAndSize(p, size);
    p[1] = 'C';
    PyObject *second = PyObject_CallNoArgs(callback);
    p[2] = 'C';
    return Py_BuildValue("NNNi", first, seen, second, p == PyByteArray_AS_STRING(array));
}

static PyObject *address(PyObject *Py_UNUSED(module), PyObject *o)
{
    return PyLong_FromVoidPtr(o);
}

static PyMethodDef functions[] = {
    {"address", address, METH_O, NULL},
    {"write_in_turn", write_in_turn, METH_VARARGS, NULL},
    {"box", box, METH_O, NULL},
    {"generic_get", generic_get, METH_VARARGS, NULL},
    {"facts", facts, METH_O, NULL},
    {"content", content, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static int execute(PyObject *module)
{
    Meta.tp_base = &PyType_Type;
    if (PyModule_AddType(module, &Meta) < 0 || PyModule_AddType(module, &Endless) < 0) return -1;
    return PyType_Ready(&BoxType);
}

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, (void *)execute},
    {Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED},
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "capi_type_facts",
    .m_methods = functions,
    .m_slots = slots,
};

PyMODINIT_FUNC PyInit_capi_type_facts(void)
{
    return PyModuleDef_Init(&definition);
}
