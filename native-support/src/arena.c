/* The arena: one reserved range of addresses in which all our objects live, so that a comparison
   tells them from foreign memory. Cells come from free lists by size class that Java shares. */
#include "jabiru.h"

#include <sys/mman.h>

#define RESERVED (UINT64_C(64) << 30)
#define COMMIT_STEP (UINT64_C(1) << 20)
#define RELEASE_ABOVE (UINT64_C(1) << 20)

struct jabiru_state jabiru_state = {.epoch = 1};

/* A limit on address space (ulimit -v) leaves a smaller arena. */
int jabiru_arena_init(void)
{
    for (uint64_t size = RESERVED; size >= (UINT64_C(64) << 20); size >>= 1) {
        void *base =
            mmap(NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (base != MAP_FAILED) {
            jabiru_state.arena_base = (uintptr_t)base;
            jabiru_state.arena_end = (uintptr_t)base + size;
            jabiru_state.arena_top = (uintptr_t)base;
            jabiru_state.arena_committed = (uintptr_t)base;
            return 0;
        }
    }
    return -1;
}

static int size_class_of(size_t cell)
{
    if (cell <= SMALL_CLASSES * 16) {
        return (int)((cell + 15) / 16) - 1;
    }
    int size_class = SMALL_CLASSES;
    while ((UINT64_C(1024) << (size_class - SMALL_CLASSES)) < cell) {
        size_class++;
    }
    return size_class;
}

uint64_t jabiru_cell_size(int size_class)
{
    return size_class < SMALL_CLASSES ? 16 * ((uint64_t)size_class + 1)
                                      : UINT64_C(1024) << (size_class - SMALL_CLASSES);
}

static int commit_to(uintptr_t end)
{
    if (end <= jabiru_state.arena_committed) {
        return 0;
    }
    uintptr_t limit = (end + COMMIT_STEP - 1) & ~(uintptr_t)(COMMIT_STEP - 1);
    if (limit > jabiru_state.arena_end) {
        limit = jabiru_state.arena_end;
    }
    if (mprotect((void *)jabiru_state.arena_committed, limit - jabiru_state.arena_committed,
            PROT_READ | PROT_WRITE) != 0) {
        return -1;
    }
    jabiru_state.arena_committed = limit;
    return 0;
}

static void *new_cell(int size_class)
{
    uint64_t size = jabiru_cell_size(size_class);
    uintptr_t start = jabiru_state.arena_top;
    if (size > jabiru_state.arena_end - start || commit_to(start + size) != 0) {
        return NULL;
    }
    jabiru_state.arena_top = start + size;
    return (void *)start;
}

/* Pages of large free cells that the process keeps: a program that makes one large object after
   another would otherwise have the system clear each page of each. */
#define MOST_KEPT (64 << 20)

static uint64_t kept_bytes;

/* A free cell: the next one of its list, and whether its pages count among those that are kept. */
struct free_cell {
    void *next;
    uint64_t kept;
};

/* An object's memory of `size` bytes behind a cleared prefix, NULL when there is no more. */
void *jabiru_allocate(size_t size)
{
    if (size > (size_t)PY_SSIZE_T_MAX / 2) {
        return NULL;
    }
    if (jabiru_state.poison && jabiru_debug_fails()) {
        return NULL;
    }
    int size_class = size_class_of((size < 16 ? 16 : size) + sizeof(struct jabiru_prefix));
    void *cell = jabiru_state.free_lists[size_class];
    if (cell != NULL) {
        jabiru_state.free_lists[size_class] = *(void **)cell;
        if (jabiru_cell_size(size_class) > RELEASE_ABOVE) {
            kept_bytes -= ((struct free_cell *)cell)->kept;
        }
    } else {
        cell = jabiru_state.poison ? jabiru_debug_cell(size_class) : NULL;
        cell = cell != NULL ? cell : new_cell(size_class);
        if (cell == NULL) {
            return NULL;
        }
    }
    struct jabiru_prefix *prefix = cell;
    memset(prefix, 0, sizeof *prefix);
    prefix->size_class = (uint8_t)size_class;
    if (jabiru_state.poison) {
        jabiru_debug_made(prefix + 1);
    }
    return prefix + 1;
}

/* The bytes that fit behind `object` without moving it. */
size_t jabiru_capacity(void *object)
{
    return jabiru_cell_size(jabiru_prefix_of(object)->size_class) - sizeof(struct jabiru_prefix);
}

static void release_pages(void *object, uint64_t size)
{
    uintptr_t first = ((uintptr_t)object + 4095) & ~(uintptr_t)4095;
    uintptr_t end = ((uintptr_t)object - sizeof(struct jabiru_prefix) + size) & ~(uintptr_t)4095;
    if (first < end) {
        madvise((void *)first, end - first, MADV_DONTNEED);
    }
}

/* Gives a cell back, whatever it held. */
void jabiru_release_cell(void *object)
{
    struct jabiru_prefix *prefix = jabiru_prefix_of(object);
    int size_class = prefix->size_class;
    uint64_t size = jabiru_cell_size(size_class);
    if ((prefix->flags & FLAG_TRACKED) && prefix->java != 0) {
        jabiru_gc_remove(object);
    }
    if (jabiru_state.poison) {
        jabiru_debug_freed(object, size - sizeof *prefix);
        return;
    }
    struct free_cell *cell = (struct free_cell *)prefix;
    ((PyObject *)object)->ob_refcnt = 0;
    if (size > RELEASE_ABOVE) {
        cell->kept = kept_bytes + size <= MOST_KEPT ? size : 0;
        kept_bytes += cell->kept;
        if (cell->kept == 0) {
            release_pages(object, size);
        }
    }
    cell->next = jabiru_state.free_lists[size_class];
    jabiru_state.free_lists[size_class] = prefix;
}

static int64_t free_cells(int size_class)
{
    int64_t count = 0;
    for (void *cell = jabiru_state.free_lists[size_class]; cell != NULL; cell = *(void **)cell) {
        count++;
    }
    return count;
}

/* Bytes handed out and not given back: a measure of leaks, not a fast one. */
int64_t jabiru_live_bytes(void)
{
    if (jabiru_state.poison) {
        return jabiru_debug_live_bytes();
    }
    int64_t bytes = (int64_t)(jabiru_state.arena_top - jabiru_state.arena_base);
    for (int i = 0; i < SIZE_CLASSES; i++) {
        bytes -= free_cells(i) * (int64_t)jabiru_cell_size(i);
    }
    return bytes;
}

/* The count of a proxy fell to 0: Java decides at its next boundary. */
void jabiru_zero_list_add(PyObject *op)
{
    struct jabiru_prefix *prefix = jabiru_prefix_of(op);
    if (prefix->flags & FLAG_ON_ZERO_LIST) {
        return;
    }
    if (jabiru_state.zero_count == jabiru_state.zero_capacity) {
        uint64_t capacity = jabiru_state.zero_capacity ? jabiru_state.zero_capacity * 2 : 1024;
        PyObject **list = realloc(jabiru_state.zero_list, capacity * sizeof *list);
        if (list == NULL) {
            return; /* stays bound: a leak rather than a dangling pointer */
        }
        jabiru_state.zero_list = list;
        jabiru_state.zero_capacity = capacity;
    }
    prefix->flags |= FLAG_ON_ZERO_LIST;
    jabiru_state.zero_list[jabiru_state.zero_count++] = op;
}

/* A value with one reference, nothing but its head set; NULL with MemoryError. */
void *jabiru_new_value(PyTypeObject *type, size_t size)
{
    PyObject *op = jabiru_is_refused(size) ? NULL : jabiru_allocate(size);
    if (op == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    op->ob_refcnt = 1;
    op->ob_type = type;
    return op;
}

void *jabiru_new_zeroed(PyTypeObject *type, size_t size)
{
    PyObject *op = jabiru_new_value(type, size);
    if (op != NULL && size > sizeof *op) {
        memset(op + 1, 0, size - sizeof *op);
    }
    return op;
}

/* For Java, whose own objects are no business of an extension's allocator. */
void *jabiru_object_new(PyTypeObject *type, int64_t size)
{
    int asks = jabiru_asks_allocator;
    jabiru_asks_allocator = 0;
    PyObject *op = jabiru_new_zeroed(type, (size_t)size);
    jabiru_asks_allocator = asks;
    if (op == NULL) {
        PyErr_Clear(); /* Java raises its own */
    }
    return op;
}

void jabiru_object_free(void *object)
{
    jabiru_release_cell(object);
}
