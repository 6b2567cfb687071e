/* Objects in memory that the extension gets from malloc, not from Python's allocators. */
#include <Python.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <structmember.h>

#define FREED 0xf5
#define KEPT 20000

typedef struct {
    PyObject_HEAD PyObject *weakrefs;
    long number;
} Own;

/* What was freed stays here, so that nothing else may change it. */
static Own *freed[KEPT];
static int freed_count;

static PyTypeObject *own_type;

static void own_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_ClearWeakRefs(self);
    memset(self, FREED, sizeof(Own));
    if (freed_count < KEPT) freed[freed_count++] = (Own *)self;
    Py_DECREF(type);
}

static PyMemberDef own_members[] = {
    {"number", T_LONG, offsetof(Own, number), READONLY, NULL},
    {"__weaklistoffset__", T_PYSSIZET, offsetof(Own, weakrefs), READONLY, NULL},
    {NULL},
};

static PyType_Slot own_slots[] = {
    {Py_tp_dealloc, own_dealloc}, {Py_tp_members, own_members}, {0, NULL}};

static PyType_Spec own_spec = {"capi_memory.Own", sizeof(Own), 0, Py_TPFLAGS_DEFAULT, own_slots};

static PyObject *make(PyObject *self, PyObject *number)
{
    Own *own = calloc(1, sizeof(Own));
    if (own == NULL) return PyErr_NoMemory();
    own->number = PyLong_AsLong(number);
    return PyObject_Init((PyObject *)own, own_type);
}

/* The number of objects that were freed, and of those whose memory was written to afterwards. */
static PyObject *freed_objects(PyObject *self, PyObject *unused)
{
    int changed = 0;
    unsigned char expected[sizeof(Own)];
    memset(expected, FREED, sizeof expected);
    for (int i = 0; i < freed_count; i++)
        changed += memcmp(freed[i], expected, sizeof expected) != 0;
    return Py_BuildValue("ii", freed_count, changed);
}

static PyMethodDef methods[] = {
    {"make", make, METH_O, NULL},
    {"freed_objects", freed_objects, METH_NOARGS, NULL},
    {NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "capi_memory", NULL, -1, methods};

PyMODINIT_FUNC PyInit_capi_memory(void)
{
    own_type = (PyTypeObject *)PyType_FromSpec(&own_spec);
    return own_type == NULL ? NULL : PyModule_Create(&definition);
}
