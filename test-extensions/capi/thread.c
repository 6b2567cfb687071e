/* The GIL: given up by threads of Python, taken by threads of C. */
#include <Python.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static PyObject *sleeping(PyObject *self, PyObject *args)
{
    int milliseconds;
    if (!PyArg_ParseTuple(args, "i", &milliseconds)) return NULL;
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    Py_BEGIN_ALLOW_THREADS nanosleep(&time, NULL);
    Py_END_ALLOW_THREADS Py_RETURN_NONE;
}

/* An item, as a new reference. */
#ifdef METH_FASTCALL
#define ITEM_FLAGS METH_FASTCALL
static PyObject *item(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2) return PyErr_Format(PyExc_TypeError, "two arguments");
    return PySequence_GetItem(args[0], PyLong_AsSsize_t(args[1]));
}
#else
#define ITEM_FLAGS METH_VARARGS
static PyObject *item(PyObject *self, PyObject *args)
{
    PyObject *sequence;
    Py_ssize_t index;
    if (!PyArg_ParseTuple(args, "On", &sequence, &index)) return NULL;
    return PySequence_GetItem(sequence, index);
}
#endif

/* Something to compute without the GIL. */
static PyObject *computing(PyObject *self, PyObject *args)
{
    Py_ssize_t rounds;
    if (!PyArg_ParseTuple(args, "n", &rounds)) return NULL;
    uint64_t state = 1;
    Py_BEGIN_ALLOW_THREADS for (Py_ssize_t i = 0; i < rounds; i++)
    {
        state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    }
    Py_END_ALLOW_THREADS return PyLong_FromUnsignedLongLong(state);
}

/* Given up and taken back inside each other, with calls in between. */
static PyObject *ensured(PyObject *self, PyObject *callable)
{
    PyGILState_STATE outer = PyGILState_Ensure();
    PyGILState_STATE inner = PyGILState_Ensure();
    PyObject *first = PyObject_CallObject(callable, NULL);
    PyGILState_Release(inner);
    PyGILState_Release(outer);
    PyObject *second = NULL;
    Py_BEGIN_ALLOW_THREADS PyGILState_STATE state = PyGILState_Ensure();
    second = PyObject_CallObject(callable, NULL);
    PyGILState_Release(state);
    Py_END_ALLOW_THREADS if (first == NULL || second == NULL) return NULL;
    return Py_BuildValue("NNi", first, second, PyGILState_GetThisThreadState() != NULL);
}

struct task {
    PyObject *callable;
    Py_ssize_t number;
    Py_ssize_t calls;
    Py_ssize_t failed;
};

static void *run(void *argument)
{
    struct task *task = argument;
    for (Py_ssize_t i = 0; i < task->calls; i++) {
        PyGILState_STATE state = PyGILState_Ensure();
        PyObject *result = PyObject_CallFunction(task->callable, "nn", task->number, i);
        if (result == NULL) {
            task->failed++;
            PyErr_Clear();
        }
        Py_XDECREF(result);
        PyGILState_Release(state);
    }
    return NULL;
}

static pthread_mutex_t lasting_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t lasting_changed = PTHREAD_COND_INITIALIZER;
static pthread_t lasting_thread;
static int lasting_state; /* 0: not called back yet, 1: waits, 2: to end */

static void *run_lasting(void *argument)
{
    run(argument);
    pthread_mutex_lock(&lasting_mutex);
    lasting_state = 1;
    pthread_cond_broadcast(&lasting_changed);
    while (lasting_state != 2)
        pthread_cond_wait(&lasting_changed, &lasting_mutex);
    pthread_mutex_unlock(&lasting_mutex);
    return NULL;
}

static void end_lasting(void)
{
    pthread_mutex_lock(&lasting_mutex);
    lasting_state = 2;
    pthread_cond_broadcast(&lasting_changed);
    pthread_mutex_unlock(&lasting_mutex);
    pthread_join(lasting_thread, NULL);
    if (write(1, "joined\n", 7) < 0) abort();
}

/* A thread that calls back and ends with the process, which waits for it, as thread pools do. */
static PyObject *lasting(PyObject *self, PyObject *callable)
{
    static struct task task;
    task = (struct task){callable, 0, 1, 0};
    if (pthread_create(&lasting_thread, NULL, run_lasting, &task) != 0) return PyErr_NoMemory();
    atexit(end_lasting);
    Py_BEGIN_ALLOW_THREADS pthread_mutex_lock(&lasting_mutex);
    while (lasting_state == 0)
        pthread_cond_wait(&lasting_changed, &lasting_mutex);
    pthread_mutex_unlock(&lasting_mutex);
    Py_END_ALLOW_THREADS Py_RETURN_NONE;
}

#define MOST 16

/* Threads that C makes, each calling back; the number of calls that raised. */
static PyObject *threads(PyObject *self, PyObject *args)
{
    PyObject *callable;
    Py_ssize_t count;
    Py_ssize_t calls;
    if (!PyArg_ParseTuple(args, "Onn", &callable, &count, &calls)) return NULL;
    pthread_t made[MOST];
    struct task tasks[MOST];
    Py_ssize_t failed = 0;
    for (Py_ssize_t i = 0; i < count; i++) {
        tasks[i] = (struct task){callable, i, calls, 0};
        if (pthread_create(&made[i], NULL, run, &tasks[i]) != 0) return PyErr_NoMemory();
    }
    Py_BEGIN_ALLOW_THREADS for (Py_ssize_t i = 0; i < count; i++)
    {
        pthread_join(made[i], NULL);
        failed += tasks[i].failed;
    }
    Py_END_ALLOW_THREADS return PyLong_FromSsize_t(failed);
}

static PyMethodDef methods[] = {
    {"item", (PyCFunction)(void (*)(void))item, ITEM_FLAGS, NULL},
    {"sleeping", sleeping, METH_VARARGS, NULL},
    {"computing", computing, METH_VARARGS, NULL},
    {"ensured", ensured, METH_O, NULL},
    {"threads", threads, METH_VARARGS, NULL},
    {"lasting", lasting, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_thread", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_thread(void)
{
    return PyModuleDef_Init(&definition);
}
