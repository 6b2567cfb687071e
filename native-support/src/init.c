/* Start of the library, thread states, the GIL, versions. */
#include "jabiru.h"
#include "shapes.h"
#include "statics.h"

#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct jabiru_java java;
static pthread_key_t thread_key;
static uint64_t next_thread_id = 1;
__thread PyThreadState *jabiru_own_thread __attribute__((tls_model("initial-exec")));

int jabiru_fatal(const char *message)
{
    fprintf(stderr, "Fatal Python error: %s\n", message);
    fflush(stderr);
    abort();
}

static void forget_thread(void *thread)
{
    if (jabiru_unlink_thread(thread)) {
        free(thread);
    }
}

int jabiru_init(const struct jabiru_java *from_java, struct jabiru_native *native)
{
    if (from_java->fingerprint != JABIRU_FINGERPRINT) {
        return -1;
    }
    /* Objects, types and threads of C belong to the interpreter that came first. */
    if (java.resolve_shape != NULL) {
        return 1;
    }
    if (jabiru_state.arena_base == 0 && jabiru_arena_init() != 0) {
        return -1;
    }
    pthread_key_create(&thread_key, forget_thread);
    jabiru_start_asyncio(&jabiru_interpreter);
    java = *from_java;
    native->state = &jabiru_state;
    native->functions = (void *)jabiru_functions;
    native->function_count = JABIRU_FUNCTION_COUNT;
    native->slot_thunks = (void *)jabiru_slot_thunks;
    native->slot_thunk_count = jabiru_slot_thunk_count;
    return jabiru_statics_init(native);
}

void *jabiru_resolve_shape(int shape)
{
    void *stub = java.resolve_shape == NULL ? NULL : java.resolve_shape(shape);
    if (stub == NULL) {
        jabiru_fatal("the Java side of the C-API is not there");
    }
    return stub;
}

static PyThreadState *new_thread(PyInterpreterState *interp)
{
    PyThreadState *thread = calloc(1, sizeof *thread);
    if (thread == NULL) {
        jabiru_fatal("no memory for a thread state");
    }
    thread->interp = interp;
    thread->exc_info = &thread->handled;
    thread->gilstate_counter = 1; /* pybind11 counts on, and ends the thread's state at 0 */
    thread->id = __atomic_fetch_add(&next_thread_id, 1, __ATOMIC_RELAXED);
    jabiru_link_thread(thread);
    return thread;
}

PyThreadState *jabiru_thread_in(PyInterpreterState *interp)
{
    PyThreadState *thread = new_thread(interp);
    thread->thread_id = (unsigned long)pthread_self();
    thread->native_thread_id = (unsigned long)syscall(SYS_gettid);
    jabiru_find_stack(thread);
    return thread;
}

PyThreadState *jabiru_first_thread(void)
{
    PyThreadState *thread = jabiru_own_thread = jabiru_thread_in(jabiru_entered_interpreter());
    pthread_setspecific(thread_key, thread);
    return thread;
}

/* The one that the thread had first. */
PyThreadState *jabiru_known_thread(void)
{
    return pthread_getspecific(thread_key);
}

static void detach(PyThreadState *thread)
{
    int saved = errno;
    if (thread->attached) {
        jabiru_settle();
    }
    thread->attached = 0;
    jabiru_gil_release();
    errno = saved;
}

/* Whether this thread had the lock already: then it must not be released on its behalf. */
static int attach(PyThreadState *thread)
{
    int saved = errno;
    jabiru_end_if_exiting();
    int held = jabiru_gil_acquire();
    jabiru_enter_interpreter(thread->interp);
    thread->attached = 1;
    jabiru_state.epoch++;
    errno = saved;
    return held;
}

PyThreadState *PyEval_SaveThread(void)
{
    PyThreadState *thread = jabiru_thread();
    detach(thread);
    return thread;
}

/* PyEval_SaveThread for whoever may have the GIL or not: _ssl gives it up before it locks. */
PyThreadState *jabiru_save_attached(void)
{
    PyThreadState *thread = jabiru_own_thread;
    return thread != NULL && thread->attached ? PyEval_SaveThread() : NULL;
}

void PyEval_RestoreThread(PyThreadState *tstate)
{
    if (tstate != jabiru_own_thread) {
        jabiru_own_thread = tstate;
    }
    attach(tstate);
}

void PyEval_AcquireThread(PyThreadState *tstate)
{
    PyEval_RestoreThread(tstate);
}

void PyEval_ReleaseThread(PyThreadState *tstate)
{
    detach(tstate);
}

void PyEval_AcquireLock(void)
{
    attach(jabiru_thread());
}

void PyEval_ReleaseLock(void)
{
    detach(jabiru_thread());
}

void PyEval_InitThreads(void) {}

int PyEval_ThreadsInitialized(void)
{
    return 1;
}

PyGILState_STATE PyGILState_Ensure(void)
{
    int is_new = jabiru_own_thread == NULL;
    PyThreadState *thread = jabiru_thread();
    thread->gilstate_counter = is_new ? 1 : thread->gilstate_counter + 1;
    if (thread->attached) {
        return PyGILState_LOCKED;
    }
    return attach(thread) ? PyGILState_LOCKED : PyGILState_UNLOCKED;
}

void PyGILState_Release(PyGILState_STATE state)
{
    PyThreadState *thread = jabiru_thread();
    thread->gilstate_counter--;
    if (state == PyGILState_UNLOCKED) {
        detach(thread);
    }
}

PyThreadState *PyGILState_GetThisThreadState(void)
{
    return jabiru_own_thread;
}

int PyGILState_Check(void)
{
    PyThreadState *thread = jabiru_own_thread;
    return thread != NULL && thread->attached;
}

PyThreadState *PyThreadState_Get(void)
{
    PyThreadState *thread = jabiru_thread();
    if (!thread->attached) {
        jabiru_fatal(
            "PyThreadState_Get: the function must be called with the GIL held, after Python "
            "initialization and before Python finalization, but the GIL is released (the "
            "current Python thread state is NULL)");
    }
    return thread;
}

/* Not in the limited API: who asks for it reads the fields. */
PyThreadState *PyThreadState_GetUnchecked(void)
{
    PyThreadState *thread = jabiru_own_thread;
    if (thread == NULL || !thread->attached) {
        return NULL;
    }
    if (!thread->shows_error) {
        thread->shows_error = 1;
        jabiru_error_show(thread);
    }
    return thread;
}

PyThreadState *PyThreadState_New(PyInterpreterState *interp)
{
    return new_thread(interp);
}

void _PyThreadState_Init(PyThreadState *tstate)
{
    (void)tstate;
}

PyThreadState *_PyThreadState_Prealloc(PyInterpreterState *interp)
{
    return PyThreadState_New(interp);
}

void PyThreadState_Clear(PyThreadState *tstate)
{
    Py_CLEAR(tstate->dict);
    Py_CLEAR(tstate->asyncio_loop);
    Py_CLEAR(tstate->asyncio_task);
    jabiru_error_unshow(tstate);
    Py_CLEAR(tstate->handled.exc_value);
    Py_CLEAR(tstate->error_type);
    Py_CLEAR(tstate->error_value);
    Py_CLEAR(tstate->error_traceback);
}

void PyThreadState_Delete(PyThreadState *tstate)
{
    if (tstate != jabiru_own_thread && jabiru_unlink_thread(tstate)) {
        free(tstate);
    }
}

void PyThreadState_DeleteCurrent(void)
{
    detach(jabiru_thread());
}

PyThreadState *PyThreadState_Swap(PyThreadState *tstate)
{
    PyThreadState *old =
        jabiru_own_thread != NULL && jabiru_own_thread->attached ? jabiru_own_thread : NULL;
    if (old == tstate) {
        return old;
    }
    if (old != NULL) {
        detach(old);
    }
    if (tstate != NULL) {
        PyEval_RestoreThread(tstate);
    }
    return old;
}

uint64_t PyThreadState_GetID(PyThreadState *tstate)
{
    return tstate->id;
}

PyInterpreterState *PyThreadState_GetInterpreter(PyThreadState *tstate)
{
    return tstate->interp;
}

PyObject *PyThreadState_GetDict(void)
{
    PyThreadState *thread = jabiru_thread();
    if (thread->dict == NULL) {
        thread->dict = PyDict_New();
        if (thread->dict == NULL) {
            PyErr_Clear();
        }
    }
    return thread->dict;
}

PyThreadState *_PyThreadState_GetCurrent(void)
{
    return jabiru_own_thread != NULL && jabiru_own_thread->attached ? jabiru_own_thread : NULL;
}

int Py_IsInitialized(void)
{
    return jabiru_state.arena_base != 0;
}

void Py_Initialize(void) {}

void Py_InitializeEx(int initsigs)
{
    (void)initsigs;
}

const char *Py_GetVersion(void)
{
    return PY_VERSION " (Jabiru) [GCC " __VERSION__ "]";
}

const char *Py_GetBuildInfo(void)
{
    return "Jabiru";
}

const char *Py_GetCompiler(void)
{
    return "[GCC " __VERSION__ "]";
}

const char *Py_GetPlatform(void)
{
    return "linux";
}

const char *Py_GetCopyright(void)
{
    return "Jabiru, an implementation of Python on the JVM";
}

uint32_t Py_PACK_FULL_VERSION(int x, int y, int z, int level, int serial)
{
    return (uint32_t)_Py_PACK_FULL_VERSION(
        (uint32_t)x, (uint32_t)y, (uint32_t)z, (uint32_t)level, (uint32_t)serial);
}

uint32_t Py_PACK_VERSION(int x, int y)
{
    return Py_PACK_FULL_VERSION(x, y, 0, 0, 0);
}
