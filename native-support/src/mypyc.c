/* What the code that mypyc writes calls beyond the stable ABI. */
#include "jabiru.h"

/* The key as the exception's only argument, also when it is a tuple or an exception. */
int _PyErr_SetKeyError(PyObject *key)
{
    PyObject *exception = PyObject_CallFunctionObjArgs(PyExc_KeyError, key, NULL);
    if (exception != NULL) {
        PyErr_SetObject(PyExc_KeyError, exception);
        Py_DECREF(exception);
    }
    return -1;
}

/* CPython's _Py_Identifier: a name that an extension has made into a str once. */
struct identifier {
    const char *string;
    Py_ssize_t index;
};

static PyObject **names;
static Py_ssize_t name_count;

PyObject *_PyUnicode_FromId(void *id_)
{
    struct identifier *id = id_;
    if (id->index >= 0) {
        return names[id->index];
    }
    PyObject *name = PyUnicode_InternFromString(id->string);
    if (name == NULL) {
        return NULL;
    }
    PyObject **more = PyMem_RawRealloc(names, (size_t)(name_count + 1) * sizeof *names);
    if (more == NULL) {
        Py_DECREF(name);
        return PyErr_NoMemory();
    }
    names = more;
    names[name_count] = name;
    id->index = name_count++;
    return name;
}

PyObject *_PyObject_GetAttrId(PyObject *obj, void *name)
{
    PyObject *str = _PyUnicode_FromId(name);
    return str == NULL ? NULL : PyObject_GetAttr(obj, str);
}

int _PySet_Update(PyObject *set, PyObject *iterable)
{
    PyObject *result = PyObject_CallMethod(set, "update", "O", iterable);
    Py_XDECREF(result);
    return result == NULL ? -1 : 0;
}

/* One reference more than anyone gives back. */
void _Py_SetImmortal(PyObject *op)
{
    Py_INCREF(op);
}
