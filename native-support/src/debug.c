/* jabiru --capi-debug: who made each object, freed memory that stays recognisable, what is left at
   the end. Nothing of it runs otherwise: the free lists stay empty, so that every allocation takes
   the slow path, which asks jabiru_state.poison. */
#define _GNU_SOURCE
#include "jabiru.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <stdio.h>

#define QUARANTINE (1 << 20)
#define POISON 0xDB
#define FRAMES 12
#define GROUPS_SHOWN 20

/* What is known of an object: the function of the C-API, its caller, or what Java did. */
struct record {
    void *object;
    const void *function;
    const void *caller;
    const char *upcall;
    int freed;
};

static struct record *records;
static size_t capacity, used;
static void *quarantine[QUARANTINE];
static uint64_t quarantined;
static void *reusable[SIZE_CLASSES];
static const char *current_upcall;
static long fail_at, asked;

/* The type of freed objects: whoever looks at one finds that it is nothing else. */
static PyTypeObject freed_type = {
    .ob_base = {.ob_base = {.ob_refcnt = IMMORTAL_REFCNT, .ob_type = &PyType_Type}},
    .tp_name = "object that was freed",
    .tp_basicsize = sizeof(PyObject),
};

static struct record *find(void *object)
{
    size_t i = ((uintptr_t)object >> 4) * 0x9E3779B97F4A7C15u >> 20 & (capacity - 1);
    while (records[i].object != NULL && records[i].object != object) {
        i = (i + 1) & (capacity - 1);
    }
    return &records[i];
}

static void grow(void)
{
    struct record *old = records;
    size_t old_capacity = capacity;
    capacity = capacity ? capacity * 2 : 1 << 16;
    records = calloc(capacity, sizeof *records);
    if (records == NULL) {
        fprintf(stderr, "jabiru: --capi-debug: no memory for its tables\n");
        abort();
    }
    for (size_t i = 0; i < old_capacity; i++) {
        if (old[i].object != NULL) {
            *find(old[i].object) = old[i];
        }
    }
    free(old);
}

static int is_in_library(const void *address)
{
    static const void *base;
    Dl_info info;
    if (base == NULL && dladdr((void *)&jabiru_debug_made, &info)) {
        base = info.dli_fbase;
    }
    return dladdr(address, &info) && info.dli_fbase == base;
}

/* A cell that may be handed out again, or NULL. */
void *jabiru_debug_cell(int size_class)
{
    void *cell = reusable[size_class];
    if (cell != NULL) {
        reusable[size_class] = *(void **)cell;
    }
    return cell;
}

/* Finds the last function of ours before an extension's; returns whether an extension called. */
static int find_caller(const void **function, const void **caller)
{
    void *frames[FRAMES];
    Dl_info info;
    int count = backtrace(frames, FRAMES);
    for (int i = 1; i < count; i++) {
        if (!is_in_library(frames[i])) {
            *function = frames[i - 1];
            *caller = frames[i];
            return dladdr(frames[i], &info) && strstr(info.dli_fname, "libjvm") == NULL;
        }
    }
    return 0;
}

/* Whether this is the allocation, of those that extensions ask for, that is to fail. */
int jabiru_debug_fails(void)
{
    const void *function, *caller;
    return fail_at != 0 && find_caller(&function, &caller) && ++asked == fail_at;
}

/* Notes who made an object. */
void jabiru_debug_made(void *object)
{
    if (used * 2 >= capacity) {
        grow();
    }
    struct record *record = find(object);
    used += record->object == NULL;
    *record = (struct record){.object = object, .upcall = current_upcall};
    if (!find_caller(&record->function, &record->caller)) {
        record->function = record->caller = NULL;
    }
}

/* Instead of its way back to the free list: the memory is poisoned and rests for a while. */
void jabiru_debug_freed(void *object, uint64_t size)
{
    struct record *record = find(object);
    struct jabiru_prefix *prefix = jabiru_prefix_of(object);
    used += record->object == NULL; /* made before the start */
    record->object = object;
    record->freed = 1;
    memset(object, POISON, size);
    ((PyObject *)object)->ob_type = &freed_type;
    prefix->handle = 0;
    prefix->flags = 0;
    void **slot = &quarantine[quarantined++ % QUARANTINE];
    void *oldest = *slot;
    *slot = prefix;
    if (oldest != NULL) {
        int size_class = ((struct jabiru_prefix *)oldest)->size_class;
        *(void **)oldest = reusable[size_class];
        reusable[size_class] = oldest;
    }
}

/* As jabiru_live_bytes, of what was made since the start. */
int64_t jabiru_debug_live_bytes(void)
{
    int64_t bytes = 0;
    for (size_t i = 0; i < capacity; i++) {
        if (records[i].object != NULL && !records[i].freed) {
            int size_class = jabiru_prefix_of(records[i].object)->size_class;
            bytes += (int64_t)jabiru_cell_size(size_class);
        }
    }
    return bytes;
}

static void print_place(FILE *out, const void *address)
{
    Dl_info info;
    if (!dladdr(address, &info) || info.dli_fname == NULL) {
        fprintf(out, "%p", address);
        return;
    }
    const char *file = strrchr(info.dli_fname, '/');
    fprintf(out, "%s+0x%lx", file == NULL ? info.dli_fname : file + 1,
        (unsigned long)((uintptr_t)address - (uintptr_t)info.dli_fbase));
}

static const char *function_name(const struct record *record)
{
    Dl_info info;
    if (record->function != NULL && dladdr(record->function, &info) && info.dli_sname != NULL) {
        return info.dli_sname;
    }
    return record->upcall != NULL ? record->upcall : "a call from Java";
}

static void print_maker(FILE *out, const struct record *record)
{
    fprintf(out, "made by %s", function_name(record));
    if (record->caller != NULL) {
        fprintf(out, " called at ");
        print_place(out, record->caller);
    }
}

/* Whether an object was freed; then it is reported, with who made it. */
int64_t jabiru_debug_check(void *object, void *function)
{
    if (!jabiru_in_arena(object) || TYPE(object) != &freed_type) {
        return 0;
    }
    fprintf(stderr, "jabiru: use after free: %s was given %p, ", (const char *)function, object);
    print_maker(stderr, find(object));
    fprintf(stderr, "\n");
    return 1;
}

/* A reference was given up, or taken, of an object that is gone. */
void jabiru_debug_counted(PyObject *object, const char *function)
{
    if (jabiru_state.poison) {
        jabiru_debug_check(object, (void *)function);
    }
}

struct group {
    const struct record *record;
    const char *type;
    int64_t count;
};

static int larger_first(const void *a, const void *b)
{
    int64_t x = ((const struct group *)a)->count, y = ((const struct group *)b)->count;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* References of C's to an object; 0 where it is not an object. */
static int64_t references_of_c(PyObject *object)
{
    struct jabiru_prefix *prefix = jabiru_prefix_of(object);
    if ((prefix->flags & FLAG_RAW) || jabiru_is_immortal(object)) {
        return 0;
    }
    return object->ob_refcnt - ((prefix->flags & FLAG_INSTANCE) && prefix->handle != 0);
}

/* Prints what C made and has not given back, by who made it; returns how many objects that is. */
int64_t jabiru_debug_leaks(void)
{
    struct group *groups = calloc(used + 1, sizeof *groups);
    size_t group_count = 0;
    int64_t total = 0;
    for (size_t i = 0; groups != NULL && i < capacity; i++) {
        struct record *record = &records[i];
        if (record->object == NULL || record->freed || record->caller == NULL) {
            continue;
        }
        PyObject *object = record->object;
        if (references_of_c(object) <= 0 || PyType_Check(object) || PyModule_Check(object)) {
            continue;
        }
        total++;
        size_t g = 0;
        while (g < group_count && !(groups[g].record->caller == record->caller &&
                                      groups[g].type == TYPE(object)->tp_name)) {
            g++;
        }
        if (g == group_count) {
            groups[group_count++] = (struct group){record, TYPE(object)->tp_name, 0};
        }
        groups[g].count++;
    }
    qsort(groups, group_count, sizeof *groups, larger_first);
    fprintf(stderr, "jabiru: C still holds %lld objects that it made\n", (long long)total);
    for (size_t g = 0; g < group_count && g < GROUPS_SHOWN; g++) {
        fprintf(stderr, "jabiru: %8lld x %s, ", (long long)groups[g].count, groups[g].type);
        print_maker(stderr, groups[g].record);
        fprintf(stderr, "\n");
    }
    free(groups);
    return total;
}

/* From now on. Returns where Java puts the name of the function that runs. */
void *jabiru_debug_start(void)
{
    const char *wanted = getenv("JABIRU_FAIL_ALLOCATION");
    fail_at = wanted == NULL ? 0 : atol(wanted);
    grow();
    jabiru_state.poison = 1;
    for (int i = 0; i < SIZE_CLASSES; i++) {
        jabiru_state.free_lists[i] = NULL;
    }
    return &current_upcall;
}
