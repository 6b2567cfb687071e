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

static PyObject *mro(PyObject *self, PyObject *type)
{
    return Py_XNewRef(((PyTypeObject *)type)->tp_mro);
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

static PyMethodDef methods[] = {
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
    if (PyType_Ready(&endless) != 0) return NULL;
    if (PyType_Ready(&abstract) != 0 || PyType_Ready(&concrete) != 0) return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL || PyModule_AddObjectRef(module, "Endless", (PyObject *)&endless) != 0 ||
        PyModule_AddObjectRef(module, "Abstract", (PyObject *)&abstract) != 0 ||
        PyModule_AddObjectRef(module, "Concrete", (PyObject *)&concrete) != 0) {
        return NULL;
    }
    return module;
}
