/* Memory for extensions. PyMem_* is malloc; PyObject_* gives cells of the arena, so that objects
   made from them (PyObject_Malloc and PyObject_Init) have a prefix. */
#include "jabiru.h"

static int too_large(size_t n, size_t size)
{
    return size != 0 && n > (size_t)PY_SSIZE_T_MAX / size;
}

void *PyMem_RawMalloc(size_t size)
{
    return size > (size_t)PY_SSIZE_T_MAX ? NULL : malloc(size ? size : 1);
}

void *PyMem_RawCalloc(size_t nelem, size_t elsize)
{
    if (too_large(nelem, elsize)) {
        return NULL;
    }
    return nelem == 0 || elsize == 0 ? calloc(1, 1) : calloc(nelem, elsize);
}

void *PyMem_RawRealloc(void *ptr, size_t new_size)
{
    return new_size > (size_t)PY_SSIZE_T_MAX ? NULL : realloc(ptr, new_size ? new_size : 1);
}

void PyMem_RawFree(void *ptr)
{
    free(ptr);
}

void *PyMem_Malloc(size_t size)
{
    return PyMem_RawMalloc(size);
}

void *PyMem_Calloc(size_t nelem, size_t elsize)
{
    return PyMem_RawCalloc(nelem, elsize);
}

void *PyMem_Realloc(void *ptr, size_t new_size)
{
    return PyMem_RawRealloc(ptr, new_size);
}

void PyMem_Free(void *ptr)
{
    free(ptr);
}

void *PyObject_Malloc(size_t size)
{
    void *memory = jabiru_allocate(size);
    if (memory != NULL) {
        jabiru_prefix_of(memory)->flags = FLAG_RAW;
    }
    return memory;
}

void *PyObject_Calloc(size_t nelem, size_t elsize)
{
    if (too_large(nelem, elsize)) {
        return NULL;
    }
    void *memory = PyObject_Malloc(nelem * elsize);
    if (memory != NULL) {
        memset(memory, 0, nelem * elsize);
    }
    return memory;
}

void *PyObject_Realloc(void *ptr, size_t new_size)
{
    if (ptr == NULL) {
        return PyObject_Malloc(new_size);
    }
    if (!jabiru_in_arena(ptr)) {
        return PyMem_RawRealloc(ptr, new_size);
    }
    size_t old_size = jabiru_capacity(ptr);
    if (new_size <= old_size && new_size >= old_size / 4) {
        return ptr;
    }
    void *moved = jabiru_allocate(new_size);
    if (moved == NULL) {
        return NULL;
    }
    struct jabiru_prefix *old = jabiru_prefix_of(ptr);
    jabiru_prefix_of(moved)->flags = old->flags;
    jabiru_prefix_of(moved)->handle = old->handle;
    memcpy(moved, ptr, old_size < new_size ? old_size : new_size);
    jabiru_release_cell(ptr);
    return moved;
}

/* Java may keep state for an instance (dict, weak references): it goes with the memory. */
void PyObject_Free(void *ptr)
{
    if (ptr == NULL) {
        return;
    }
    if (!jabiru_in_arena(ptr)) {
        free(ptr);
        return;
    }
    if (jabiru_prefix_of(ptr)->handle != 0) {
        jabiru_forget(ptr);
    }
    jabiru_release_cell(ptr);
}

/* As CPython while tracemalloc does not trace: here it never does. */
#define NOT_TRACING (-2)

int PyTraceMalloc_Track(unsigned int domain, size_t ptr, size_t size)
{
    (void)domain;
    (void)ptr;
    (void)size;
    return NOT_TRACING;
}

int PyTraceMalloc_Untrack(unsigned int domain, size_t ptr)
{
    (void)domain;
    (void)ptr;
    return NOT_TRACING;
}
