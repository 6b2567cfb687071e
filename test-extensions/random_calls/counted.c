/* A type that counts its instances: what is left at the end was leaked. */
#include "machine.h"

#include <stddef.h>

struct counted {
    PyObject_HEAD PyObject *item;
    PyObject *dict;
    PyObject *weakrefs;
};

static PyTypeObject *type;
static long alive;

static struct counted *counted(PyObject *o)
{
    return (struct counted *)o;
}

static int traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(counted(self)->item);
    Py_VISIT(counted(self)->dict);
    Py_VISIT(Py_TYPE(self));
    return 0;
}

static int clear(PyObject *self)
{
    Py_CLEAR(counted(self)->item);
    Py_CLEAR(counted(self)->dict);
    return 0;
}

static void dealloc(PyObject *self)
{
    PyTypeObject *own = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    if (counted(self)->weakrefs != NULL) PyObject_ClearWeakRefs(self);
    clear(self);
    alive--;
    freefunc release = (freefunc)PyType_GetSlot(own, Py_tp_free);
    release(self);
    Py_DECREF(own);
}

static PyObject *new(PyTypeObject *cls, PyObject *args, PyObject *keywords)
{
    PyObject *item = NULL;
    if (!PyArg_UnpackTuple(args, "Counted", 0, 1, &item)) return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(cls, Py_tp_alloc);
    PyObject *self = allocate(cls, 0);
    if (self == NULL) return NULL;
    alive++;
    counted(self)->item = Py_XNewRef(item);
    return self;
}

static Py_ssize_t length(PyObject *self)
{
    return counted(self)->item == NULL ? 0 : PyObject_Size(counted(self)->item);
}

static PyObject *subscript(PyObject *self, PyObject *key)
{
    if (counted(self)->item == NULL) {
        PyErr_SetObject(PyExc_KeyError, key);
        return NULL;
    }
    return PyObject_GetItem(counted(self)->item, key);
}

static PyObject *add(PyObject *left, PyObject *right)
{
    if (!PyObject_TypeCheck(left, type)) Py_RETURN_NOTIMPLEMENTED;
    return PyTuple_Pack(2, left, right);
}

static PyObject *call(PyObject *self, PyObject *args, PyObject *keywords)
{
    PyObject *before = counted(self)->item;
    counted(self)->item = PyTuple_GetSlice(args, 0, PyTuple_Size(args)); /* of no subclass */
    if (before == NULL) Py_RETURN_NONE;
    return before;
}

static PyObject *repr(PyObject *self)
{
    return PyUnicode_FromString("<counted>");
}

static PyMemberDef members[] = {
    {"item", Py_T_OBJECT_EX, offsetof(struct counted, item), 0, NULL},
    {"__dictoffset__", Py_T_PYSSIZET, offsetof(struct counted, dict), Py_READONLY, NULL},
    {"__weaklistoffset__", Py_T_PYSSIZET, offsetof(struct counted, weakrefs), Py_READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_new, new},
    {Py_tp_dealloc, dealloc},
    {Py_tp_traverse, traverse},
    {Py_tp_clear, clear},
    {Py_tp_members, members},
    {Py_tp_repr, repr},
    {Py_tp_call, call},
    {Py_mp_length, length},
    {Py_mp_subscript, subscript},
    {Py_nb_add, add},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "random_calls.Counted",
    .basicsize = sizeof(struct counted),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
    .slots = slots,
};

int machine_add_type(PyObject *module)
{
    type = (PyTypeObject *)PyType_FromModuleAndSpec(module, &spec, NULL);
    return type == NULL ? -1 : PyModule_AddType(module, type);
}

PyObject *machine_instance(PyObject *item)
{
    return PyObject_CallFunctionObjArgs((PyObject *)type, item, NULL);
}

long machine_instances(void)
{
    return alive;
}
