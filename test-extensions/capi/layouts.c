/*
 * Two types with a tp_new each, of which one has memory of its own: for classes with both. And a
 * subclass of str that writes its characters itself, as multidict's istr does.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stddef.h>
#include <stdint.h>
#include <structmember.h>

typedef struct {
    PyObject_HEAD int *place;
    int number;
} Box;

static PyObject *box_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    (void)args;
    (void)keywords;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Box *self = (Box *)allocate(type, 0);
    if (self != NULL) {
        self->number = 42;
        self->place = &self->number;
    }
    return (PyObject *)self;
}

static void box_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(self);
    Py_DECREF(type);
}

static PyObject *box_read(PyObject *self, PyObject *unused)
{
    (void)unused;
    return PyLong_FromLong(*((Box *)self)->place);
}

static PyMethodDef box_methods[] = {{"read", box_read, METH_NOARGS, NULL}, {NULL}};

static PyType_Slot box_slots[] = {
    {Py_tp_new, box_new},
    {Py_tp_dealloc, box_dealloc},
    {Py_tp_methods, box_methods},
    {0, NULL},
};

static PyType_Spec box_spec = {
    "capi_layouts.Box", sizeof(Box), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, box_slots};

static int mixins;

static PyObject *mixin_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    (void)args;
    (void)keywords;
    mixins++;
    return ((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
}

static PyType_Slot mixin_slots[] = {{Py_tp_new, mixin_new}, {0, NULL}};

static PyType_Spec mixin_spec = {"capi_layouts.Mixin", sizeof(PyObject), 0,
    Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, mixin_slots};

static PyObject *mixins_made(PyObject *self, PyObject *unused)
{
    (void)self;
    (void)unused;
    return PyLong_FromLong(mixins);
}

static PyObject *make(PyObject *self, PyObject *type)
{
    (void)self;
    PyObject *none = PyTuple_New(0);
    newfunc new = (newfunc)PyType_GetSlot((PyTypeObject *)type, Py_tp_new);
    PyObject *made = none == NULL ? NULL : new((PyTypeObject *)type, none, NULL);
    Py_XDECREF(none);
    return made;
}

typedef struct {
    PyObject_HEAD Py_ssize_t length;
    Py_hash_t hash;
    uint64_t state;
    Py_ssize_t utf8_length;
    char *utf8;
    char *data;
    PyObject *own;
} Name;

/* The state's bits: the size of a character, and whether all are ASCII. */
#define NAME_KIND (7 << 2)
#define NAME_ASCII (1 << 6)

static PyTypeObject *name_type;

/* Of a str of Latin-1. */
static PyObject *name(PyObject *module, PyObject *text)
{
    (void)module;
    allocfunc allocate = (allocfunc)PyType_GetSlot(name_type, Py_tp_alloc);
    Py_ssize_t size = PyUnicode_GetLength(text);
    Name *self = (Name *)allocate(name_type, 0);
    if (self == NULL) return NULL;
    self->length = size;
    self->hash = -1;
    self->state = ((Name *)text)->state & (NAME_KIND | NAME_ASCII);
    self->data = PyMem_Malloc((size_t)size + 1);
    for (Py_ssize_t i = 0; i < size; i++) {
        self->data[i] = (char)PyUnicode_ReadChar(text, i);
    }
    self->data[size] = 0;
    if (self->state & NAME_ASCII) {
        self->utf8 = self->data;
        self->utf8_length = size;
    }
    self->own = PyUnicode_FromString("own");
    return (PyObject *)self;
}

static void name_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    Py_XDECREF(((Name *)self)->own);
    ((destructor)PyType_GetSlot(&PyUnicode_Type, Py_tp_dealloc))(self);
    Py_DECREF(type);
}

/* Its UTF-8. */
static PyObject *utf8(PyObject *module, PyObject *text)
{
    (void)module;
    return PyUnicode_AsUTF8String(text);
}

static PyType_Slot name_slots[] = {{Py_tp_dealloc, name_dealloc}, {0, NULL}};

static PyType_Spec name_spec = {
    "capi_layouts.Name", sizeof(Name), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, name_slots};

static PyMethodDef methods[] = {
    {"name", name, METH_O, NULL},
    {"utf8", utf8, METH_O, NULL},
    {"mixins_made", mixins_made, METH_NOARGS, NULL},
    {"make", make, METH_O, "What the type's tp_new makes."},
    {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "capi_layouts", NULL, -1, methods};

PyMODINIT_FUNC PyInit_capi_layouts(void)
{
    PyObject *module = PyModule_Create(&definition);
    PyObject *box = PyType_FromSpec(&box_spec), *mixin = PyType_FromSpec(&mixin_spec);
    name_type = (PyTypeObject *)PyType_FromSpecWithBases(&name_spec, (PyObject *)&PyUnicode_Type);
    if (module == NULL || box == NULL || mixin == NULL || name_type == NULL ||
        PyModule_AddObject(module, "Box", box) != 0 ||
        PyModule_AddObject(module, "Mixin", mixin) != 0) {
        return NULL;
    }
    return module;
}
