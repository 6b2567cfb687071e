/* Allocating instances of types made in C. */
#include "jabiru.h"

static void init_instance(PyObject *op, PyTypeObject *type)
{
    op->ob_refcnt = 1;
    op->ob_type = type;
    if (type->tp_flags & Py_TPFLAGS_HEAPTYPE) {
        Py_INCREF(type);
    }
    if (jabiru_in_arena(op)) {
        jabiru_prefix_of(op)->flags = FLAG_INSTANCE;
    }
}

PyObject *PyObject_Init(PyObject *obj, PyTypeObject *type)
{
    if (obj == NULL) {
        return PyErr_NoMemory();
    }
    init_instance(obj, type);
    return obj;
}

PyVarObject *PyObject_InitVar(PyVarObject *obj, PyTypeObject *type, Py_ssize_t size)
{
    if (obj == NULL) {
        return (PyVarObject *)PyErr_NoMemory();
    }
    init_instance((PyObject *)obj, type);
    obj->ob_size = size;
    return obj;
}

static size_t instance_size(PyTypeObject *type, Py_ssize_t nitems)
{
    size_t size = (size_t)type->tp_basicsize + (size_t)nitems * (size_t)type->tp_itemsize;
    return (size + 7) & ~(size_t)7;
}

static void *allocate_instance(PyTypeObject *type, Py_ssize_t nitems)
{
    if (type->tp_itemsize != 0 && nitems > PY_SSIZE_T_MAX / 2 / type->tp_itemsize) {
        return PyErr_NoMemory();
    }
    size_t size = instance_size(type, nitems);
    void *memory = jabiru_is_refused(size) ? NULL : jabiru_allocate(size);
    if (memory == NULL) {
        return PyErr_NoMemory();
    }
    return memory;
}

PyObject *_PyObject_New(PyTypeObject *type)
{
    PyObject *op = allocate_instance(type, 0);
    if (op != NULL) {
        init_instance(op, type);
    }
    return op;
}

PyVarObject *_PyObject_NewVar(PyTypeObject *type, Py_ssize_t nitems)
{
    PyVarObject *op = allocate_instance(type, nitems);
    if (op != NULL) {
        init_instance((PyObject *)op, type);
        op->ob_size = nitems;
    }
    return op;
}

PyObject *_PyObject_GC_New(PyTypeObject *type)
{
    return _PyObject_New(type);
}

PyVarObject *_PyObject_GC_NewVar(PyTypeObject *type, Py_ssize_t nitems)
{
    return _PyObject_NewVar(type, nitems);
}

PyVarObject *_PyObject_GC_Resize(PyVarObject *obj, Py_ssize_t nitems)
{
    PyVarObject *moved = PyObject_Realloc(obj, instance_size(TYPE(obj), nitems));
    if (moved == NULL) {
        return (PyVarObject *)PyErr_NoMemory();
    }
    moved->ob_size = nitems;
    return moved;
}

PyObject *PyType_GenericAlloc(PyTypeObject *type, Py_ssize_t nitems)
{
    /* One item more than asked for, as CPython: a sentinel for variable-sized types. */
    PyObject *op = allocate_instance(type, nitems + (type->tp_itemsize != 0));
    if (op == NULL) {
        return NULL;
    }
    memset(op, 0, instance_size(type, nitems + (type->tp_itemsize != 0)));
    init_instance(op, type);
    if (type->tp_itemsize != 0) {
        ((PyVarObject *)op)->ob_size = nitems;
    }
    if (type->tp_flags & Py_TPFLAGS_HAVE_GC) {
        PyObject_GC_Track(op);
    }
    return op;
}

/* tp_alloc of types whose instances are Java's. */
PyObject *jabiru_alloc_java(PyTypeObject *type, Py_ssize_t nitems)
{
    (void)nitems;
    return jabiru_allocate_java(type);
}

/* The size of the class whose memory a tp_alloc of C's is to get from type's. */
static Py_ssize_t class_size;

/* tp_alloc of type. */
PyObject *jabiru_alloc_class(PyTypeObject *metatype, Py_ssize_t nitems)
{
    if (class_size == 0) {
        return jabiru_alloc_java(metatype, nitems);
    }
    Py_ssize_t size = class_size;
    class_size = 0;
    return jabiru_object_new(metatype, size);
}

/* Whether a metaclass of C's has a part in the memory of its classes. */
int jabiru_allocates_classes(PyTypeObject *metatype)
{
    allocfunc function = metatype->tp_alloc;
    return function != NULL && function != jabiru_alloc_class && function != jabiru_alloc_java &&
           function != PyType_GenericAlloc;
}

void *jabiru_new_class(PyTypeObject *metatype, Py_ssize_t size)
{
    if (!jabiru_allocates_classes(metatype)) {
        return jabiru_object_new(metatype, size);
    }
    class_size = size;
    PyObject *made = metatype->tp_alloc(metatype, 0);
    class_size = 0;
    return made;
}

PyObject *PyType_GenericNew(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    (void)args;
    (void)kwargs;
    return type->tp_alloc(type, 0);
}
