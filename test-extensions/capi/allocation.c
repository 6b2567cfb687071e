/* An allocator that fails, once: PyMem_SetAllocator of the full API, whatever API this is for. */
#include <Python.h>
#include <dlfcn.h>

#define DOMAINS 3

typedef struct {
    void *ctx;
    void *(*malloc)(void *ctx, size_t size);
    void *(*calloc)(void *ctx, size_t count, size_t size);
    void *(*realloc)(void *ctx, void *p, size_t size);
    void (*free)(void *ctx, void *p);
} allocator;

typedef void (*exchange)(int domain, allocator *allocator);

static allocator usual[DOMAINS];
static long before_failure;

static int fails(void)
{
    return before_failure-- == 0;
}

static void *failing_malloc(void *ctx, size_t size)
{
    allocator *a = ctx;
    return fails() ? NULL : a->malloc(a->ctx, size);
}

static void *failing_calloc(void *ctx, size_t count, size_t size)
{
    allocator *a = ctx;
    return fails() ? NULL : a->calloc(a->ctx, count, size);
}

static void *failing_realloc(void *ctx, void *p, size_t size)
{
    allocator *a = ctx;
    return fails() ? NULL : a->realloc(a->ctx, p, size);
}

static void usual_free(void *ctx, void *p)
{
    allocator *a = ctx;
    a->free(a->ctx, p);
}

/* Lets one allocation fail, after as many others. */
static PyObject *fail(PyObject *self, PyObject *number)
{
    exchange get = (exchange)dlsym(RTLD_DEFAULT, "PyMem_GetAllocator");
    exchange set = (exchange)dlsym(RTLD_DEFAULT, "PyMem_SetAllocator");
    before_failure = PyLong_AsLong(number);
    for (int i = 0; i < DOMAINS; i++) {
        get(i, &usual[i]);
        allocator failing = {
            &usual[i], failing_malloc, failing_calloc, failing_realloc, usual_free};
        set(i, &failing);
    }
    Py_INCREF(Py_None);
    return Py_None;
}

/* Puts the allocators back. */
static PyObject *work(PyObject *self, PyObject *unused)
{
    exchange set = (exchange)dlsym(RTLD_DEFAULT, "PyMem_SetAllocator");
    for (int i = 0; i < DOMAINS; i++)
        set(i, &usual[i]);
    Py_INCREF(Py_None);
    return Py_None;
}

static PyMethodDef methods[] = {
    {"fail", fail, METH_O, NULL},
    {"work", work, METH_NOARGS, NULL},
    {NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "capi_allocation", NULL, -1, methods};

PyMODINIT_FUNC PyInit_capi_allocation(void)
{
    return PyModule_Create(&definition);
}
