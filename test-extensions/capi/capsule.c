/* Capsules: pointers with a name, a context and a destructor. */
#include <Python.h>
#include <string.h>

static int numbers[] = {17, 18};
static int destroyed;

static void destroy(PyObject *capsule)
{
    destroyed += *(int *)PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule));
}

static PyObject *make(PyObject *self, PyObject *args)
{
    const char *name;
    if (!PyArg_ParseTuple(args, "z", &name)) return NULL;
    char *copy = name == NULL ? NULL : strdup(name);
    PyObject *capsule = PyCapsule_New(numbers, copy, destroy);
    if (capsule != NULL && PyCapsule_SetContext(capsule, numbers + 1) != 0) return NULL;
    return capsule;
}

static PyObject *null(PyObject *self, PyObject *ignored)
{
    return PyCapsule_New(NULL, "name", NULL);
}

static PyObject *values(PyObject *self, PyObject *args)
{
    PyObject *capsule;
    const char *name;
    if (!PyArg_ParseTuple(args, "Oz", &capsule, &name)) return NULL;
    int *pointer = PyCapsule_GetPointer(capsule, name);
    if (pointer == NULL) return NULL;
    int *context = PyCapsule_GetContext(capsule);
    if (context == NULL) return NULL;
    return Py_BuildValue("iiz", *pointer, *context, PyCapsule_GetName(capsule));
}

static PyObject *is_valid(PyObject *self, PyObject *args)
{
    PyObject *capsule;
    const char *name;
    if (!PyArg_ParseTuple(args, "Oz", &capsule, &name)) return NULL;
    return PyBool_FromLong(PyCapsule_IsValid(capsule, name));
}

static PyObject *change(PyObject *self, PyObject *capsule)
{
    if (PyCapsule_SetPointer(capsule, numbers + 1) != 0) return NULL;
    if (PyCapsule_SetName(capsule, "changed") != 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *import(PyObject *self, PyObject *args)
{
    const char *name;
    if (!PyArg_ParseTuple(args, "s", &name)) return NULL;
    int *pointer = PyCapsule_Import(name, 0);
    return pointer == NULL ? NULL : PyLong_FromLong(*pointer);
}

static PyObject *get_destroyed(PyObject *self, PyObject *ignored)
{
    return PyLong_FromLong(destroyed);
}

static PyMethodDef methods[] = {
    {"make", make, METH_VARARGS, NULL},
    {"null", null, METH_NOARGS, NULL},
    {"read", values, METH_VARARGS, NULL},
    {"is_valid", is_valid, METH_VARARGS, NULL},
    {"change", change, METH_O, NULL},
    {"import_", import, METH_VARARGS, NULL},
    {"get_destroyed", get_destroyed, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_capsule", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_capsule(void)
{
    return PyModuleDef_Init(&definition);
}
