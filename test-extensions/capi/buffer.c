// since: 3.11
/* Buffers of Python's objects, written by C. */
#include <Python.h>
#include <string.h>

static Py_buffer held;
static int is_held;

/* Adds one to each byte; the length. */
static PyObject *increment(PyObject *self, PyObject *object)
{
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_WRITABLE) != 0) return NULL;
    for (Py_ssize_t i = 0; i < view.len; i++)
        ((unsigned char *)view.buf)[i]++;
    PyObject *length = PyLong_FromSsize_t(view.len);
    PyBuffer_Release(&view);
    return length;
}

/* Calls something between two looks at the first byte, and writes the last in between. */
static PyObject *around(PyObject *self, PyObject *args)
{
    PyObject *object, *callable;
    if (!PyArg_ParseTuple(args, "OO", &object, &callable)) return NULL;
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_WRITABLE) != 0) return NULL;
    unsigned char *bytes = view.buf;
    int before = bytes[0];
    bytes[view.len - 1] = 77;
    PyObject *result = PyObject_CallFunctionObjArgs(callable, object, NULL);
    int last = bytes[view.len - 1];
    PyBuffer_Release(&view);
    return result == NULL ? NULL : Py_BuildValue("iiN", before, last, result);
}

static PyObject *hold(PyObject *self, PyObject *object)
{
    if (PyObject_GetBuffer(object, &held, PyBUF_WRITABLE) != 0) return NULL;
    is_held = 1;
    Py_RETURN_NONE;
}

static PyObject *fill(PyObject *self, PyObject *byte)
{
    long value = PyLong_AsLong(byte);
    if (value == -1 && PyErr_Occurred()) return NULL;
    if (is_held) memset(held.buf, (int)value, held.len);
    Py_RETURN_NONE;
}

static PyObject *let_go(PyObject *self, PyObject *unused)
{
    if (is_held) PyBuffer_Release(&held);
    is_held = 0;
    Py_RETURN_NONE;
}

/* What a view of each kind says: length, item size, dimensions, format, whether it has a shape. */
static PyObject *describe(PyObject *self, PyObject *args)
{
    PyObject *object;
    int flags;
    if (!PyArg_ParseTuple(args, "Oi", &object, &flags)) return NULL;
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, flags) != 0) return NULL;
    PyObject *result = Py_BuildValue("nniziii", view.len, view.itemsize, view.ndim, view.format,
        view.shape != NULL, view.strides != NULL, view.obj == object);
    PyBuffer_Release(&view);
    return result;
}

/* Gets and releases a buffer n times in all orders. */
static PyObject *many(PyObject *self, PyObject *args)
{
    PyObject *object;
    int count;
    Py_buffer first, second;
    if (!PyArg_ParseTuple(args, "Oi", &object, &count)) return NULL;
    for (int i = 0; i < count; i++) {
        if (PyObject_GetBuffer(object, &first, PyBUF_SIMPLE) != 0) return NULL;
        if (PyObject_GetBuffer(object, &second, PyBUF_SIMPLE) != 0) {
            PyBuffer_Release(&first);
            return NULL;
        }
        if (i % 2 == 0) {
            PyBuffer_Release(&first);
            PyBuffer_Release(&second);
        } else {
            PyBuffer_Release(&second);
            PyBuffer_Release(&first);
        }
    }
    Py_RETURN_NONE;
}

static PyObject *shown;
static unsigned char *memory;

/* Remembers the memory that a memoryview of the object shows, as long as it keeps the view. */
static PyObject *show(PyObject *self, PyObject *object)
{
    Py_buffer view;
    PyObject *made = PyMemoryView_FromObject(object);
    if (made == NULL) return NULL;
    if (PyObject_GetBuffer(made, &view, PyBUF_SIMPLE) != 0) return NULL;
    memory = view.buf;
    PyBuffer_Release(&view);
    Py_XDECREF(shown);
    shown = made;
    Py_RETURN_NONE;
}

/* Reads a byte of that memory, and sets it to the next larger number when asked to. */
static PyObject *shown_byte(PyObject *self, PyObject *args)
{
    int index, change;
    if (!PyArg_ParseTuple(args, "ii", &index, &change)) return NULL;
    return PyLong_FromLong(change ? ++memory[index] : memory[index]);
}

static PyObject *end_shown(PyObject *self, PyObject *unused)
{
    Py_CLEAR(shown);
    Py_RETURN_NONE;
}

/* An object that looks into another one's buffer as long as it lives. */
typedef struct {
    PyObject_HEAD Py_buffer view;
} Looker;

static PyObject *looker_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    (void)keywords;
    PyObject *object;
    if (!PyArg_ParseTuple(args, "O", &object)) return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    PyObject *self = allocate(type, 0);
    if (self != NULL && PyObject_GetBuffer(object, &((Looker *)self)->view, PyBUF_WRITABLE) != 0)
        Py_CLEAR(self);
    return self;
}

static void looker_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyBuffer_Release(&((Looker *)self)->view);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(self);
    Py_DECREF(type);
}

static PyType_Slot looker_slots[] = {
    {Py_tp_new, looker_new},
    {Py_tp_dealloc, looker_dealloc},
    {0, NULL},
};

static PyType_Spec looker_spec = {
    "capi_buffer.Looker", sizeof(Looker), 0, Py_TPFLAGS_DEFAULT, looker_slots};

static int execute(PyObject *module)
{
    PyObject *type = PyType_FromSpec(&looker_spec);
    return type == NULL ? -1 : PyModule_AddObject(module, "Looker", type);
}

static PyMethodDef methods[] = {
    {"show", show, METH_O, NULL},
    {"shown_byte", shown_byte, METH_VARARGS, NULL},
    {"end_shown", end_shown, METH_NOARGS, NULL},
    {"increment", increment, METH_O, NULL},
    {"around", around, METH_VARARGS, NULL},
    {"hold", hold, METH_O, NULL},
    {"fill", fill, METH_O, NULL},
    {"let_go", let_go, METH_NOARGS, NULL},
    {"describe", describe, METH_VARARGS, NULL},
    {"many", many, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_buffer", .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC PyInit_capi_buffer(void)
{
    return PyModuleDef_Init(&definition);
}
