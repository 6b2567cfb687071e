/* Slots of builtin types called from C, and a type in C that derives from list. */
#include <Python.h>
#include <string.h>

#define SLOT(type, slot, kind) ((kind)PyType_GetSlot((PyTypeObject *)(type), slot))

static int missing(void *function)
{
    if (function != NULL) return 0;
    if (!PyErr_Occurred()) PyErr_SetString(PyExc_LookupError, "no such slot");
    return 1;
}

static PyObject *unary(PyObject *self, PyObject *args)
{
    PyObject *type, *object;
    int slot;
    if (!PyArg_ParseTuple(args, "OiO", &type, &slot, &object)) return NULL;
    unaryfunc function = SLOT(type, slot, unaryfunc);
    return missing(function) ? NULL : function(object);
}

static PyObject *binary(PyObject *self, PyObject *args)
{
    PyObject *type, *a, *b;
    int slot;
    if (!PyArg_ParseTuple(args, "OiOO", &type, &slot, &a, &b)) return NULL;
    binaryfunc function = SLOT(type, slot, binaryfunc);
    return missing(function) ? NULL : function(a, b);
}

static PyObject *compare(PyObject *self, PyObject *args)
{
    PyObject *type, *a, *b;
    int op;
    if (!PyArg_ParseTuple(args, "OOOi", &type, &a, &b, &op)) return NULL;
    richcmpfunc function = SLOT(type, Py_tp_richcompare, richcmpfunc);
    return missing(function) ? NULL : function(a, b, op);
}

static PyObject *size(PyObject *self, PyObject *args)
{
    PyObject *type, *object;
    int slot;
    if (!PyArg_ParseTuple(args, "OiO", &type, &slot, &object)) return NULL;
    lenfunc function = SLOT(type, slot, lenfunc);
    if (missing(function)) return NULL;
    Py_ssize_t result = function(object);
    return result == -1 && PyErr_Occurred() ? NULL : PyLong_FromSsize_t(result);
}

static PyObject *make(PyObject *self, PyObject *args)
{
    PyObject *owner, *type, *arguments;
    if (!PyArg_ParseTuple(args, "OOO", &owner, &type, &arguments)) return NULL;
    newfunc function = SLOT(owner, Py_tp_new, newfunc);
    return missing(function) ? NULL : function((PyTypeObject *)type, arguments, NULL);
}

static PyObject *initialize(PyObject *self, PyObject *args)
{
    PyObject *type, *object, *arguments;
    if (!PyArg_ParseTuple(args, "OOO", &type, &object, &arguments)) return NULL;
    initproc function = SLOT(type, Py_tp_init, initproc);
    if (missing(function) || function(object, arguments, NULL) != 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *set_item(PyObject *self, PyObject *args)
{
    PyObject *type, *object, *key, *value = NULL;
    if (!PyArg_ParseTuple(args, "OOO|O", &type, &object, &key, &value)) return NULL;
    objobjargproc function = SLOT(type, Py_mp_ass_subscript, objobjargproc);
    if (missing(function) || function(object, key, value) != 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *has(PyObject *self, PyObject *args)
{
    PyObject *type;
    int slot;
    if (!PyArg_ParseTuple(args, "Oi", &type, &slot)) return NULL;
    return PyBool_FromLong(PyType_GetSlot((PyTypeObject *)type, slot) != NULL);
}

/* Counted: a list with a number behind it. */
static Py_ssize_t list_size;
static long living;

static long *number_of(PyObject *self)
{
    return (long *)((char *)self + list_size);
}

static PyObject *counted_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *self = SLOT(&PyList_Type, Py_tp_new, newfunc)(type, args, kwargs);
    if (self != NULL) {
        *number_of(self) = 1000 + ++living;
    }
    return self;
}

static int counted_init(PyObject *self, PyObject *args, PyObject *kwargs)
{
    return SLOT(&PyList_Type, Py_tp_init, initproc)(self, args, kwargs);
}

static void counted_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    living--;
    SLOT(&PyList_Type, Py_tp_dealloc, destructor)(self);
    Py_DECREF((PyObject *)type);
}

static PyObject *counted_number(PyObject *self, PyObject *ignored)
{
    return PyLong_FromLong(*number_of(self));
}

static PyMethodDef counted_methods[] = {
    {"number", counted_number, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot counted_slots[] = {
    {Py_tp_base, NULL},
    {Py_tp_new, counted_new},
    {Py_tp_init, counted_init},
    {Py_tp_dealloc, counted_dealloc},
    {Py_tp_methods, counted_methods},
    {0, NULL},
};

static PyType_Spec counted_spec = {.name = "capi_slots.Counted",
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .slots = counted_slots};

static PyObject *alive(PyObject *self, PyObject *ignored)
{
    return PyLong_FromLong(living);
}

static int exec(PyObject *module)
{
    PyObject *size = PyObject_GetAttrString((PyObject *)&PyList_Type, "__basicsize__");
    if (size == NULL) return -1;
    list_size = PyLong_AsSsize_t(size);
    Py_DECREF(size);
    counted_slots[0].pfunc = &PyList_Type;
    counted_spec.basicsize = (int)(list_size + sizeof(long));
    PyObject *counted = PyType_FromSpec(&counted_spec);
    if (counted == NULL) return -1;
    int status = PyObject_SetAttrString(module, "Counted", counted);
    Py_DECREF(counted);
    return status;
}

static PyMethodDef methods[] = {
    {"unary", unary, METH_VARARGS, NULL},
    {"binary", binary, METH_VARARGS, NULL},
    {"compare", compare, METH_VARARGS, NULL},
    {"size", size, METH_VARARGS, NULL},
    {"make", make, METH_VARARGS, NULL},
    {"initialize", initialize, METH_VARARGS, NULL},
    {"set_item", set_item, METH_VARARGS, NULL},
    {"has", has, METH_VARARGS, NULL},
    {"alive", alive, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, exec}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_slots", .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC PyInit_capi_slots(void)
{
    return PyModuleDef_Init(&definition);
}
