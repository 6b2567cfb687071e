/* What tools hang on code objects: an array in a capsule that lives as long as the code object. */
#include "jabiru.h"
#include "statics.h"

#define MOST_EXTRAS 255

static freefunc functions[MOST_EXTRAS];
static Py_ssize_t used;

Py_ssize_t PyUnstable_Eval_RequestCodeExtraIndex(freefunc free)
{
    if (used == MOST_EXTRAS) return -1;
    functions[used] = free;
    return used++;
}

static void give_back(PyObject *capsule)
{
    void **extras = PyCapsule_GetPointer(capsule, NULL);
    for (Py_ssize_t i = 0; i < used; i++)
        if (extras[i] != NULL && functions[i] != NULL) functions[i](extras[i]);
    PyMem_Free(extras);
}

/* The code object's extras: NULL for none, with an exception where it is no code object. */
static void **extras_of(PyObject *code)
{
    if (code == NULL || !Py_IS_TYPE(code, JABIRU_TYPE(JABIRU_INDEX_PyCode_Type))) {
        PyErr_BadInternalCall();
        return NULL;
    }
    PyObject *capsule = jabiru_code_extras(code, NULL);
    void **extras = capsule == NULL ? NULL : PyCapsule_GetPointer(capsule, NULL);
    Py_XDECREF(capsule);
    return extras;
}

int PyUnstable_Code_GetExtra(PyObject *code, Py_ssize_t index, void **extra)
{
    void **extras = extras_of(code);
    if (extras == NULL && PyErr_Occurred()) return -1;
    *extra = extras == NULL || index < 0 || index >= MOST_EXTRAS ? NULL : extras[index];
    return 0;
}

int PyUnstable_Code_SetExtra(PyObject *code, Py_ssize_t index, void *extra)
{
    void **extras = extras_of(code);
    if (extras == NULL && PyErr_Occurred()) return -1;
    if (index < 0 || index >= used) {
        PyErr_BadInternalCall();
        return -1;
    }
    if (extras == NULL) {
        extras = PyMem_Calloc(MOST_EXTRAS, sizeof *extras);
        if (extras == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        PyObject *capsule = PyCapsule_New(extras, NULL, give_back);
        PyObject *kept = capsule == NULL ? NULL : jabiru_code_extras(code, capsule);
        Py_XDECREF(capsule);
        if (kept == NULL) return -1;
        Py_DECREF(kept);
    }
    if (extras[index] != NULL && functions[index] != NULL) functions[index](extras[index]);
    extras[index] = extra;
    return 0;
}
