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
    if (jabiru_in_arena(op)) {
        if (jabiru_prefix_of(op)->flags & FLAG_PROXY) {
            jabiru_zero_list_add(op);
            return;
        }
        if ((TYPE(op) == &PyLong_Type || TYPE(op) == &PyFloat_Type) &&
            jabiru_prefix_of(op)->size_class < SMALL_CLASSES) {
            jabiru_release_small(op);
            return;
        }
    }
    TYPE(op)->tp_dealloc(op);
}

/* What is freed counts as immortal. */
static void check_counted(PyObject *op, const char *function)
{
    if (op != NULL && jabiru_is_immortal(op)) {
        jabiru_debug_counted(op, function);
    }
}

void Py_IncRef(PyObject *op)
{
    check_counted(op, "Py_IncRef");
    Py_XINCREF(op);
}

void Py_DecRef(PyObject *op)
{
    check_counted(op, "Py_DecRef");
    Py_XDECREF(op);
}

void _Py_IncRef(PyObject *op)
{
    check_counted(op, "Py_INCREF");
    Py_INCREF(op);
}

void _Py_DecRef(PyObject *op)
{
    check_counted(op, "Py_DECREF");
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

#define NESTING_LIMIT 50

/* Containers in containers: beyond some depth the rest waits for the outermost, so that a chain of
   any length needs little stack. Both are guarded by the GIL. */
static int nesting;
static struct {
    PyObject *object;
    void (*release)(PyObject *);
} *waiting;
static size_t waiting_count;
static size_t waiting_capacity;

static int wait_for_outermost(PyObject *op, void (*release)(PyObject *))
{
    if (waiting_count == waiting_capacity) {
        size_t capacity = waiting_capacity ? waiting_capacity * 2 : 64;
        void *grown = realloc(waiting, capacity * sizeof *waiting);
        if (grown == NULL) {
            return -1;
        }
        waiting = grown;
        waiting_capacity = capacity;
    }
    waiting[waiting_count].object = op;
    waiting[waiting_count++].release = release;
    return 0;
}

void jabiru_dealloc_nested(PyObject *op, void (*release)(PyObject *))
{
    if (nesting >= NESTING_LIMIT && wait_for_outermost(op, release) == 0) {
        return;
    }
    nesting++;
    release(op);
    nesting--;
    while (nesting == 0 && waiting_count > 0) {
        waiting_count--;
        PyObject *next = waiting[waiting_count].object;
        nesting++;
        waiting[waiting_count].release(next);
        nesting--;
    }
}
