/* Struct sequences: a type with visible and hidden fields, an instance of it. */
// flavours: calls own full
// since: 3.8
#include <Python.h>

static PyStructSequence_Field fields[] = {
    {"first", "the first"}, {"second", NULL}, {"hidden", "not an item"}, {NULL, NULL}};

static PyStructSequence_Desc description = {"capi_structseq.triple", "Three values.", fields, 2};

static PyObject *new_type(PyObject *self, PyObject *unused)
{
    return (PyObject *)PyStructSequence_NewType(&description);
}

/* An instance of the type with three values. */
static PyObject *make(PyObject *self, PyObject *args)
{
    PyObject *type;
    PyObject *values[3];
    if (!PyArg_ParseTuple(args, "OOOO", &type, &values[0], &values[1], &values[2])) return NULL;
    PyObject *made = PyStructSequence_New((PyTypeObject *)type);
    for (int i = 0; made != NULL && i < 3; i++) {
        Py_INCREF(values[i]);
        PyStructSequence_SetItem(made, i, values[i]);
    }
    return made;
}

static PyObject *item(PyObject *self, PyObject *args)
{
    PyObject *sequence;
    Py_ssize_t index;
    if (!PyArg_ParseTuple(args, "On", &sequence, &index)) return NULL;
    PyObject *found = PyStructSequence_GetItem(sequence, index);
    Py_XINCREF(found);
    return found;
}

static PyMethodDef methods[] = {
    {"new_type", new_type, METH_NOARGS, NULL},
    {"make", make, METH_VARARGS, NULL},
    {"item", item, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "capi_structseq", NULL, 0, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_capi_structseq(void)
{
    return PyModuleDef_Init(&module);
}
