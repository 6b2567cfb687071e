/* The unstable API, as far as it makes sense for objects that Java owns. */
#include "jabiru.h"

int PyUnstable_IsImmortal(PyObject *obj)
{
    return jabiru_is_immortal(obj);
}

int PyUnstable_Object_EnableDeferredRefcount(PyObject *obj)
{
    (void)obj;
    return 0; /* as in every build with a GIL */
}

/* Only memory made by C is C's alone; Java may hold a proxy without a count. */
int PyUnstable_Object_IsUniquelyReferenced(PyObject *obj)
{
    return obj->ob_refcnt == 1 && !(jabiru_in_arena(obj) && jabiru_prefix_of(obj)->handle != 0);
}

int PyUnstable_Object_IsUniqueReferencedTemporary(PyObject *obj)
{
    (void)obj;
    return 0;
}

void PyUnstable_EnableTryIncRef(PyObject *obj)
{
    (void)obj;
}

int PyUnstable_TryIncRef(PyObject *obj)
{
    if (obj->ob_refcnt == 0) {
        return 0;
    }
    Py_INCREF(obj);
    return 1;
}

void _Py_ResurrectReference(PyObject *op)
{
    op->ob_refcnt = 1;
}

int _PyObject_IsFreed(PyObject *op)
{
    return op == NULL || (intptr_t)op <= 0xff ||
           (uintptr_t)TYPE(op) == UINT64_C(0xdbdbdbdbdbdbdbdb);
}

/* The extra bytes follow the instance, which the type may have sized otherwise. */
PyObject *PyUnstable_Object_GC_NewWithExtraData(PyTypeObject *type, size_t extra)
{
    size_t size = (size_t)type->tp_basicsize + extra;
    PyObject *op = extra > (size_t)PY_SSIZE_T_MAX / 2 ? NULL : jabiru_allocate(size);
    if (op == NULL) {
        return PyErr_NoMemory();
    }
    memset(op, 0, size);
    return PyObject_Init(op, type);
}

void *PyObject_GetItemData(PyObject *obj)
{
    PyTypeObject *type = TYPE(obj);
    if (!(type->tp_flags & Py_TPFLAGS_ITEMS_AT_END)) {
        PyErr_Format(
            PyExc_TypeError, "type '%s' does not have Py_TPFLAGS_ITEMS_AT_END", type->tp_name);
        return NULL;
    }
    return (char *)obj + type->tp_basicsize;
}

int PyUnstable_Type_AssignVersionTag(PyTypeObject *type)
{
    (void)type;
    return 0; /* no tags are given; the caller must do without a cache */
}
