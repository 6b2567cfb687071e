/* What CPython's _asyncio reads and calls: the thread states as a list, each with the loop and the
   task that run in its thread and with the thread's tasks. */
#include "jabiru.h"

#include <pthread.h>
#include <time.h>

#define NO_TIMEOUT (-1)
#define LOCK_DETACH 1

/* Of the list of thread states: taken also by threads that do not hold the GIL. */
static pthread_mutex_t threads_lock = PTHREAD_MUTEX_INITIALIZER;

static void make_empty(struct list_node *head)
{
    head->next = head->prev = head;
}

void jabiru_start_asyncio(PyInterpreterState *interp)
{
    make_empty(&interp->asyncio_tasks);
    /* A free list that counts as full: objects that are freed are freed. */
    interp->future_iterators_size = PY_SSIZE_T_MAX;
}

void jabiru_link_thread(PyThreadState *thread)
{
    make_empty(&thread->asyncio_tasks);
    pthread_mutex_lock(&threads_lock);
    thread->next = thread->interp->threads;
    if (thread->next != NULL) {
        thread->next->prev = thread;
    }
    thread->interp->threads = thread;
    pthread_mutex_unlock(&threads_lock);
}

/* Whether it is there still: the states of an interpreter that has ended are not. */
static int is_linked(PyThreadState *thread)
{
    for (PyInterpreterState *i = &jabiru_interpreter; i != NULL; i = i->next) {
        for (PyThreadState *known = i->threads; known != NULL; known = known->next) {
            if (known == thread) {
                return 1;
            }
        }
    }
    return 0;
}

static int has_tasks(PyThreadState *thread)
{
    struct list_node *tasks = &thread->asyncio_tasks;
    return __atomic_load_n(&tasks->next, __ATOMIC_RELAXED) != tasks;
}

/* 0 when the state has to stay: tasks of its thread that nobody has ended are linked to it. */
int jabiru_unlink_thread(PyThreadState *thread)
{
    pthread_mutex_lock(&threads_lock);
    int goes = is_linked(thread) && !has_tasks(thread);
    if (goes) {
        if (thread->next != NULL) {
            thread->next->prev = thread->prev;
        }
        if (thread->prev != NULL) {
            thread->prev->next = thread->next;
        } else {
            thread->interp->threads = thread->next;
        }
    }
    pthread_mutex_unlock(&threads_lock);
    return goes;
}

/* Whoever calls holds the GIL: what is left to stop is threads that begin and end. */
void _PyEval_StopTheWorld(PyInterpreterState *interp)
{
    (void)interp;
    pthread_mutex_lock(&threads_lock);
}

void _PyEval_StartTheWorld(PyInterpreterState *interp)
{
    (void)interp;
    pthread_mutex_unlock(&threads_lock);
}

/* The value of the StopIteration that is set, or None when nothing is; -1 for other exceptions. */
int _PyGen_FetchStopIterationValue(PyObject **value)
{
    *value = NULL;
    if (PyErr_Occurred() == NULL) {
        *value = new_ref(Py_None);
        return 0;
    }
    if (!PyErr_ExceptionMatches(PyExc_StopIteration)) {
        return -1;
    }
    PyObject *exception = PyErr_GetRaisedException();
    *value = PyObject_GetAttrString(exception, "value");
    Py_DECREF(exception);
    return *value == NULL ? -1 : 0;
}

int _PyGen_SetStopIterationValue(PyObject *value)
{
    PyObject *exception = PyObject_CallOneArg(PyExc_StopIteration, value);
    if (exception == NULL) {
        return -1;
    }
    PyErr_SetRaisedException(exception);
    return 0;
}

/*
 * The end of an inlined append that saw no room. That of other lists writes into the list's memory
 * where it sees room, which Java would not learn: so it never sees any.
 */
int _PyList_AppendTakeRefListResize(PyObject *list, PyObject *item)
{
    int result = jabiru_sync_list(list) != 0 ? -1 : PyList_Append(list, item);
    Py_DECREF(item);
    ((PyListObject *)list)->allocated = Py_SIZE(list);
    return result;
}

static int elapsed(const struct timespec *begin, long long nanoseconds)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long seconds = now.tv_sec - begin->tv_sec;
    return seconds * 1000000000 + (now.tv_nsec - begin->tv_nsec) >= nanoseconds;
}

/* PyMutex_Lock with a timeout in nanoseconds; with LOCK_DETACH the GIL is given up meanwhile. */
int _PyMutex_LockTimed(void *m, long long timeout, int flags)
{
    uint8_t *taken = m;
    if (!__atomic_exchange_n(taken, 1, __ATOMIC_ACQUIRE)) {
        return PY_LOCK_ACQUIRED;
    }
    if (timeout == NO_TIMEOUT && (flags & LOCK_DETACH)) {
        PyMutex_Lock(m);
        return PY_LOCK_ACQUIRED;
    }
    struct timespec begin;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    PyThreadState *thread = flags & LOCK_DETACH ? jabiru_save_attached() : NULL;
    int result = PY_LOCK_FAILURE;
    while (result == PY_LOCK_FAILURE && (timeout == NO_TIMEOUT || !elapsed(&begin, timeout))) {
        sched_yield();
        if (!__atomic_exchange_n(taken, 1, __ATOMIC_ACQUIRE)) {
            result = PY_LOCK_ACQUIRED;
        }
    }
    if (thread != NULL) {
        PyEval_RestoreThread(thread);
    }
    return result;
}

void _Py_NewReference(PyObject *op)
{
    Py_SET_REFCNT(op, 1);
}
