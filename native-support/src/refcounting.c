/* Reference counts, and what happens at zero. */
#include "jabiru.h"


/* What the final decrement ends in, inlined or not. A type's own tp_dealloc runs for everything but
   proxies, which belong to Java, and memory that never goes. */
void _Py_Dealloc(PyObject *op)
{
    if (jabiru_is_static(op)) {
        op->ob_refcnt = IMMORTAL_REFCNT;
        return;
    }
    if (jabiru_in_arena(op) && (jabiru_prefix_of(op)->flags & FLAG_PROXY)) {
        jabiru_zero_list_add(op);
        return;
    }
    TYPE(op)->tp_dealloc(op);
}

void Py_IncRef(PyObject *op)
{
    Py_XINCREF(op);
}

void Py_DecRef(PyObject *op)
{
    Py_XDECREF(op);
}

void _Py_IncRef(PyObject *op)
{
    Py_INCREF(op);
}

void _Py_DecRef(PyObject *op)
{
    Py_DECREF(op);
}

PyObject *Py_NewRef(PyObject *op)
{
    return new_ref(op);
}

PyObject *Py_XNewRef(PyObject *op)
{
    return new_ref_or_null(op);
}

Py_ssize_t Py_REFCNT(PyObject *op)
{
    return jabiru_is_immortal(op) ? IMMORTAL_REFCNT : op->ob_refcnt;
}

void _Py_SetRefcnt(PyObject *op, Py_ssize_t count)
{
    if (!jabiru_is_immortal(op)) {
        op->ob_refcnt = count;
    }
}
