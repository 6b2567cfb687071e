/* Which objects take part in cyclic garbage collection. */
#include "jabiru.h"

/* Builtin types need no look: what Java's objects refer to, Java's collector knows. */
void PyObject_GC_Track(void *obj)
{
    if (jabiru_in_arena(obj) && !(jabiru_prefix_of(obj)->flags & FLAG_TRACKED)) {
        jabiru_prefix_of(obj)->flags |= FLAG_TRACKED;
        if (!jabiru_is_static(TYPE(obj)) && TYPE(obj)->tp_traverse != NULL) {
            jabiru_gc_add(obj);
        }
    }
}

void PyObject_GC_UnTrack(void *obj)
{
    if (jabiru_in_arena(obj) && (jabiru_prefix_of(obj)->flags & FLAG_TRACKED)) {
        jabiru_prefix_of(obj)->flags &= (uint16_t)~FLAG_TRACKED;
        if (jabiru_prefix_of(obj)->java != 0) {
            jabiru_gc_remove(obj);
        }
    }
}

int PyObject_GC_IsTracked(PyObject *obj)
{
    return jabiru_in_arena(obj) && (jabiru_prefix_of(obj)->flags & FLAG_TRACKED) != 0;
}

int PyObject_GC_IsFinalized(PyObject *obj)
{
    return jabiru_in_arena(obj) && (jabiru_prefix_of(obj)->flags & FLAG_FINALIZED) != 0;
}

void PyObject_GC_Del(void *obj)
{
    PyObject_Free(obj);
}
