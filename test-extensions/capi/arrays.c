/* Arrays of the module array: code that knows their layout reads, writes and resizes them itself.
 */
// flavours: full
#include <Python.h>

#include <stddef.h>
#include <string.h>

struct item_kind {
    char typecode;
    int itemsize;
    PyObject *(*get)(PyObject *, Py_ssize_t);
    int (*set)(PyObject *, Py_ssize_t, PyObject *);
    int (*compare)(const void *, const void *, Py_ssize_t);
    const char *formats;
    int is_integer;
    int is_signed;
};

typedef struct {
    PyObject_VAR_HEAD char *items;
    Py_ssize_t allocated;
    const struct item_kind *kind;
    PyObject *weak_references;
    Py_ssize_t exports;
} ArrayObject;

static PyTypeObject *array_type;
static ArrayObject *kept;

static ArrayObject *checked(PyObject *o)
{
    if (PyObject_TypeCheck(o, array_type)) return (ArrayObject *)o;
    PyErr_SetString(PyExc_TypeError, "not an array");
    return NULL;
}

static PyObject *fields_of(ArrayObject *a)
{
    return Py_BuildValue("Ciny#", a->kind->typecode, a->kind->itemsize, Py_SIZE(a), a->items,
        Py_SIZE(a) * a->kind->itemsize);
}

static PyObject *fields(PyObject *self, PyObject *o)
{
    ArrayObject *a = checked(o);
    if (a == NULL) return NULL;
    if (a->allocated < Py_SIZE(a)) return PyErr_Format(PyExc_AssertionError, "too little room");
    return fields_of(a);
}

static PyObject *sizes(PyObject *self, PyObject *unused)
{
    return Py_BuildValue("nnn", array_type->tp_basicsize, (Py_ssize_t)sizeof(ArrayObject),
        (Py_ssize_t)offsetof(ArrayObject, exports));
}

/* Adds one to each byte, in the memory. */
static PyObject *increment(PyObject *self, PyObject *o)
{
    ArrayObject *a = checked(o);
    if (a == NULL) return NULL;
    for (Py_ssize_t i = 0; i < Py_SIZE(a) * a->kind->itemsize; i++)
        a->items[i]++;
    Py_RETURN_NONE;
}

static int resize_to(ArrayObject *a, Py_ssize_t n)
{
    char *items = PyMem_Realloc(a->items, (size_t)(n * a->kind->itemsize));
    if (items == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    if (n > Py_SIZE(a))
        memset(items + Py_SIZE(a) * a->kind->itemsize, 1,
            (size_t)((n - Py_SIZE(a)) * a->kind->itemsize));
    a->items = items;
    a->allocated = n;
    Py_SET_SIZE(a, n);
    return 0;
}

static PyObject *resize(PyObject *self, PyObject *args)
{
    PyObject *o;
    Py_ssize_t n;
    if (!PyArg_ParseTuple(args, "On", &o, &n)) return NULL;
    ArrayObject *a = checked(o);
    if (a == NULL || resize_to(a, n) < 0) return NULL;
    Py_RETURN_NONE;
}

/* An array of a type and size, its items of the kind of another's. */
static PyObject *make_like(PyObject *self, PyObject *args)
{
    PyTypeObject *type;
    PyObject *like;
    Py_ssize_t n;
    if (!PyArg_ParseTuple(args, "O!On", &PyType_Type, &type, &like, &n)) return NULL;
    ArrayObject *template = checked(like);
    if (template == NULL) return NULL;
    ArrayObject *a = (ArrayObject *)type->tp_alloc(type, 0);
    if (a == NULL) return NULL;
    a->kind = template->kind;
    a->weak_references = NULL;
    a->items = n == 0 ? NULL : PyMem_Calloc((size_t)n, (size_t)a->kind->itemsize);
    a->allocated = n;
    Py_SET_SIZE(a, n);
    return (PyObject *)a;
}

static PyObject *make(PyObject *self, PyObject *args)
{
    return array_type->tp_new(array_type, args, NULL);
}

static PyObject *keep(PyObject *self, PyObject *o)
{
    ArrayObject *a = o == Py_None ? NULL : checked(o);
    if (a == NULL && PyErr_Occurred()) return NULL;
    Py_XINCREF(a);
    Py_XSETREF(kept, a);
    Py_RETURN_NONE;
}

static PyObject *kept_fields(PyObject *self, PyObject *unused)
{
    return fields_of(kept);
}

/* What a function of Python's does to an array, as C sees it before and afterwards. */
static PyObject *around(PyObject *self, PyObject *args)
{
    PyObject *o, *function;
    if (!PyArg_ParseTuple(args, "OO", &o, &function)) return NULL;
    ArrayObject *a = checked(o);
    if (a == NULL) return NULL;
    if (Py_SIZE(a) > 0) a->items[0] = 7;
    PyObject *before = fields_of(a);
    PyObject *result = PyObject_CallOneArg(function, o);
    if (result == NULL) {
        Py_XDECREF(before);
        return NULL;
    }
    return Py_BuildValue("NNN", before, result, fields_of(a));
}

static PyObject *exports(PyObject *self, PyObject *o)
{
    ArrayObject *a = checked(o);
    return a == NULL ? NULL : PyLong_FromSsize_t(a->exports);
}

static PyObject *kind_get(PyObject *self, PyObject *args)
{
    PyObject *o;
    Py_ssize_t i;
    if (!PyArg_ParseTuple(args, "On", &o, &i)) return NULL;
    ArrayObject *a = checked(o);
    return a == NULL ? NULL : a->kind->get(o, i);
}

static PyObject *kind_set(PyObject *self, PyObject *args)
{
    PyObject *o, *value;
    Py_ssize_t i;
    if (!PyArg_ParseTuple(args, "OnO", &o, &i, &value)) return NULL;
    ArrayObject *a = checked(o);
    if (a == NULL || a->kind->set(o, i, value) < 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *kind_compare(PyObject *self, PyObject *args)
{
    PyObject *o, *p;
    if (!PyArg_ParseTuple(args, "OO", &o, &p)) return NULL;
    ArrayObject *a = checked(o), *b = checked(p);
    if (a == NULL || b == NULL) return NULL;
    if (a->kind->compare == NULL) Py_RETURN_NONE;
    int order = a->kind->compare(a->items, b->items, Py_MIN(Py_SIZE(a), Py_SIZE(b)));
    return PyLong_FromLong((order > 0) - (order < 0));
}

static PyObject *kind_about(PyObject *self, PyObject *o)
{
    ArrayObject *a = checked(o);
    if (a == NULL) return NULL;
    return Py_BuildValue("sii", a->kind->formats, a->kind->is_integer, a->kind->is_signed);
}

/* A type with a field behind an array's. */
typedef struct {
    ArrayObject array;
    Py_ssize_t tag;
} TaggedObject;

static PyObject *tagged_tag(PyObject *self, PyObject *unused)
{
    return PyLong_FromSsize_t(((TaggedObject *)self)->tag++);
}

static PyMethodDef tagged_methods[] = {{"tag", tagged_tag, METH_NOARGS, NULL}, {0}};

static PyType_Slot tagged_slots[] = {{Py_tp_methods, tagged_methods}, {0}};

static PyType_Spec tagged_spec = {
    .name = "capi_arrays.Tagged",
    .basicsize = sizeof(TaggedObject),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .slots = tagged_slots,
};

static PyMethodDef methods[] = {
    {"fields", fields, METH_O, NULL},
    {"sizes", sizes, METH_NOARGS, NULL},
    {"increment", increment, METH_O, NULL},
    {"resize", resize, METH_VARARGS, NULL},
    {"make_like", make_like, METH_VARARGS, NULL},
    {"make", make, METH_VARARGS, NULL},
    {"keep", keep, METH_O, NULL},
    {"kept_fields", kept_fields, METH_NOARGS, NULL},
    {"around", around, METH_VARARGS, NULL},
    {"exports", exports, METH_O, NULL},
    {"kind_get", kind_get, METH_VARARGS, NULL},
    {"kind_set", kind_set, METH_VARARGS, NULL},
    {"kind_compare", kind_compare, METH_VARARGS, NULL},
    {"kind_about", kind_about, METH_O, NULL},
    {0},
};

static int exec(PyObject *module)
{
    array_type = (PyTypeObject *)PyImport_ImportModuleAttrString("array", "array");
    if (array_type == NULL) return -1;
    PyObject *tagged = PyType_FromSpecWithBases(&tagged_spec, (PyObject *)array_type);
    return PyModule_Add(module, "Tagged", tagged);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, exec}, {0}};
static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "capi_arrays", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_capi_arrays(void)
{
    return PyModuleDef_Init(&definition);
}
