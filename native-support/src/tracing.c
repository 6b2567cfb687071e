/* Trace and profile functions in C: Java knows them as Python functions that pass on what they are
   called with. */
#include "jabiru.h"

#include <string.h>

typedef int (*tracefunc)(PyObject *argument, PyObject *frame, int what, PyObject *value);

struct tracer {
    tracefunc function;
    PyObject *argument;
};

/* In the order of CPython's PyTrace_ numbers. */
static const char *const events[] = {
    "call",
    "exception",
    "line",
    "return",
    "c_call",
    "c_exception",
    "c_return",
    "opcode",
};

static int number_of(PyObject *event)
{
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        if (PyUnicode_CompareWithASCIIString(event, events[i]) == 0) return (int)i;
    }
    return -1;
}

static PyObject *pass_on(PyObject *capsule, PyObject *const *args, Py_ssize_t nargs);

static PyMethodDef definition = {
    "trace",
    (PyCFunction)(void (*)(void))pass_on,
    METH_FASTCALL,
    NULL,
};

static PyObject *pass_on(PyObject *capsule, PyObject *const *args, Py_ssize_t nargs)
{
    struct tracer *tracer = PyCapsule_GetPointer(capsule, NULL);
    if (tracer == NULL) return NULL;
    if (nargs != 3) {
        PyErr_SetString(PyExc_TypeError, "a trace function takes frame, event and argument");
        return NULL;
    }
    int what = number_of(args[1]);
    if (what >= 0 && tracer->function(tracer->argument, args[0], what, args[2]) < 0) return NULL;
    /* The local trace function is the same. */
    return PyCFunction_NewEx(&definition, capsule, NULL);
}

static void give_back(PyObject *capsule)
{
    struct tracer *tracer = PyCapsule_GetPointer(capsule, NULL);
    Py_XDECREF(tracer->argument);
    PyMem_Free(tracer);
}

/* A Python function for one of C; None for none. */
static PyObject *wrapped(tracefunc function, PyObject *argument)
{
    if (function == NULL) Py_RETURN_NONE;
    struct tracer *tracer = PyMem_Malloc(sizeof *tracer);
    if (tracer == NULL) return PyErr_NoMemory();
    tracer->function = function;
    tracer->argument = Py_XNewRef(argument);
    PyObject *capsule = PyCapsule_New(tracer, NULL, give_back);
    if (capsule == NULL) return NULL;
    PyObject *callable = PyCFunction_NewEx(&definition, capsule, NULL);
    Py_DECREF(capsule);
    return callable;
}

static int set(const char *setter, void *function, PyObject *argument)
{
    tracefunc typed;
    memcpy(&typed, &function, sizeof typed);
    PyObject *callable = wrapped(typed, argument);
    if (callable == NULL) return -1;
    PyObject *in_sys = PySys_GetObject(setter);
    PyObject *done = in_sys == NULL ? NULL : PyObject_CallFunctionObjArgs(in_sys, callable, NULL);
    Py_DECREF(callable);
    Py_XDECREF(done);
    return done == NULL ? -1 : 0;
}

static int set_trace(void *function, PyObject *argument)
{
    if (set("settrace", function, argument) < 0) return -1;
    if (function != NULL) jabiru_trace_all_frames();
    return 0;
}

int _PyEval_SetProfile(PyThreadState *tstate, void *function, PyObject *argument)
{
    (void)tstate;
    return set("setprofile", function, argument);
}

int _PyEval_SetTrace(PyThreadState *tstate, void *function, PyObject *argument)
{
    (void)tstate;
    return set_trace(function, argument);
}

void PyEval_SetProfile(void *function, PyObject *argument)
{
    if (set("setprofile", function, argument) < 0) PyErr_WriteUnraisable(NULL);
}

void PyEval_SetTrace(void *function, PyObject *argument)
{
    if (set_trace(function, argument) < 0) PyErr_WriteUnraisable(NULL);
}

void PyEval_SetProfileAllThreads(void *function, PyObject *argument)
{
    if (set("_setprofileallthreads", function, argument) < 0) PyErr_WriteUnraisable(NULL);
}

void PyEval_SetTraceAllThreads(void *function, PyObject *argument)
{
    if (set("_settraceallthreads", function, argument) < 0) PyErr_WriteUnraisable(NULL);
}

/* Java knows of the current thread only, which is the one that C asks for. */
static int is_current(PyThreadState *tstate)
{
    return tstate == PyThreadState_GetUnchecked();
}

void PyThreadState_EnterTracing(PyThreadState *tstate)
{
    if (tstate->tracing++ == 0 && is_current(tstate)) {
        tstate->traced_before = jabiru_hold_tracing(1);
    }
}

void PyThreadState_LeaveTracing(PyThreadState *tstate)
{
    if (tstate->tracing > 0 && --tstate->tracing == 0 && is_current(tstate)) {
        jabiru_hold_tracing(tstate->traced_before);
    }
}
