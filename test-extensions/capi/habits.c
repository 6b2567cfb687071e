/* What extensions of the full API do although no manual says so, and CPython lives with. */
// flavours: full
#include <Python.h>
#include <structmember.h>

/* Cython: the place of weak references is told after PyType_Ready. */
typedef struct {
    PyObject_HEAD PyObject *weak_references;
} WeakLate;

static void weak_late_dealloc(PyObject *self)
{
    if (((WeakLate *)self)->weak_references) PyObject_ClearWeakRefs(self);
    Py_TYPE(self)->tp_free(self);
}

/* cytoolz: an attribute of instances in place of the docstring. */
static PyObject *instance_doc(PyObject *self, void *closure)
{
    return PyUnicode_FromString("The instance's own.");
}

static PyGetSetDef weak_late_getsets[] = {{"__doc__", instance_doc}, {NULL}};

static PyTypeObject weak_late = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_habits.WeakLate",
    .tp_basicsize = sizeof(WeakLate),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_doc = "The type's own.",
    .tp_getset = weak_late_getsets,
    .tp_dealloc = weak_late_dealloc,
    .tp_new = PyType_GenericNew,
};

/* f2py: a type with instances that was never made ready. */
static PyObject *unready_repr(PyObject *self)
{
    return PyUnicode_FromString("<unready>");
}

static PyTypeObject unready = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_habits.Unready",
    .tp_basicsize = sizeof(PyObject),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_repr = unready_repr,
};

static PyObject *make_unready(PyObject *self, PyObject *unused)
{
    Py_SET_TYPE(&unready, &PyType_Type);
    return PyObject_Init((PyObject *)PyObject_Malloc(sizeof(PyObject)), &unready);
}

/* shapely: a list that the module keeps, and C goes on reading without a reference. */
static PyObject *registry;

static PyObject *registered(PyObject *self, PyObject *index)
{
    return Py_NewRef(PyList_GET_ITEM(registry, PyLong_AsSsize_t(index)));
}

/* zope.interface: a member in place of the module's name. */
typedef struct {
    PyObject_HEAD PyObject *module;
} Placed;

static PyMemberDef placed_members[] = {{"__module__", T_OBJECT, offsetof(Placed, module), 0}, {0}};
/* PyO3: classes that say themselves that they are builtins. */
static PyType_Slot no_slots[] = {{0}};
static PyType_Spec builtin_spec = {
    "builtins.Named", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, no_slots};

static PyType_Slot placed_slots[] = {{Py_tp_members, placed_members}, {0}};
static PyType_Spec placed_spec = {"capi_habits.Placed", sizeof(Placed), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, placed_slots};

/* lxml: reads a list's items while a slice of it is deleted. */
static PyObject *delete_and_read(PyObject *self, PyObject *args)
{
    PyObject *list, *slice;
    if (!PyArg_ParseTuple(args, "O!O", &PyList_Type, &list, &slice)) return NULL;
    Py_ssize_t before = PyList_GET_SIZE(list);
    if (PyObject_DelItem(list, slice) != 0) return NULL;
    PyObject *items = PyTuple_New(PyList_GET_SIZE(list));
    for (Py_ssize_t i = 0; items != NULL && i < PyList_GET_SIZE(list); i++) {
        PyTuple_SET_ITEM(items, i, Py_NewRef(PyList_GET_ITEM(list, i)));
    }
    return Py_BuildValue("nN", before, items);
}

/* pybind11: the code of the frame that is this many calls up, None beyond the first. */
static PyObject *code_up(PyObject *self, PyObject *count)
{
    PyFrameObject *frame = PyEval_GetFrame();
    Py_XINCREF(frame);
    for (long i = PyLong_AsLong(count); i > 0 && frame != NULL; i--) {
        PyFrameObject *back = PyFrame_GetBack(frame);
        Py_DECREF(frame);
        frame = back;
    }
    if (frame == NULL) Py_RETURN_NONE;
    PyObject *code = (PyObject *)PyFrame_GetCode(frame);
    Py_DECREF(frame);
    return code;
}

/* pyinstrument: names and lines of a code object, read in its memory. */
static PyObject *code_text(PyObject *self, PyObject *object)
{
    PyCodeObject *code = (PyCodeObject *)object;
    return PyUnicode_FromFormat("%U %U %U %i %i %i %i %i", code->co_filename, code->co_name,
        code->co_qualname, code->co_firstlineno, code->co_argcount, code->co_kwonlyargcount,
        code->co_posonlyargcount, code->co_flags);
}

static PyObject *gil_states(PyObject *self, PyObject *unused)
{
    int with = PyGILState_Check();
    PyThreadState *thread = PyEval_SaveThread();
    int without = PyGILState_Check();
    PyEval_RestoreThread(thread);
    return Py_BuildValue("ii", with, without);
}

static PyObject *facts(PyObject *self, PyObject *object)
{
    return Py_BuildValue("iii", PyVectorcall_Function(object) != NULL, PyObject_IS_GC(object),
        PyDescr_IsData(object));
}

static PyObject *locked(PyObject *self, PyObject *unused)
{
    PyMutex mutex = {0};
    int before = PyMutex_IsLocked(&mutex);
    PyMutex_Lock(&mutex);
    int within = PyMutex_IsLocked(&mutex);
    PyMutex_Unlock(&mutex);
    return Py_BuildValue("iii", before, within, PyMutex_IsLocked(&mutex));
}

/* HDF5 with a driver in Python: an exit function that wants Python. */
static void want_python(void)
{
    PyGILState_STATE state = PyGILState_Ensure();
    PyGILState_Release(state);
}

static PyObject *want_python_at_exit(PyObject *self, PyObject *unused)
{
    atexit(want_python);
    Py_RETURN_NONE;
}

static void say_goodbye(void)
{
    printf("goodbye, finalizing %d\n", Py_IsFinalizing());
}

static PyObject *say_goodbye_at_exit(PyObject *self, PyObject *unused)
{
    return PyBool_FromLong(Py_AtExit(say_goodbye) == 0);
}

/* pyarrow: a struct sequence's type in the extension's own memory. */
static PyStructSequence_Field pair_fields[] = {{"left", NULL}, {"right", NULL}, {NULL, NULL}};
static PyStructSequence_Desc pair_description = {"capi_habits.Pair", "Two things.", pair_fields, 2};
static PyTypeObject pair_type;

static PyObject *make_pair(PyObject *self, PyObject *right)
{
    PyObject *pair = PyStructSequence_New(&pair_type);
    if (pair == NULL) return NULL;
    PyStructSequence_SetItem(pair, 0, PyLong_FromLong(1));
    PyStructSequence_SetItem(pair, 1, Py_NewRef(right));
    return pair;
}

static PyObject *builtin_types(PyObject *self, PyObject *unused)
{
    return PyTuple_Pack(8, &PyDictProxy_Type, &PyDictKeys_Type, &PyListIter_Type,
        &_PyWeakref_RefType, &PyGen_Type, &PyCoro_Type, &PyFrame_Type, &PyTraceBack_Type);
}

extern int _PyErr_SetKeyError(PyObject *);
extern int _PySet_Update(PyObject *, PyObject *);

/* The exception being handled, as memory has it and as Python sees it, then the one before. */
static PyObject *handled_in_memory(PyObject *self, PyObject *args)
{
    PyObject *exception, *ask;
    if (!PyArg_ParseTuple(args, "OO", &exception, &ask)) return NULL;
    PyObject *before = PyErr_GetHandledException();
    PyErr_SetHandledException(exception);
    PyObject *in_memory = Py_XNewRef(PyThreadState_Get()->exc_info->exc_value);
    PyObject *seen = PyObject_CallNoArgs(ask);
    PyErr_SetHandledException(before);
    Py_XDECREF(before);
    return seen == NULL ? NULL : Py_BuildValue("NN", in_memory, seen);
}

static PyObject *raise_key_error(PyObject *self, PyObject *key)
{
    _PyErr_SetKeyError(key);
    return NULL;
}

static PyObject *update_set(PyObject *self, PyObject *args)
{
    PyObject *set, *items;
    if (!PyArg_ParseTuple(args, "OO", &set, &items) || _PySet_Update(set, items) != 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *annotations(PyObject *self, PyObject *function)
{
    return Py_XNewRef(PyFunction_GetAnnotations(function));
}

static PyMethodDef methods[] = {
    {"make_pair", make_pair, METH_O, NULL},
    {"builtin_types", builtin_types, METH_NOARGS, NULL},
    {"handled_in_memory", handled_in_memory, METH_VARARGS, NULL},
    {"raise_key_error", raise_key_error, METH_O, NULL},
    {"update_set", update_set, METH_VARARGS, NULL},
    {"annotations", annotations, METH_O, NULL},
    {"say_goodbye_at_exit", say_goodbye_at_exit, METH_NOARGS, NULL},
    {"want_python_at_exit", want_python_at_exit, METH_NOARGS, NULL},
    {"make_unready", make_unready, METH_NOARGS, NULL},
    {"registered", registered, METH_O, NULL},
    {"delete_and_read", delete_and_read, METH_VARARGS, NULL},
    {"code_up", code_up, METH_O, NULL},
    {"code_text", code_text, METH_O, NULL},
    {"gil_states", gil_states, METH_NOARGS, NULL},
    {"facts", facts, METH_O, NULL},
    {"locked", locked, METH_NOARGS, NULL},
    {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "capi_habits", NULL, -1, methods};

PyMODINIT_FUNC PyInit_capi_habits(void)
{
    if (PyType_Ready(&weak_late) != 0) return NULL;
    if (weak_late.tp_weaklistoffset == 0) {
        weak_late.tp_weaklistoffset = offsetof(WeakLate, weak_references);
    }
    if (PyStructSequence_InitType2(&pair_type, &pair_description) != 0) return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL || PyModule_AddObjectRef(module, "Pair", (PyObject *)&pair_type) != 0) {
        return NULL;
    }
    registry = PyList_New(3);
    for (int i = 0; i < 3; i++) {
        PyList_SET_ITEM(registry, i, Py_NewRef(Py_None));
    }
    if (PyModule_AddObjectRef(module, "WeakLate", (PyObject *)&weak_late) != 0 ||
        PyModule_AddObjectRef(module, "AsyncGenerator", (PyObject *)&PyAsyncGen_Type) != 0 ||
        PyModule_Add(module, "Placed", PyType_FromSpec(&placed_spec)) != 0 ||
        PyModule_Add(module, "Named", PyType_FromSpec(&builtin_spec)) != 0 ||
        PyModule_AddObject(module, "registry", registry) != 0) {
        return NULL;
    }
    return module;
}
