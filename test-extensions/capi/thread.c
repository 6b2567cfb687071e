/* The GIL: given up by threads of Python, taken by threads of C. */
#include <Python.h>
#include <pthread.h>
#include <stdint.h>
#include <time.h>

static PyObject *sleeping(PyObject *self, PyObject *args)
{
    int milliseconds;
    if (!PyArg_ParseTuple(args, "i", &milliseconds)) return NULL;
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
    Py_BEGIN_ALLOW_THREADS nanosleep(&time, NULL);
    Py_END_ALLOW_THREADS Py_RETURN_NONE;
}

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
    {"sleeping", sleeping, METH_VARARGS, NULL},
    {"computing", computing, METH_VARARGS, NULL},
    {"ensured", ensured, METH_O, NULL},
    {"threads", threads, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "capi_thread", .m_methods = methods};

PyMODINIT_FUNC PyInit_capi_thread(void)
{
    return PyModuleDef_Init(&definition);
}
