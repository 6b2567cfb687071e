/* Cycles through C: which objects only they themselves keep (trial deletion). Java's collector
   decides on those that Java refers to, or might; capi-emulation's package `cycles` is its half. */
#include "jabiru.h"

/* Objects that tp_traverse is asked of; the index of each stands in front of it. Number 0 is none.
   Guarded by the GIL, as everything here. */
static PyObject **tracked;
static uint32_t tracked_count;
static uint32_t tracked_capacity;

#define FIRST_LIMIT 10000

/* As many objects ask for a collection. */
static uint32_t limit = FIRST_LIMIT;

void jabiru_gc_add(PyObject *op)
{
    if (tracked_count + 1 >= tracked_capacity) {
        uint32_t capacity = tracked_capacity ? tracked_capacity * 2 : 1024;
        PyObject **grown = realloc(tracked, capacity * sizeof *tracked);
        if (grown == NULL) {
            return; /* is never collected as part of a cycle */
        }
        tracked = grown;
        tracked_capacity = capacity;
    }
    tracked[++tracked_count] = op;
    jabiru_prefix_of(op)->java = tracked_count;
    if (tracked_count >= limit) {
        limit = UINT32_MAX;
        jabiru_gc_due();
    }
}

void jabiru_gc_remove(PyObject *op)
{
    uint32_t index = jabiru_prefix_of(op)->java;
    PyObject *last = tracked[tracked_count--];
    tracked[index] = last;
    jabiru_prefix_of(last)->java = index;
    jabiru_prefix_of(op)->java = 0;
}

/* An object that Java made, whose type's fields C may refer from. */
void jabiru_gc_track(void *object)
{
    if (TYPE(object)->tp_flags & Py_TPFLAGS_HAVE_GC) {
        PyObject_GC_Track(object);
    }
}

/* A module whose definition tells what its state refers to. */
void jabiru_gc_track_module(void *module)
{
    PyModuleDef *definition = ((PyModuleObject *)module)->md_def;
    struct jabiru_prefix *prefix = jabiru_prefix_of(module);
    if (definition != NULL && definition->m_traverse != NULL && jabiru_in_arena(module) &&
        !(prefix->flags & FLAG_TRACKED)) {
        prefix->flags |= FLAG_TRACKED;
        jabiru_gc_add(module);
    }
}

void jabiru_gc_untrack(void *object)
{
    PyObject_GC_UnTrack(object);
}

int64_t jabiru_gc_count(void)
{
    return tracked_count;
}

void jabiru_gc_set_limit(int64_t objects)
{
    limit = objects > UINT32_MAX ? UINT32_MAX : (uint32_t)objects;
}

#define MARK_ROOT 1 /* something outside keeps it */
#define MARK_JAVA 2 /* Java may keep it */

struct node {
    PyObject *op;
    int64_t refs; /* those that no node was seen to have */
    uint32_t marks;
};

/* The objects looked at: the tracked ones by their index, then what they refer to. */
static struct node *nodes;
static uint32_t node_count;
static uint32_t node_capacity;
static uint32_t *open_nodes;
static uint32_t open_count;
static int64_t *report;
static size_t report_count;
static size_t report_capacity;
static int surveying;
static int no_memory;

static int is_container(PyTypeObject *type)
{
    return PyType_FastSubclass(type, Py_TPFLAGS_TUPLE_SUBCLASS | Py_TPFLAGS_LIST_SUBCLASS);
}

static int add_node(PyObject *op)
{
    if (node_count + 1 >= node_capacity) {
        uint32_t capacity = node_capacity ? node_capacity * 2 : 4096;
        struct node *grown = realloc(nodes, capacity * sizeof *nodes);
        if (grown == NULL) {
            no_memory = 1;
            return 0;
        }
        nodes = grown;
        node_capacity = capacity;
    }
    struct jabiru_prefix *prefix = jabiru_prefix_of(op);
    /* The wrapper of an instance has a reference, which says nothing about others. */
    int wrapped = prefix->handle != 0 && !(prefix->flags & FLAG_PROXY);
    nodes[++node_count] = (struct node){op, op->ob_refcnt - wrapped, 0};
    if (jabiru_is_immortal(op)) {
        nodes[node_count].refs = IMMORTAL_REFCNT;
    }
    prefix->java = node_count;
    return 1;
}

/* The node of an object, 0 for what cannot be part of a cycle or is not ours to judge. */
static uint32_t find_node(PyObject *op, int add)
{
    if (op == NULL || !jabiru_in_arena(op) || PyUnicode_CheckExact(op)) {
        return 0;
    }
    struct jabiru_prefix *prefix = jabiru_prefix_of(op);
    if (prefix->java != 0 || !add) {
        /* A tp_traverse that makes objects has them numbered, too. */
        int known = prefix->java <= node_count && nodes[prefix->java].op == op;
        return known ? prefix->java : 0;
    }
    if (prefix->handle == 0 && (prefix->flags != 0 || !is_container(TYPE(op)))) {
        return 0;
    }
    return add_node(op) ? node_count : 0;
}

static void visit_items(PyObject **items, Py_ssize_t count, visitproc visit, void *arg)
{
    for (Py_ssize_t i = 0; items != NULL && i < count; i++) {
        if (items[i] != NULL) {
            visit(items[i], arg);
        }
    }
}

/* What the memory of a bound method refers to (PyMethodObject). */
struct method {
    PyObject_HEAD PyObject *function_and_self[2];
};

/* The definition of a module, unless the state that its functions use is not there. */
static const PyModuleDef *module_definition(PyObject *op)
{
    const PyModuleObject *module = (PyModuleObject *)op;
    int usable =
        module->md_def != NULL && (module->md_def->m_size <= 0 || module->md_state != NULL);
    return usable ? module->md_def : NULL;
}

static void traverse(PyObject *op, visitproc visit, void *arg)
{
    PyTypeObject *type = TYPE(op);
    if (PyType_FastSubclass(type, Py_TPFLAGS_TUPLE_SUBCLASS)) {
        if (!(jabiru_prefix_of(op)->flags & FLAG_BORROWS)) {
            visit_items(((PyTupleObject *)op)->ob_item, Py_SIZE(op), visit, arg);
        }
    } else if (PyType_FastSubclass(type, Py_TPFLAGS_LIST_SUBCLASS)) {
        visit_items(((PyListObject *)op)->ob_item, Py_SIZE(op), visit, arg);
    } else if (type == &PyMethod_Type) {
        visit_items(((struct method *)op)->function_and_self, 2, visit, arg);
    }
    if (!(jabiru_prefix_of(op)->flags & FLAG_TRACKED)) {
        return;
    }
    if (type == &PyModule_Type) {
        const PyModuleDef *definition = module_definition(op);
        if (definition != NULL && definition->m_traverse != NULL) {
            definition->m_traverse(op, visit, arg);
        }
    } else if (!jabiru_is_static(type) && type->tp_traverse != NULL) {
        type->tp_traverse(op, visit, arg);
    }
}

static int visit_subtract(PyObject *op, void *arg)
{
    (void)arg;
    uint32_t node = find_node(op, 1);
    if (node != 0) {
        nodes[node].refs--;
    }
    return 0;
}

/* `arg` points to the mark; a root keeps it from being anything else. */
static int visit_mark(PyObject *op, void *arg)
{
    uint32_t node = find_node(op, 0);
    if (node != 0 && !(nodes[node].marks & (MARK_ROOT | *(uint32_t *)arg))) {
        nodes[node].marks |= *(uint32_t *)arg;
        open_nodes[open_count++] = node;
    }
    return 0;
}

static void add_to_report(int64_t word)
{
    if (report_count == report_capacity) {
        size_t capacity = report_capacity ? report_capacity * 2 : 4096;
        int64_t *grown = realloc(report, capacity * sizeof *report);
        if (grown == NULL) {
            no_memory = 1;
            return;
        }
        report = grown;
        report_capacity = capacity;
    }
    report[report_count++] = word;
}

static int visit_report(PyObject *op, void *arg)
{
    (void)arg;
    uint32_t node = find_node(op, 0);
    if (node != 0 && !(nodes[node].marks & MARK_ROOT)) {
        add_to_report((int64_t)(uintptr_t)op);
    }
    return 0;
}

static void mark_from(uint32_t node, uint32_t mark)
{
    visit_mark(nodes[node].op, &mark);
    while (open_count > 0 && !no_memory) {
        traverse(nodes[open_nodes[--open_count]].op, visit_mark, &mark);
    }
}

static void mark(void)
{
    for (uint32_t i = 1; i <= node_count; i++) {
        if (nodes[i].refs > 0) {
            mark_from(i, MARK_ROOT);
        }
    }
    for (uint32_t i = 1; i <= node_count; i++) {
        const struct jabiru_prefix *prefix = jabiru_prefix_of(nodes[i].op);
        if (prefix->handle != 0 && !(prefix->flags & FLAG_DOOMED)) {
            mark_from(i, MARK_JAVA);
        }
    }
}

/* Garbage is an address and -1; what Java may keep is its address, a number, and as many addresses
   of what it refers to. */
static void write_report(uint32_t judged)
{
    for (uint32_t i = 1; i <= node_count && !no_memory; i++) {
        if (nodes[i].marks & MARK_ROOT) {
            continue;
        }
        if (!(nodes[i].marks & MARK_JAVA)) {
            if (i <= judged) {
                add_to_report((int64_t)(uintptr_t)nodes[i].op);
                add_to_report(-1);
            }
            continue;
        }
        size_t start = report_count;
        add_to_report((int64_t)(uintptr_t)nodes[i].op);
        add_to_report(0);
        traverse(nodes[i].op, visit_report, NULL);
        if (report_count <= start + 2) {
            report_count = start;
        } else {
            report[start + 1] = (int64_t)(report_count - start - 2);
        }
    }
}

static void survey(uint32_t judged)
{
    for (uint32_t i = 1; i <= judged && !no_memory; i++) {
        add_node(tracked[i]);
    }
    for (uint32_t i = 1; i <= node_count && !no_memory; i++) {
        traverse(nodes[i].op, visit_subtract, NULL);
    }
    if (!no_memory) {
        open_nodes = malloc((node_count + 1) * sizeof *open_nodes);
        if (open_nodes != NULL) {
            mark();
            write_report(judged);
        } else {
            no_memory = 1;
        }
    }
    for (uint32_t i = judged + 1; i <= node_count; i++) {
        jabiru_prefix_of(nodes[i].op)->java = 0;
    }
}

/* What nothing outside the objects with tp_traverse keeps: the words are at `out[0]`, to be freed
   with PyMem_Free. Returns their number, -1 when there is no memory for it. */
int64_t jabiru_gc_survey(void *out)
{
    if (surveying) {
        return -1;
    }
    surveying = 1;
    no_memory = 0;
    node_count = 0;
    open_count = 0;
    report = NULL;
    report_count = report_capacity = 0;
    survey(tracked_count);
    free(nodes);
    free(open_nodes);
    nodes = NULL;
    node_capacity = 0;
    open_nodes = NULL;
    surveying = 0;
    if (no_memory) {
        free(report);
        return -1;
    }
    *(int64_t **)out = report;
    return (int64_t)report_count;
}

/* Whether there was a finalizer to call: each object's is called once. */
int64_t jabiru_gc_finalize(void *object)
{
    PyObject *op = object;
    destructor finalize = TYPE(op)->tp_finalize;
    struct jabiru_prefix *prefix = jabiru_prefix_of(op);
    if (finalize == NULL || (prefix->flags & FLAG_FINALIZED)) {
        return 0;
    }
    struct jabiru_pending pending;
    jabiru_enter_aside(&pending);
    prefix->flags |= FLAG_FINALIZED;
    finalize(op);
    jabiru_leave_aside(&pending);
    return 1;
}

static inquiry clear_function(PyObject *op)
{
    if (TYPE(op) == &PyModule_Type) {
        const PyModuleDef *definition = module_definition(op);
        return definition == NULL ? NULL : definition->m_clear;
    }
    return jabiru_is_static(TYPE(op)) ? NULL : TYPE(op)->tp_clear;
}

void jabiru_gc_clear(void *object)
{
    PyObject *op = object;
    inquiry clear = clear_function(op);
    if (clear == NULL) {
        return;
    }
    struct jabiru_pending pending;
    jabiru_enter_aside(&pending);
    clear(op);
    if (PyErr_Occurred()) {
        PyErr_WriteUnraisable(op);
    }
    jabiru_leave_aside(&pending);
}

/* What Java reaches, then what only C knows; until the callback returns 0. */
void PyUnstable_GC_VisitObjects(void *callback, void *arg)
{
    int (*visit)(PyObject *, void *) = (int (*)(PyObject *, void *))(uintptr_t)callback;
    PyObject *objects = jabiru_gc_objects();
    if (objects == NULL) {
        PyErr_WriteUnraisable(NULL);
        return;
    }
    Py_ssize_t known = Py_SIZE(objects);
    int goes_on = 1;
    for (Py_ssize_t i = 0; goes_on && i < known; i++) {
        goes_on = visit(((PyTupleObject *)objects)->ob_item[i], arg);
    }
    Py_DECREF(objects);
    for (uint32_t i = 1; goes_on && i <= tracked_count; i++) {
        if (jabiru_prefix_of(tracked[i])->handle == 0) {
            goes_on = visit(tracked[i], arg);
        }
    }
}

static int visit_referent(PyObject *op, void *arg)
{
    (void)arg;
    if (op != NULL) {
        add_to_report((int64_t)(uintptr_t)op);
    }
    return 0;
}

/* What tp_traverse tells of one object; result as jabiru_gc_survey's. */
int64_t jabiru_gc_referents(void *object, void *out)
{
    PyTypeObject *type = TYPE(object);
    if (surveying || jabiru_is_static(type) || type->tp_traverse == NULL) {
        return 0;
    }
    no_memory = 0;
    report = NULL;
    report_count = report_capacity = 0;
    type->tp_traverse(object, visit_referent, NULL);
    if (no_memory) {
        free(report);
        return -1;
    }
    *(int64_t **)out = report;
    return (int64_t)report_count;
}
