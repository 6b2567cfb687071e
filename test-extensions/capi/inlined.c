/* What code of the full API reads from memory itself. */
// flavours: full
#include <Python.h>

static PyObject *method_parts(PyObject *self, PyObject *method)
{
    return PyTuple_Pack(2, PyMethod_GET_FUNCTION(method), PyMethod_GET_SELF(method));
}

/* Takes the receiver and drops the method, as Cython does before a call. */
static PyObject *receiver_of_dropped(PyObject *self, PyObject *make)
{
    PyObject *method = PyObject_CallNoArgs(make);
    if (method == NULL) return NULL;
    PyObject *receiver = PyMethod_GET_SELF(method);
    Py_INCREF(receiver);
    Py_DECREF(method);
    return receiver;
}

static PyObject *has_subscript(PyObject *self, PyObject *o)
{
    PyMappingMethods *methods = Py_TYPE(o)->tp_as_mapping;
    return PyBool_FromLong(methods != NULL && methods->mp_subscript != NULL);
}

/* What a generator has returned, from the exception that ended it, as Cython's coroutines do. */
static PyObject *stop_value(PyObject *self, PyObject *exception)
{
    if (!Py_IS_TYPE(exception, (PyTypeObject *)PyExc_StopIteration)) Py_RETURN_NOTIMPLEMENTED;
    return Py_XNewRef(((PyStopIterationObject *)exception)->value);
}

/* Has the frame of a traceback called from another while a function runs, as Cython's generators do
   when they go on while an exception is being handled. */
static PyObject *under_traceback(PyObject *self, PyObject *args)
{
    PyTracebackObject *traceback;
    PyObject *function;
    if (!PyArg_ParseTuple(args, "O!O", &PyTraceBack_Type, &traceback, &function)) return NULL;
    struct {
        PyObject_HEAD PyObject *back;
    } *frame = (void *)traceback->tb_frame;
    Py_XSETREF(frame->back, (PyObject *)PyThreadState_GetFrame(PyThreadState_Get()));
    PyObject *result = PyObject_CallNoArgs(function);
    Py_CLEAR(frame->back);
    return Py_BuildValue("Ni", result, traceback->tb_lasti);
}

static PyObject *mro(PyObject *self, PyObject *type)
{
    return Py_XNewRef(((PyTypeObject *)type)->tp_mro);
}

static PyObject *bases(PyObject *self, PyObject *type)
{
    return Py_XNewRef(((PyTypeObject *)type)->tp_bases);
}

static PyObject *adds_as_number(PyObject *self, PyObject *type)
{
    PyNumberMethods *methods = ((PyTypeObject *)type)->tp_as_number;
    return PyBool_FromLong(methods != NULL && (methods->nb_add || methods->nb_multiply));
}

static PyObject *item(PyObject *self, Py_ssize_t index)
{
    if (index < 0) return PyErr_Format(PyExc_IndexError, "asked for %zd", index);
    return PyLong_FromSsize_t(index);
}

/* A type with items and without a length: negative indexes are its own affair. */
static PySequenceMethods endless_methods = {.sq_item = item};
static PyTypeObject endless = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_inlined.Endless",
    .tp_basicsize = sizeof(PyObject),
    .tp_as_sequence = &endless_methods,
    .tp_new = PyType_GenericNew,
};

/* A metaclass that fills in slots of its classes as it allocates them, as SIP's does. */
typedef struct {
    PyHeapTypeObject type;
    long number;
} NumberedType;

static PyObject *numbered_add(PyObject *left, PyObject *right)
{
    return PyTuple_Pack(2, left, right);
}

static PyObject *numbered_repr(PyObject *self)
{
    return PyUnicode_FromFormat("<%s>", Py_TYPE(self)->tp_name);
}

static PyObject *numbering_alloc(PyTypeObject *type, Py_ssize_t n)
{
    static long last;
    NumberedType *made = (NumberedType *)PyType_Type.tp_alloc(type, n);
    if (made != NULL) {
        made->number = ++last;
        made->type.as_number.nb_add = numbered_add;
        made->type.ht_type.tp_repr = numbered_repr;
    }
    return (PyObject *)made;
}

static PyTypeObject numbering = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_inlined.Numbering",
    .tp_basicsize = sizeof(NumberedType),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_alloc = numbering_alloc,
};

static PyObject *number_of(PyObject *self, PyObject *type)
{
    return PyLong_FromLong(((NumberedType *)type)->number);
}

/* Makes a class and gives it a method, as Boost.Python does. */
static PyObject *make_class(PyObject *self, PyObject *args)
{
    PyObject *metaclass, *name, *function;
    if (!PyArg_ParseTuple(args, "OOO", &metaclass, &name, &function)) return NULL;
    PyObject *made = PyObject_CallFunction(metaclass, "s(){}", "Made");
    if (made == NULL || PyObject_SetAttr(made, name, function) < 0) return NULL;
    return made;
}

/* Nobody calls PyType_Ready for this one. */
static PyTypeObject unready = {
    PyVarObject_HEAD_INIT(&PyType_Type, 0).tp_name = "capi_inlined.Unready",
    .tp_basicsize = sizeof(PyVarObject),
    .tp_itemsize = sizeof(void *), /* so that attributes are in a dict alone */
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .tp_doc = "Made ready late.",
    .tp_new = PyType_GenericNew,
};

static PyObject *bases_of_none(PyObject *self, PyObject *unused)
{
    return PyTuple_Pack(2, Py_TYPE(Py_None)->tp_bases, Py_TYPE(Py_None)->tp_mro);
}

/* What is where an instance's dict would be: None for NULL, NotImplemented for no such place. */
static PyObject *dict_in_field(PyObject *self, PyObject *object)
{
    PyObject **field = _PyObject_GetDictPtr(object);
    if (field == NULL) Py_RETURN_NOTIMPLEMENTED;
    return Py_NewRef(*field == NULL ? Py_None : *field);
}

/* Puts a dict there, or NULL for None; the result of a function called while C knows the place. */
static PyObject *put_dict(PyObject *self, PyObject *args)
{
    PyObject *object, *dict, *function;
    if (!PyArg_ParseTuple(args, "OOO", &object, &dict, &function)) return NULL;
    PyObject **field = _PyObject_GetDictPtr(object);
    if (field == NULL) return PyErr_Format(PyExc_TypeError, "no dict");
    PyObject *before = *field;
    *field = dict == Py_None ? NULL : Py_NewRef(dict);
    Py_XDECREF(before);
    return PyObject_CallOneArg(function, object);
}

static const char *content;

/* Has an address without a reference, as a library does that cffi has told of it. */
static PyObject *remember_content(PyObject *self, PyObject *bytes)
{
    const char *before = content;
    content = PyBytes_AS_STRING(bytes);
    return PyBool_FromLong(before != content);
}

static PyObject *length(PyObject *self, PyObject *bytes)
{
    return PyLong_FromSsize_t(PyBytes_GET_SIZE(bytes));
}

static PyObject *remembered_content(PyObject *self, PyObject *unused)
{
    return PyBytes_FromString(content);
}

static PyObject *get_item(PyObject *self, PyObject *args)
{
    PyObject *object;
    Py_ssize_t index;
    if (!PyArg_ParseTuple(args, "On", &object, &index)) return NULL;
    return PySequence_GetItem(object, index);
}

static PyObject *none_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    Py_RETURN_NONE;
}

static PyObject *exchange_new(PyObject *self, PyObject *unused)
{
    endless.tp_new = endless.tp_new == none_new ? PyType_GenericNew : none_new;
    Py_RETURN_NONE;
}

static PyObject *nothing(PyObject *self, void *closure)
{
    return NULL;
}

/* A type that cannot be called, and one below it; an attribute that is neither there nor missing.
 */
static PyGetSetDef abstract_getsets[] = {{"nothing", nothing}, {NULL}};
static PyTypeObject abstract = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_inlined.Abstract",
    .tp_basicsize = sizeof(PyObject) + 8,
    .tp_getset = abstract_getsets,
};
static PyTypeObject concrete = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "capi_inlined.Concrete",
    .tp_basicsize = sizeof(PyObject) + 8,
    .tp_base = &abstract,
};

static PyObject *make_concrete(PyObject *self, PyObject *unused)
{
    return (PyObject *)PyObject_New(PyObject, &concrete);
}

/* Takes an item out and puts it back, as Cython's inlined pop and append do. */
static PyObject *pop_and_append(PyObject *self, PyObject *object)
{
    PyListObject *list = (PyListObject *)object;
    PyObject *item;
    if (Py_SIZE(list) > list->allocated >> 1) {
        Py_SET_SIZE(list, Py_SIZE(list) - 1);
        item = list->ob_item[Py_SIZE(list)];
    } else {
        item = PyObject_CallMethod(object, "pop", NULL);
    }
    if (item == NULL) return NULL;
    Py_ssize_t size = Py_SIZE(list), length = PyObject_Size(object);
    int failed = 0;
    if (list->allocated > size && size > list->allocated / 2) {
        list->ob_item[size] = Py_NewRef(item);
        Py_SET_SIZE(list, size + 1);
    } else {
        failed = PyList_Append(object, item);
    }
    Py_DECREF(item);
    return failed ? NULL : PyLong_FromSsize_t(length);
}

static int calls;

static void *counting_malloc(void *context, size_t size)
{
    calls++;
    PyMemAllocatorEx *before = context;
    return before->malloc(before->ctx, size);
}

/* Allocates through an allocator of its own; how often that was asked. */
static PyObject *exchange_allocator(PyObject *self, PyObject *unused)
{
    PyMemAllocatorEx before, mine;
    PyMem_GetAllocator(PYMEM_DOMAIN_MEM, &before);
    mine = before;
    mine.ctx = &before;
    mine.malloc = counting_malloc;
    calls = 0;
    PyMem_SetAllocator(PYMEM_DOMAIN_MEM, &mine);
    void *memory = PyMem_Malloc(100);
    PyMem_SetAllocator(PYMEM_DOMAIN_MEM, &before);
    PyMem_Free(memory);
    PyMem_Free(PyMem_Malloc(10));
    return PyLong_FromLong(calls);
}

/* Recurses in C alone, until that is too deep. */
static int recurse(void)
{
    char frame[400];
    memset(frame, 0, sizeof frame);
    if (Py_EnterRecursiveCall(" in recurse")) return -1;
    int result = recurse();
    Py_LeaveRecursiveCall();
    return result + frame[100];
}

static PyObject *recurse_without_end(PyObject *self, PyObject *unused)
{
    recurse();
    return NULL;
}

/* The sizes of a set, a dict and a list, read after each was passed to one of the calls. */
static PyObject *sizes_after(PyObject *self, PyObject *args)
{
    PyObject *set, *dict, *list, *calls;
    if (!PyArg_ParseTuple(args, "O!O!O!O!", &PySet_Type, &set, &PyDict_Type, &dict, &PyList_Type,
            &list, &PyTuple_Type, &calls)) {
        return NULL;
    }
    PyObject *objects[] = {set, dict, list};
    Py_ssize_t before = PySet_GET_SIZE(set) + PyDict_GET_SIZE(dict) + PyList_GET_SIZE(list);
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(calls); i++) {
        PyObject *call = PyTuple_GET_ITEM(calls, i);
        PyObject *result = PyObject_CallFunctionObjArgs(call, objects[i % 3], NULL);
        if (result == NULL) return NULL;
        Py_DECREF(result);
    }
    return Py_BuildValue(
        "nnnn", before, PySet_GET_SIZE(set), PyDict_GET_SIZE(dict), PyList_GET_SIZE(list));
}

/* As Cython's inlined list.pop. */
static PyObject *pop_inline(PyObject *object, Py_ssize_t index)
{
    PyListObject *list = (PyListObject *)object;
    Py_ssize_t size = PyList_GET_SIZE(object);
    if (index < 0) index += size;
    if (index < 0 || index >= size || size <= (list->allocated >> 1)) {
        return PyObject_CallMethod(object, "pop", "n", index);
    }
    PyObject *item = list->ob_item[index];
    Py_SET_SIZE(list, size - 1);
    memmove(&list->ob_item[index], &list->ob_item[index + 1],
        (size_t)(size - 1 - index) * sizeof(PyObject *));
    return item;
}

static PyObject *pop(PyObject *self, PyObject *args)
{
    PyObject *list;
    Py_ssize_t index;
    return PyArg_ParseTuple(args, "O!n", &PyList_Type, &list, &index) ? pop_inline(list, index)
                                                                      : NULL;
}

/* Of the list that is an object's attribute `items`, of which nobody hears. */
static PyObject *pop_items(PyObject *self, PyObject *object)
{
    PyObject *list = PyObject_GetAttrString(object, "items");
    PyObject *item = list == NULL ? NULL : pop_inline(list, -1);
    Py_XDECREF(list);
    return item;
}

/* Of a list that C alone keeps, then that list. */
static PyObject *kept;

static PyObject *keep(PyObject *self, PyObject *list)
{
    Py_XSETREF(kept, Py_NewRef(list));
    Py_RETURN_NONE;
}

static PyObject *pop_kept(PyObject *self, PyObject *unused)
{
    return pop_inline(kept, 0);
}

static PyObject *get_kept(PyObject *self, PyObject *unused)
{
    return Py_NewRef(kept);
}

/* As Cython's inlined list[index] = item, perhaps with a call of Python code afterwards. */
static PyObject *set_inline(PyObject *self, PyObject *args)
{
    PyObject *list, *item, *then = NULL;
    Py_ssize_t index;
    if (!PyArg_ParseTuple(args, "O!nO|O", &PyList_Type, &list, &index, &item, &then)) return NULL;
    PyObject *old = PyList_GET_ITEM(list, index);
    PyList_SET_ITEM(list, index, Py_NewRef(item));
    Py_DECREF(old);
    return then == NULL ? Py_NewRef(Py_None) : PyObject_CallNoArgs(then);
}

/* In the list that C alone keeps. */
static PyObject *set_kept(PyObject *self, PyObject *item)
{
    PyObject *old = PyList_GET_ITEM(kept, 0);
    PyList_SET_ITEM(kept, 0, Py_NewRef(item));
    Py_DECREF(old);
    Py_RETURN_NONE;
}

/* The sizes of a set that C makes and changes, and of a dict. */
static PyObject *sizes_of_own(PyObject *self, PyObject *item)
{
    PyObject *set = PySet_New(NULL), *dict = PyDict_New(), *key = PyLong_FromLong(1000), *value;
    Py_ssize_t set_sizes[5] = {0}, dict_sizes[5] = {0};
    PySet_Add(set, item);
    PyDict_SetItem(dict, item, item);
    set_sizes[0] = PySet_GET_SIZE(set), dict_sizes[0] = PyDict_GET_SIZE(dict);
    PySet_Add(set, key);
    PyDict_SetDefaultRef(dict, key, item, NULL);
    set_sizes[1] = PySet_GET_SIZE(set), dict_sizes[1] = PyDict_GET_SIZE(dict);
    PySet_Discard(set, item);
    PyDict_DelItem(dict, item);
    set_sizes[2] = PySet_GET_SIZE(set), dict_sizes[2] = PyDict_GET_SIZE(dict);
    Py_XDECREF(PySet_Pop(set));
    if (PyDict_Pop(dict, key, &value) == 1) Py_DECREF(value);
    set_sizes[3] = PySet_GET_SIZE(set), dict_sizes[3] = PyDict_GET_SIZE(dict);
    PySet_Add(set, key);
    PyDict_SetItem(dict, key, key);
    PySet_Clear(set);
    PyDict_Clear(dict);
    set_sizes[4] = PySet_GET_SIZE(set), dict_sizes[4] = PyDict_GET_SIZE(dict);
    Py_DECREF(set);
    Py_DECREF(dict);
    Py_DECREF(key);
    return Py_BuildValue("nnnnnnnnnn", set_sizes[0], set_sizes[1], set_sizes[2], set_sizes[3],
        set_sizes[4], dict_sizes[0], dict_sizes[1], dict_sizes[2], dict_sizes[3], dict_sizes[4]);
}

/* msgspec: room for more than is needed, of which the rest is given up without a call. */
static PyObject *fill_and_shrink(PyObject *self, PyObject *args)
{
    PyObject *array, *callback;
    Py_ssize_t room, size;
    if (!PyArg_ParseTuple(args, "YnnO", &array, &room, &size, &callback)) return NULL;
    if (PyByteArray_Resize(array, room) != 0) return NULL;
    memset(PyByteArray_AS_STRING(array), 'x', size);
    Py_SET_SIZE(array, size);
    PyByteArray_AS_STRING(array)[size] = '\0';
    return PyObject_CallOneArg(callback, array);
}

/* msgspec: a view of a part, made from one of all. */
static PyObject *part(PyObject *self, PyObject *args)
{
    PyObject *object, *callback;
    Py_ssize_t from, size;
    Py_buffer all;
    if (!PyArg_ParseTuple(args, "OnnO", &object, &from, &size, &callback)) return NULL;
    if (PyObject_GetBuffer(object, &all, PyBUF_CONTIG_RO) != 0) return NULL;
    PyObject *view = PyMemoryView_GetContiguous(object, PyBUF_READ, 'C');
    PyObject *result = NULL;
    if (view != NULL) {
        Py_buffer *shown = PyMemoryView_GET_BUFFER(view);
        shown->buf = (char *)all.buf + from;
        shown->len = size;
        shown->shape = &shown->len;
        result = PyObject_CallOneArg(callback, view);
    }
    PyBuffer_Release(&all);
    return Py_BuildValue("NN", result, view);
}

static PyMethodDef methods[] = {
    {"fill_and_shrink", fill_and_shrink, METH_VARARGS, NULL},
    {"part", part, METH_VARARGS, NULL},
    {"has_subscript", has_subscript, METH_O, NULL},
    {"stop_value", stop_value, METH_O, NULL},
    {"sizes_of_own", sizes_of_own, METH_O, NULL},
    {"set_inline", set_inline, METH_VARARGS, NULL},
    {"set_kept", set_kept, METH_O, NULL},
    {"pop", pop, METH_VARARGS, NULL},
    {"pop_items", pop_items, METH_O, NULL},
    {"keep", keep, METH_O, NULL},
    {"pop_kept", pop_kept, METH_NOARGS, NULL},
    {"get_kept", get_kept, METH_NOARGS, NULL},
    {"sizes_after", sizes_after, METH_VARARGS, NULL},
    {"method_parts", method_parts, METH_O, NULL},
    {"receiver_of_dropped", receiver_of_dropped, METH_O, NULL},
    {"mro", mro, METH_O, NULL},
    {"make_class", make_class, METH_VARARGS, NULL},
    {"bases", bases, METH_O, NULL},
    {"number_of", number_of, METH_O, NULL},
    {"remember_content", remember_content, METH_O, NULL},
    {"remembered_content", remembered_content, METH_NOARGS, NULL},
    {"length", length, METH_O, NULL},
    {"bases_of_none", bases_of_none, METH_NOARGS, NULL},
    {"dict_in_field", dict_in_field, METH_O, NULL},
    {"put_dict", put_dict, METH_VARARGS, NULL},
    {"under_traceback", under_traceback, METH_VARARGS, NULL},
    {"adds_as_number", adds_as_number, METH_O, NULL},
    {"get_item", get_item, METH_VARARGS, NULL},
    {"make_concrete", make_concrete, METH_NOARGS, NULL},
    {"pop_and_append", pop_and_append, METH_O, NULL},
    {"exchange_new", exchange_new, METH_NOARGS, NULL},
    {"exchange_allocator", exchange_allocator, METH_NOARGS, NULL},
    {"recurse_without_end", recurse_without_end, METH_NOARGS, NULL},
    {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "capi_inlined", NULL, -1, methods};

PyMODINIT_FUNC PyInit_capi_inlined(void)
{
    numbering.tp_base = &PyType_Type;
    if (PyType_Ready(&endless) != 0 || PyType_Ready(&numbering) != 0) return NULL;
    if (PyType_Ready(&abstract) != 0 || PyType_Ready(&concrete) != 0) return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL || PyModule_AddObjectRef(module, "Endless", (PyObject *)&endless) != 0 ||
        PyModule_AddObjectRef(module, "Unready", (PyObject *)&unready) != 0 ||
        PyModule_AddObjectRef(module, "Numbering", (PyObject *)&numbering) != 0 ||
        PyModule_AddObjectRef(module, "Abstract", (PyObject *)&abstract) != 0 ||
        PyModule_AddObjectRef(module, "Concrete", (PyObject *)&concrete) != 0) {
        return NULL;
    }
    return module;
}
