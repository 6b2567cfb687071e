/* What extensions of the full API do although no manual says so, and CPython lives with. */
// flavours: full
#include <Python.h>
#include <frameobject.h>
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

/* Cython: the frame of a function of C, for a traceback; locals are None for NULL. */
static PyObject *frame_of(PyObject *self, PyObject *args)
{
    PyObject *code, *globals, *locals;
    if (!PyArg_ParseTuple(args, "O!O!O", &PyCode_Type, &code, &PyDict_Type, &globals, &locals)) {
        return NULL;
    }
    return (PyObject *)PyFrame_New(
        PyThreadState_Get(), (PyCodeObject *)code, globals, locals == Py_None ? NULL : locals);
}

/* hiredis: a pointer outlives the call, as the argument is a literal of its caller's. */
static const char *kept_text = "";
static PyObject *keep_text(PyObject *self, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"text", NULL};
    if (!PyArg_ParseTupleAndKeywords(args, keywords, "s", names, &kept_text)) return NULL;
    Py_RETURN_NONE;
}

static PyObject *read_text(PyObject *self, PyObject *unused)
{
    return PyUnicode_FromString(kept_text);
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
    /* pybind11 counts in the thread's memory, and ends what has come to 0. */
    int outside = thread->gilstate_counter;
    PyGILState_STATE state = PyGILState_Ensure();
    int inside = thread->gilstate_counter;
    PyGILState_Release(state);
    return Py_BuildValue("iiii", with, without, outside, inside);
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

/* numcodecs: bytes are filled when a memoryview, and perhaps more, has them already. */
static PyObject *fill_late(PyObject *self, PyObject *args)
{
    Py_ssize_t size;
    PyObject *callback;
    if (!PyArg_ParseTuple(args, "nO", &size, &callback)) return NULL;
    PyObject *made = PyBytes_FromStringAndSize(NULL, size);
    if (made == NULL) return NULL;
    memset(PyBytes_AS_STRING(made), 'a', size);
    PyObject *view = PyMemoryView_FromObject(made);
    PyObject *before = PyObject_CallOneArg(callback, made);
    if (view == NULL || before == NULL) return NULL;
    Py_buffer *shown = PyMemoryView_GET_BUFFER(view);
    int same = shown->buf == PyBytes_AS_STRING(made);
    memset(shown->buf, 'b', size);
    PyObject *between = PyObject_CallFunction(callback, "N", PyObject_Bytes(view));
    memset(PyBytes_AS_STRING(made), 'c', size);
    return Py_BuildValue("iNNNN", same, before, between, view, made);
}

/* Cython: bytearrays are read and written in their memory, whoever changes their size. */
static PyObject *append_inlined(PyObject *self, PyObject *args)
{
    PyObject *array, *callback;
    if (!PyArg_ParseTuple(args, "YO", &array, &callback)) return NULL;
    for (int i = 0; i < 100; i++) {
        Py_ssize_t size = PyByteArray_GET_SIZE(array);
        if (PyByteArray_Resize(array, size + 1) != 0) return NULL;
        PyByteArray_AS_STRING(array)[size] = 'a' + i % 26;
        if (PyByteArray_GET_SIZE(array) != size + 1) Py_RETURN_NONE;
    }
    PyObject *result = PyObject_CallNoArgs(callback);
    Py_ssize_t last = PyByteArray_GET_SIZE(array) - 1;
    PyByteArray_AS_STRING(array)[0] = PyByteArray_AS_STRING(array)[last];
    return result;
}

/* Cython: functions end while an exception is on its way. */
static int managed_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    return PyObject_VisitManagedDict(self, visit, arg);
}

static void managed_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    PyObject_ClearManagedDict(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyGetSetDef managed_getsets[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict}, {NULL}};
static PyType_Slot managed_slots[] = {{Py_tp_traverse, managed_traverse},
    {Py_tp_dealloc, managed_dealloc}, {Py_tp_getset, managed_getsets}, {0}};
static PyType_Spec managed_spec = {"capi_habits.Managed", sizeof(PyObject), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_MANAGED_DICT, managed_slots};

static PyObject *end_while_raising(PyObject *self, PyObject *type)
{
    PyObject *made = PyObject_CallNoArgs(type);
    if (made == NULL || PyObject_SetAttrString(made, "type", type) != 0) return NULL;
    PyErr_SetString(PyExc_KeyError, "on its way");
    Py_DECREF(made);
    return NULL;
}

/* mypyc: the slots of a type that Python code has given special methods since (dataclass). */
static PyObject *through_slots(PyObject *self, PyObject *args)
{
    PyTypeObject *type;
    PyObject *arguments, *other;
    if (!PyArg_ParseTuple(args, "O!O!O", &PyType_Type, &type, &PyTuple_Type, &arguments, &other)) {
        return NULL;
    }
    PyObject *made = type->tp_new(type, arguments, NULL);
    if (made == NULL || type->tp_init(made, arguments, NULL) != 0) return NULL;
    PyObject *equal = type->tp_richcompare(made, other, Py_EQ);
    PyObject *shown = equal == NULL ? NULL : type->tp_repr(made);
    if (shown == NULL) return NULL;
    return Py_BuildValue("NNN", made, equal, shown);
}

/* mypyc: views of dicts are made without a call of the dict's methods. */
typedef struct {
    PyObject_HEAD PyObject *dict;
} DictView;

static PyObject *make_dict_view(PyObject *self, PyObject *args)
{
    PyObject *dict;
    PyTypeObject *type;
    if (!PyArg_ParseTuple(args, "O!O!", &PyDict_Type, &dict, &PyType_Type, &type)) return NULL;
    DictView *view = PyObject_GC_New(DictView, type);
    if (view == NULL) return NULL;
    view->dict = Py_NewRef(dict);
    PyObject_GC_Track(view);
    PyObject *list = PySequence_List((PyObject *)view);
    return list == NULL ? NULL : Py_BuildValue("NN", view, list);
}

/* mypyc: a type gets attributes before it is made ready. */
static PyTypeObject early_template = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_habits.Early",
    .tp_basicsize = sizeof(PyObject),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HEAPTYPE,
    .tp_new = PyType_GenericNew,
    .tp_repr = unready_repr,
};

static PyObject *make_early(PyObject *self, PyObject *bases)
{
    PyHeapTypeObject *made = (PyHeapTypeObject *)PyType_GenericAlloc(&PyType_Type, 0);
    if (made == NULL) return NULL;
    memcpy((char *)made + sizeof(PyVarObject), (char *)&early_template + sizeof(PyVarObject),
        sizeof(PyTypeObject) - sizeof(PyVarObject));
    made->ht_name = PyUnicode_FromString("Early");
    made->ht_qualname = PyUnicode_FromString("Early");
    if (PyObject_SetAttrString((PyObject *)made, "given", bases) != 0) return NULL;
    made->ht_type.tp_base = (PyTypeObject *)Py_NewRef(PyTuple_GET_ITEM(bases, 0));
    made->ht_type.tp_bases = Py_NewRef(bases);
    return PyType_Ready(&made->ht_type) != 0 ? NULL : (PyObject *)made;
}

/* mypyc: takes items out of a list and gives the room back that is too much. */
static PyObject *take_out(PyObject *self, PyObject *args)
{
    PyObject *object, *refill;
    Py_ssize_t count, appends;
    if (!PyArg_ParseTuple(args, "O!nnO", &PyList_Type, &object, &count, &appends, &refill)) {
        return NULL;
    }
    PyListObject *list = (PyListObject *)object;
    for (Py_ssize_t i = 0; i < appends; i++) {
        if (PyList_Append(object, refill) != 0) return NULL;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        Py_ssize_t size = Py_SIZE(list) - 1;
        PyObject *item = list->ob_item[size];
        if (size < list->allocated >> 1) {
            list->allocated = size == 0 ? 0 : (size + (size >> 3) + 6) & ~(Py_ssize_t)3;
            list->ob_item = PyMem_Realloc(list->ob_item, list->allocated * sizeof(PyObject *));
        }
        Py_SET_SIZE(list, size);
        Py_DECREF(item);
    }
    PyObject *result = PyObject_CallOneArg(refill, object);
    return result == NULL ? NULL : Py_BuildValue("Nn", result, PyList_GET_SIZE(object));
}

/* msgspec: a metaclass has its classes' instances made and filled through their slots' places. */
static PyMemberDef *members_of(PyTypeObject *type)
{
    return (PyMemberDef *)((char *)type + Py_TYPE(type)->tp_basicsize);
}

static PyObject *filled_new(PyObject *type_, PyObject *const *args, size_t nargsf, PyObject *names)
{
    PyTypeObject *type = (PyTypeObject *)type_;
    PyObject *made = type->tp_alloc(type, 0);
    for (Py_ssize_t i = 0; made != NULL && i < PyVectorcall_NARGS(nargsf); i++) {
        PyObject **place = (PyObject **)((char *)made + members_of(type)[i].offset);
        *place = Py_NewRef(args[i]);
    }
    return made;
}

static int filled_setattro(PyObject *self, PyObject *name, PyObject *value)
{
    PyErr_Format(PyExc_AttributeError, "%U is filled", name);
    return -1;
}

static PyObject *filled_type_new(PyTypeObject *metatype, PyObject *args, PyObject *kwargs)
{
    PyTypeObject *made = (PyTypeObject *)PyType_Type.tp_new(metatype, args, NULL);
    if (made == NULL) return NULL;
    made->tp_vectorcall = filled_new;
    if (kwargs != NULL && PyDict_GET_SIZE(kwargs) != 0) made->tp_setattro = filled_setattro;
    return (PyObject *)made;
}

static int filled_type_init(PyObject *self, PyObject *args, PyObject *kwargs)
{
    return 0;
}

static PyTypeObject filled_type = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_habits.FilledType",
    .tp_base = &PyType_Type,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_new = filled_type_new,
    .tp_init = filled_type_init,
};

static PyTypeObject filled = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_habits.Filled",
    .tp_basicsize = sizeof(PyObject) + 8,
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_new = PyType_GenericNew,
};

static PyObject *places(PyObject *self, PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    PyObject *out = PyList_New(0);
    for (Py_ssize_t i = 0; i < Py_SIZE(type); i++) {
        PyMemberDef *member = &members_of(type)[i];
        PyObject *value = *(PyObject **)((char *)object + member->offset);
        PyObject *item = value ? Py_BuildValue("snO", member->name, member->offset, value)
                               : Py_BuildValue("sn", member->name, member->offset);
        if (item == NULL || PyList_Append(out, item) != 0) return NULL;
        Py_DECREF(item);
    }
    return out;
}

/* mypyc: references to what a dict keeps are given up at once. */
static PyObject *given_up(PyObject *self, PyObject *args)
{
    PyObject *dict, *keys, *items[40];
    if (!PyArg_ParseTuple(args, "O!O!", &PyDict_Type, &dict, &PyTuple_Type, &keys)) return NULL;
    Py_ssize_t count = PyTuple_GET_SIZE(keys);
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *key = PyTuple_GET_ITEM(keys, i);
        if (i % 3 == 0) {
            items[i] = PyObject_GetItem(dict, key);
        } else if (i % 3 == 1) {
            items[i] = PyMapping_GetItemString(dict, PyUnicode_AsUTF8(key));
        } else if (PyDict_GetItemRef(dict, key, &items[i]) < 0) {
            return NULL;
        }
        if (items[i] == NULL) return NULL;
        Py_DECREF(items[i]);
    }
    PyObject *out = PyTuple_New(count);
    for (Py_ssize_t i = 0; out != NULL && i < count; i++) {
        PyTuple_SET_ITEM(out, i, Py_NewRef(items[i]));
    }
    return out;
}

/* blosc2, ctypes: bytes of zeros that Python made are filled. */
static PyObject *fill_zeros(PyObject *self, PyObject *given)
{
    memset(PyBytes_AS_STRING(given), 'g', PyBytes_GET_SIZE(given));
    PyObject *made =
        PyObject_CallFunction((PyObject *)&PyBytes_Type, "n", PyBytes_GET_SIZE(given) + 1);
    if (made == NULL) return NULL;
    memset(PyBytes_AS_STRING(made), 'm', PyBytes_GET_SIZE(made));
    PyObject *part = PySequence_GetSlice(made, 1, PY_SSIZE_T_MAX);
    return part == NULL ? NULL : Py_BuildValue("NN", made, part);
}

static PyObject *kept_bytes;

static PyObject *keep_bytes(PyObject *self, PyObject *given)
{
    Py_XSETREF(kept_bytes, Py_NewRef(given));
    Py_RETURN_NONE;
}

static PyObject *fill_kept(PyObject *self, PyObject *unused)
{
    memset(PyBytes_AS_STRING(kept_bytes), 'k', PyBytes_GET_SIZE(kept_bytes));
    Py_CLEAR(kept_bytes);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"fill_zeros", fill_zeros, METH_O, NULL},
    {"keep_bytes", keep_bytes, METH_O, NULL},
    {"fill_kept", fill_kept, METH_NOARGS, NULL},
    {"given_up", given_up, METH_VARARGS, NULL},
    {"places", places, METH_O, NULL},
    {"take_out", take_out, METH_VARARGS, NULL},
    {"make_early", make_early, METH_O, NULL},
    {"make_dict_view", make_dict_view, METH_VARARGS, NULL},
    {"through_slots", through_slots, METH_VARARGS, NULL},
    {"end_while_raising", end_while_raising, METH_O, NULL},
    {"append_inlined", append_inlined, METH_VARARGS, NULL},
    {"fill_late", fill_late, METH_VARARGS, NULL},
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
    {"frame_of", frame_of, METH_VARARGS, NULL},
    {"keep_text", (PyCFunction)(void (*)(void))keep_text, METH_VARARGS | METH_KEYWORDS, NULL},
    {"read_text", read_text, METH_NOARGS, NULL},
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
    if (PyType_Ready(&filled_type) != 0 || PyType_Ready(&filled) != 0) return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL || PyModule_AddObjectRef(module, "Pair", (PyObject *)&pair_type) != 0) {
        return NULL;
    }
    registry = PyList_New(3);
    for (int i = 0; i < 3; i++) {
        PyList_SET_ITEM(registry, i, Py_NewRef(Py_None));
    }
    if (PyModule_AddObjectRef(module, "WeakLate", (PyObject *)&weak_late) != 0 ||
        PyModule_AddObjectRef(module, "FilledType", (PyObject *)&filled_type) != 0 ||
        PyModule_AddObjectRef(module, "Filled", (PyObject *)&filled) != 0 ||
        PyModule_AddObjectRef(module, "AsyncGenerator", (PyObject *)&PyAsyncGen_Type) != 0 ||
        PyModule_Add(module, "Placed", PyType_FromSpec(&placed_spec)) != 0 ||
        PyModule_Add(module, "Managed", PyType_FromSpec(&managed_spec)) != 0 ||
        PyModule_Add(module, "Named", PyType_FromSpec(&builtin_spec)) != 0 ||
        PyModule_AddObject(module, "registry", registry) != 0) {
        return NULL;
    }
    return module;
}
