/* Through here Java calls into extensions. The result is made consistent with the exception: a
   result that came with an exception is released, so that Java looks at the error only on NULL. */
#include "jabiru.h"

#define CALL(function, type) ((type)(uintptr_t)(function))

/* C and Java may call each other without end: where the stack ends Java could not say so. */
static int is_too_deep(PyThreadState *thread)
{
    if (__builtin_expect(thread->entered >= thread->stack_limit, 1)) return 0;
    return jabiru_stack_overflow(thread, thread->entered, "");
}

static void *object_result(PyThreadState *thread, PyObject *result)
{
    jabiru_settle();
    if (result != NULL && (thread->error_type != NULL || thread->current_exception != NULL)) {
        jabiru_error_unshow(thread);
        struct jabiru_error error = {
            thread->error_type, thread->error_value, thread->error_traceback};
        thread->error_type = thread->error_value = thread->error_traceback = NULL;
        Py_DECREF(result);
        PyErr_Restore(error.type, error.value, error.traceback);
        thread->result_with_error = 1;
        return NULL;
    }
    return result;
}

static int64_t int_result(PyThreadState *thread, int64_t result)
{
    jabiru_settle();
    if (result != -1 && (thread->error_type != NULL || thread->current_exception != NULL)) {
        thread->result_with_error = 1;
        return -1;
    }
    return result;
}

void *jabiru_call_noargs(void *function, void *self)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, PyCFunction)(self, NULL));
}

void *jabiru_call_args(void *function, void *self, void *args)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, PyCFunction)(self, args));
}

void *jabiru_call_keywords(void *function, void *self, void *args, void *kwargs)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, PyCFunctionWithKeywords)(self, args, kwargs));
}

void *jabiru_call_fast(void *function, void *self, void *args, int64_t nargs)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, PyCFunctionFast)(self, args, nargs));
}

void *jabiru_call_fast_keywords(
    void *function, void *self, void *args, int64_t nargs, void *kwnames)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(
        thread, CALL(function, PyCFunctionFastWithKeywords)(self, args, nargs, kwnames));
}

void *jabiru_call_method(
    void *function, void *self, void *cls, void *args, int64_t nargs, void *kwnames)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, PyCMethod)(self, cls, args, nargs, kwnames));
}

void *jabiru_object_call0(void *function)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, PyObject * (*)(void))());
}

void *jabiru_object_call1(void *function, void *a)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, PyObject * (*)(void *))(a));
}

void *jabiru_object_call2(void *function, void *a, void *b)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, PyObject * (*)(void *, void *))(a, b));
}

void *jabiru_object_call3(void *function, void *a, void *b, void *c)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, PyObject * (*)(void *, void *, void *))(a, b, c));
}

void *jabiru_item_call(void *function, void *self, int64_t index)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, ssizeargfunc)(self, index));
}

void *jabiru_compare_call(void *function, void *self, void *other, int op)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return NULL;
    return object_result(thread, CALL(function, richcmpfunc)(self, other, op));
}

int64_t jabiru_int_call1(void *function, void *a)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return -1;
    return int_result(thread, CALL(function, int (*)(void *))(a));
}

int64_t jabiru_int_call2(void *function, void *a, void *b)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return -1;
    return int_result(thread, CALL(function, int (*)(void *, void *))(a, b));
}

int64_t jabiru_int_call3(void *function, void *a, void *b, void *c)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return -1;
    return int_result(thread, CALL(function, int (*)(void *, void *, void *))(a, b, c));
}

int64_t jabiru_long_call1(void *function, void *a)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return -1;
    return int_result(thread, CALL(function, Py_ssize_t (*)(void *))(a));
}

int64_t jabiru_set_item_call(void *function, void *self, int64_t index, void *value)
{
    PyThreadState *thread = jabiru_enter();
    if (is_too_deep(thread)) return -1;
    return int_result(thread, CALL(function, ssizeobjargproc)(self, index, value));
}

int64_t jabiru_buffer_call(void *function, void *self, void *view, int flags)
{
    PyThreadState *thread = jabiru_enter();
    return int_result(thread, CALL(function, getbufferproc)(self, view, flags));
}

int64_t jabiru_send_call(void *function, void *self, void *arg, void *result)
{
    PyThreadState *thread = jabiru_enter();
    return int_result(thread, CALL(function, sendfunc)(self, arg, result));
}

void jabiru_void_call1(void *function, void *a)
{
    jabiru_enter();
    CALL(function, void (*)(void *))(a);
    jabiru_settle();
}

void jabiru_void_call2(void *function, void *a, void *b)
{
    jabiru_enter();
    CALL(function, void (*)(void *, void *))(a, b);
    jabiru_settle();
}
