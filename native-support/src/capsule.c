/* Capsules: opaque pointers, wholly in C. */
#include "jabiru.h"

void jabiru_capsule_dealloc(PyObject *op)
{
    PyCapsule *capsule = (PyCapsule *)op;
    if (capsule->destructor != NULL) {
        op->ob_refcnt = 1;
        capsule->destructor(op);
        op->ob_refcnt = 0;
    }
    PyObject_Free(op);
}

static int is_legal(PyObject *op)
{
    return op != NULL && TYPE(op) == &PyCapsule_Type && ((PyCapsule *)op)->pointer != NULL;
}

static PyCapsule *legal(PyObject *op, const char *message)
{
    if (!is_legal(op)) {
        PyErr_SetString(PyExc_ValueError, message);
        return NULL;
    }
    return (PyCapsule *)op;
}

static int name_matches(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

PyObject *PyCapsule_New(void *pointer, const char *name, PyCapsule_Destructor destructor)
{
    if (pointer == NULL) {
        PyErr_SetString(PyExc_ValueError, "PyCapsule_New called with null pointer");
        return NULL;
    }
    PyCapsule *capsule = jabiru_new_zeroed(&PyCapsule_Type, sizeof *capsule);
    if (capsule != NULL) {
        jabiru_prefix_of(capsule)->flags = FLAG_INSTANCE;
        capsule->pointer = pointer;
        capsule->name = name;
        capsule->destructor = destructor;
    }
    return (PyObject *)capsule;
}

/* Kept for CPython's layout; a cycle through a capsule is not found. */
int _PyCapsule_SetTraverse(PyObject *op, traverseproc traverse_func, inquiry clear_func)
{
    PyCapsule *capsule = legal(op, "_PyCapsule_SetTraverse called with invalid PyCapsule object");
    if (capsule == NULL) {
        return -1;
    }
    capsule->traverse_func = traverse_func;
    capsule->clear_func = clear_func;
    return 0;
}

int PyCapsule_IsValid(PyObject *capsule, const char *name)
{
    return is_legal(capsule) && name_matches(name, ((PyCapsule *)capsule)->name);
}

void *PyCapsule_GetPointer(PyObject *op, const char *name)
{
    PyCapsule *capsule = legal(op, "PyCapsule_GetPointer called with invalid PyCapsule object");
    if (capsule == NULL) {
        return NULL;
    }
    if (!name_matches(name, capsule->name)) {
        PyErr_SetString(PyExc_ValueError, "PyCapsule_GetPointer called with incorrect name");
        return NULL;
    }
    return capsule->pointer;
}

const char *PyCapsule_GetName(PyObject *op)
{
    PyCapsule *capsule = legal(op, "PyCapsule_GetName called with invalid PyCapsule object");
    return capsule == NULL ? NULL : capsule->name;
}

PyCapsule_Destructor PyCapsule_GetDestructor(PyObject *op)
{
    PyCapsule *capsule = legal(op, "PyCapsule_GetDestructor called with invalid PyCapsule object");
    return capsule == NULL ? NULL : capsule->destructor;
}

void *PyCapsule_GetContext(PyObject *op)
{
    PyCapsule *capsule = legal(op, "PyCapsule_GetContext called with invalid PyCapsule object");
    return capsule == NULL ? NULL : capsule->context;
}

int PyCapsule_SetPointer(PyObject *op, void *pointer)
{
    PyCapsule *capsule = legal(op, "PyCapsule_SetPointer called with invalid PyCapsule object");
    if (capsule == NULL) {
        return -1;
    }
    if (pointer == NULL) {
        PyErr_SetString(PyExc_ValueError, "PyCapsule_SetPointer called with null pointer");
        return -1;
    }
    capsule->pointer = pointer;
    return 0;
}

int PyCapsule_SetName(PyObject *op, const char *name)
{
    PyCapsule *capsule = legal(op, "PyCapsule_SetName called with invalid PyCapsule object");
    if (capsule == NULL) {
        return -1;
    }
    capsule->name = name;
    return 0;
}

int PyCapsule_SetDestructor(PyObject *op, PyCapsule_Destructor destructor)
{
    PyCapsule *capsule = legal(op, "PyCapsule_SetDestructor called with invalid PyCapsule object");
    if (capsule == NULL) {
        return -1;
    }
    capsule->destructor = destructor;
    return 0;
}

int PyCapsule_SetContext(PyObject *op, void *context)
{
    PyCapsule *capsule = legal(op, "PyCapsule_SetContext called with invalid PyCapsule object");
    if (capsule == NULL) {
        return -1;
    }
    capsule->context = context;
    return 0;
}

/* "module.attribute": the module is imported, the rest looked up. */
void *PyCapsule_Import(const char *name, int no_block)
{
    (void)no_block;
    const char *dot = strchr(name, '.');
    size_t length = dot == NULL ? strlen(name) : (size_t)(dot - name);
    char *part = strndup(name, length);
    PyObject *object = part == NULL ? PyErr_NoMemory() : PyImport_ImportModule(part);
    if (part != NULL && object == NULL) {
        PyErr_Format(PyExc_ImportError, "PyCapsule_Import could not import module \"%s\"", part);
    }
    free(part);
    while (object != NULL && dot != NULL) {
        const char *start = dot + 1;
        dot = strchr(start, '.');
        part = strndup(start, dot == NULL ? strlen(start) : (size_t)(dot - start));
        PyObject *attribute = PyObject_GetAttrString(object, part);
        free(part);
        Py_DECREF(object);
        object = attribute;
    }
    if (object == NULL) {
        return NULL;
    }
    void *pointer = NULL;
    if (PyCapsule_IsValid(object, name)) {
        pointer = ((PyCapsule *)object)->pointer;
    } else {
        PyErr_Format(PyExc_AttributeError, "PyCapsule_Import \"%s\" is not valid", name);
    }
    Py_DECREF(object);
    return pointer;
}
