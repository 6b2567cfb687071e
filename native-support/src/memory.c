/* Memory for extensions. PyMem_* is malloc; PyObject_* gives cells of the arena, so that objects
   made from them (PyObject_Malloc and PyObject_Init) have a prefix. */
#include "jabiru.h"

static int too_large(size_t n, size_t size)
{
    return size != 0 && n > (size_t)PY_SSIZE_T_MAX / size;
}

static void *raw_malloc(void *context, size_t size)
{
    (void)context;
    return size > (size_t)PY_SSIZE_T_MAX ? NULL : malloc(size ? size : 1);
}

static void *raw_calloc(void *context, size_t nelem, size_t elsize)
{
    (void)context;
    if (too_large(nelem, elsize)) {
        return NULL;
    }
    return nelem == 0 || elsize == 0 ? calloc(1, 1) : calloc(nelem, elsize);
}

static void *raw_realloc(void *context, void *ptr, size_t new_size)
{
    (void)context;
    return new_size > (size_t)PY_SSIZE_T_MAX ? NULL : realloc(ptr, new_size ? new_size : 1);
}

static void raw_free(void *context, void *ptr)
{
    (void)context;
    free(ptr);
}

static void *object_malloc(void *context, size_t size)
{
    (void)context;
    void *memory = jabiru_allocate(size);
    if (memory != NULL) {
        jabiru_prefix_of(memory)->flags = FLAG_RAW;
    }
    return memory;
}

static void *object_calloc(void *context, size_t nelem, size_t elsize)
{
    if (too_large(nelem, elsize)) {
        return NULL;
    }
    void *memory = object_malloc(context, nelem * elsize);
    if (memory != NULL) {
        memset(memory, 0, nelem * elsize);
    }
    return memory;
}

static void *object_realloc(void *context, void *ptr, size_t new_size)
{
    if (ptr == NULL) {
        return object_malloc(context, new_size);
    }
    if (!jabiru_in_arena(ptr)) {
        return raw_realloc(context, ptr, new_size);
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
static void object_free(void *context, void *ptr)
{
    (void)context;
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

/* PyMemAllocatorEx */
struct allocator {
    void *context;
    void *(*malloc)(void *context, size_t size);
    void *(*calloc)(void *context, size_t nelem, size_t elsize);
    void *(*realloc)(void *context, void *ptr, size_t new_size);
    void (*free)(void *context, void *ptr);
};

/* PyMemAllocatorDomain */
enum { RAW, MEM, OBJECT, DOMAINS };

/* What extensions ask for, objects included; those that Java shows C come from the arena directly.
 */
static struct allocator allocators[DOMAINS] = {
    [RAW] = {NULL, raw_malloc, raw_calloc, raw_realloc, raw_free},
    [MEM] = {NULL, raw_malloc, raw_calloc, raw_realloc, raw_free},
    [OBJECT] = {NULL, object_malloc, object_calloc, object_realloc, object_free},
};

void PyMem_GetAllocator(int domain, void *allocator)
{
    struct allocator *out = allocator;
    *out = domain >= 0 && domain < DOMAINS ? allocators[domain] : (struct allocator){NULL};
}

int jabiru_asks_allocator;

void PyMem_SetAllocator(int domain, void *allocator)
{
    if (domain >= 0 && domain < DOMAINS) {
        allocators[domain] = *(struct allocator *)allocator;
    }
    jabiru_asks_allocator = allocators[OBJECT].malloc != object_malloc;
}

/* What it gives goes back at once: the object's memory is the arena's in any case. */
int jabiru_is_refused(size_t size)
{
    if (!jabiru_asks_allocator) {
        return 0;
    }
    const struct allocator *own = &allocators[OBJECT];
    void *given = own->malloc(own->context, size);
    if (given != NULL) {
        own->free(own->context, given);
    }
    return given == NULL;
}

static inline void *allocate(int domain, size_t size)
{
    return allocators[domain].malloc(allocators[domain].context, size);
}

static inline void *allocate_zeroed(int domain, size_t nelem, size_t elsize)
{
    return allocators[domain].calloc(allocators[domain].context, nelem, elsize);
}

static inline void *reallocate(int domain, void *ptr, size_t new_size)
{
    return allocators[domain].realloc(allocators[domain].context, ptr, new_size);
}

static inline void release(int domain, void *ptr)
{
    allocators[domain].free(allocators[domain].context, ptr);
}

void *PyMem_RawMalloc(size_t size)
{
    return allocate(RAW, size);
}

void *PyMem_RawCalloc(size_t nelem, size_t elsize)
{
    return allocate_zeroed(RAW, nelem, elsize);
}

void *PyMem_RawRealloc(void *ptr, size_t new_size)
{
    return reallocate(RAW, ptr, new_size);
}

void PyMem_RawFree(void *ptr)
{
    release(RAW, ptr);
}

void *PyMem_Malloc(size_t size)
{
    return allocate(MEM, size);
}

void *PyMem_Calloc(size_t nelem, size_t elsize)
{
    return allocate_zeroed(MEM, nelem, elsize);
}

void *PyMem_Realloc(void *ptr, size_t new_size)
{
    return reallocate(MEM, ptr, new_size);
}

void PyMem_Free(void *ptr)
{
    release(MEM, ptr);
}

void *PyObject_Malloc(size_t size)
{
    return allocate(OBJECT, size);
}

void *PyObject_Calloc(size_t nelem, size_t elsize)
{
    return allocate_zeroed(OBJECT, nelem, elsize);
}

void *PyObject_Realloc(void *ptr, size_t new_size)
{
    return reallocate(OBJECT, ptr, new_size);
}

void PyObject_Free(void *ptr)
{
    release(OBJECT, ptr);
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
