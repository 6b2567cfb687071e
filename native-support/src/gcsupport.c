/* Which objects take part in cyclic garbage collection. */
#include "jabiru.h"

void PyObject_GC_Track(void *obj)
{
    if (jabiru_in_arena(obj)) {
        jabiru_prefix_of(obj)->flags |= FLAG_TRACKED;
    }
}

void PyObject_GC_UnTrack(void *obj)
{
    if (jabiru_in_arena(obj)) {
        jabiru_prefix_of(obj)->flags &= (uint16_t)~FLAG_TRACKED;
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
