/* The calls that are timed: as little C as possible behind each calling convention. */
#include <Python.h>
#include <stddef.h>

static PyObject *noargs(PyObject *self, PyObject *ignored)
{
    return Py_NewRef(Py_None);
}

static PyObject *identity(PyObject *self, PyObject *object)
{
    return Py_NewRef(object);
}

static PyObject *add(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "add takes two arguments");
        return NULL;
    }
    long long a = PyLong_AsLongLong(args[0]);
    if (a == -1 && PyErr_Occurred()) return NULL;
    long long b = PyLong_AsLongLong(args[1]);
    if (b == -1 && PyErr_Occurred()) return NULL;
    return PyLong_FromLongLong(a + b);
}

static PyObject *length(PyObject *self, PyObject *text)
{
    Py_ssize_t size;
    const char *utf8 = PyUnicode_AsUTF8AndSize(text, &size);
    return utf8 == NULL ? NULL : PyLong_FromSsize_t(size);
}

static PyObject *total(PyObject *self, PyObject *list)
{
    long long sum = 0;
    Py_ssize_t size = PyList_Size(list);
    if (size < 0) return NULL;
    for (Py_ssize_t i = 0; i < size; i++) {
        PyObject *item = PyList_GetItem(list, i);
        if (item == NULL) return NULL;
        long long number = PyLong_AsLongLong(item);
        if (number == -1 && PyErr_Occurred()) return NULL;
        sum += number;
    }
    return PyLong_FromLongLong(sum);
}

static PyObject *call_back(PyObject *self, PyObject *callable)
{
    return PyObject_CallNoArgs(callable);
}

static PyObject *varargs(PyObject *self, PyObject *args)
{
    int a;
    int b;
    return PyArg_ParseTuple(args, "ii", &a, &b) ? PyLong_FromLong(a + b) : NULL;
}

static PyObject *keywords(PyObject *self, PyObject *args, PyObject *kwargs)
{
    static char *names[] = {"a", "b", NULL};
    int a;
    int b = 0;
    return PyArg_ParseTupleAndKeywords(args, kwargs, "i|i", names, &a, &b) ? PyLong_FromLong(a + b)
                                                                           : NULL;
}

static PyObject *fast_keywords(
    PyObject *self, PyObject *const *args, Py_ssize_t count, PyObject *names)
{
    return PyLong_FromSsize_t(count + (names == NULL ? 0 : PyTuple_Size(names)));
}

static PyObject *raise_error(PyObject *self, PyObject *ignored)
{
    PyErr_SetString(PyExc_ValueError, "raised in C");
    return NULL;
}

/* A type with a slot of each frequent kind. */
struct box {
    PyObject_HEAD Py_ssize_t value;
};

#define VALUE(object) (((struct box *)(object))->value)

static PyObject *box_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    return PyType_GenericAlloc(type, 0);
}

static void box_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(self);
    Py_DECREF(type);
}

static PyObject *box_add(PyObject *a, PyObject *b)
{
    return Py_NewRef(a);
}

static PyObject *box_item(PyObject *self, Py_ssize_t index)
{
    return PyLong_FromSsize_t(index);
}

static Py_ssize_t box_length(PyObject *self)
{
    return 7;
}

static PyObject *box_compare(PyObject *self, PyObject *other, int op)
{
    return PyBool_FromLong(op == Py_LT);
}

static PyObject *box_next(PyObject *self)
{
    return PyLong_FromSsize_t(VALUE(self)++);
}

static PyObject *box_call(PyObject *self, PyObject *args, PyObject *kwargs)
{
    return Py_NewRef(Py_None);
}

static PyObject *box_get(PyObject *self, void *closure)
{
    return PyLong_FromSsize_t(VALUE(self));
}

static PyMethodDef box_methods[] = {
    {"nothing", noargs, METH_NOARGS, NULL},
    {"same", identity, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef box_getset[] = {{"got", box_get, NULL, NULL, NULL}, {NULL}};

static PyMemberDef box_members[] = {
    {"value", Py_T_PYSSIZET, offsetof(struct box, value), 0, NULL}, {NULL}};

static PyType_Slot box_slots[] = {
    {Py_tp_new, box_new},
    {Py_tp_dealloc, box_dealloc},
    {Py_nb_add, box_add},
    {Py_sq_item, box_item},
    {Py_sq_length, box_length},
    {Py_tp_richcompare, box_compare},
    {Py_tp_iter, PyObject_SelfIter},
    {Py_tp_iternext, box_next},
    {Py_tp_call, box_call},
    {Py_tp_methods, box_methods},
    {Py_tp_getset, box_getset},
    {Py_tp_members, box_members},
    {0, NULL},
};

static PyType_Spec box_spec = {
    "bench_calls.Box", sizeof(struct box), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, box_slots};

static PyObject *make_type(PyObject *self, PyObject *ignored)
{
    return PyType_FromSpec(&box_spec);
}

static int execute(PyObject *module)
{
    PyObject *type = PyType_FromSpec(&box_spec);
    int result = PyModule_AddObjectRef(module, "Box", type);
    Py_XDECREF(type);
    return result;
}

static PyMethodDef methods[] = {
    {"varargs", varargs, METH_VARARGS, NULL},
    {"keywords", (PyCFunction)(void (*)(void))keywords, METH_VARARGS | METH_KEYWORDS, NULL},
    {"fast_keywords", (PyCFunction)(void (*)(void))fast_keywords, METH_FASTCALL | METH_KEYWORDS,
        NULL},
    {"raise_error", raise_error, METH_NOARGS, NULL},
    {"make_type", make_type, METH_NOARGS, NULL},
    {"noargs", noargs, METH_NOARGS, NULL},
    {"identity", identity, METH_O, NULL},
    {"add", (PyCFunction)(void (*)(void))add, METH_FASTCALL, NULL},
    {"length", length, METH_O, NULL},
    {"total", total, METH_O, NULL},
    {"call_back", call_back, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "bench_calls", .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC PyInit_bench_calls(void)
{
    return PyModuleDef_Init(&definition);
}
