/* Interpreters: the main one, and those that share its lock (Py_NewInterpreter). All under the GIL.
 */
#include "jabiru.h"

#include <pthread.h>
#include <stdlib.h>

PyInterpreterState jabiru_interpreter;

/* The state of an interpreter that Java knows by its id, made when first asked for. */
static PyInterpreterState *interpreter_of(int64_t id)
{
    PyInterpreterState *last = &jabiru_interpreter;
    for (PyInterpreterState *i = last; i != NULL; i = i->next) {
        if (i->id == id) {
            return i;
        }
        last = i;
    }
    PyInterpreterState *made = calloc(1, sizeof *made);
    if (made == NULL) {
        jabiru_fatal("no memory for an interpreter's state");
    }
    made->id = id;
    made->runtime = jabiru_interpreter.runtime;
    jabiru_start_asyncio(made);
    _PyEval_StopTheWorld(made);
    last->next = made;
    _PyEval_StartTheWorld(made);
    return made;
}

/* Where Java code runs that calls C for the first time in this thread. */
PyInterpreterState *jabiru_entered_interpreter(void)
{
    return interpreter_of(jabiru_interpreter_id());
}

/* The current thread, which has taken the GIL, goes where its state belongs. */
void jabiru_enter_interpreter(PyInterpreterState *interp)
{
    if (jabiru_interpreter.next != NULL) {
        jabiru_interpreter_enter(interp->id);
    }
}

/* CPython ends the process when that fails; here: NULL, as the manual says. */
PyThreadState *Py_NewInterpreter(void)
{
    PyThreadState *caller = jabiru_thread();
    int attached = caller->attached;
    if (!attached) {
        PyEval_RestoreThread(caller);
    }
    int64_t id = jabiru_interpreter_new();
    if (id < 0) {
        PyErr_WriteUnraisable(NULL);
        if (!attached) {
            PyEval_SaveThread();
        }
        return NULL;
    }
    PyEval_SaveThread();
    PyThreadState *thread = jabiru_thread_in(interpreter_of(id));
    PyEval_RestoreThread(thread);
    return thread;
}

void Py_EndInterpreter(PyThreadState *tstate)
{
    if (tstate != jabiru_own_thread || !tstate->attached) {
        jabiru_fatal("Py_EndInterpreter: thread is not current");
    }
    if (!jabiru_interpreter_end(tstate->interp->id)) {
        jabiru_fatal("Py_EndInterpreter: thread still has a frame");
    }
    /* Its states are gone; the current thread has none until it takes one. */
    PyEval_SaveThread();
}

/* For Java: the current thread comes to an interpreter; the state that it had elsewhere. */
void *jabiru_interpreter_visit(int64_t id)
{
    PyThreadState *before = jabiru_own_thread;
    PyInterpreterState *interp = interpreter_of(id);
    PyThreadState *mine = interp->threads;
    while (mine != NULL && mine->thread_id != (unsigned long)pthread_self()) {
        mine = mine->next;
    }
    if (before != NULL) {
        before->attached = 0;
    }
    jabiru_own_thread = mine != NULL ? mine : jabiru_thread_in(interp);
    return before;
}

void jabiru_interpreter_back(void *thread)
{
    if (jabiru_own_thread != NULL) {
        jabiru_own_thread->attached = 0;
    }
    jabiru_own_thread = thread;
    if (jabiru_own_thread != NULL) {
        jabiru_own_thread->attached = 1;
    }
}

/* For Java: the interpreter, which the current thread is in, ends. */
void jabiru_interpreter_clear(int64_t id)
{
    PyInterpreterState *interp = interpreter_of(id);
    jabiru_run_exit_functions_of(interp);
    for (PyThreadState *i = interp->threads; i != NULL; i = i->next) {
        PyThreadState_Clear(i);
    }
    Py_CLEAR(interp->dict);
}

/* For Java: the interpreter is over, and no thread in it. */
void jabiru_interpreter_free(int64_t id)
{
    PyInterpreterState *before = &jabiru_interpreter;
    while (before->next != NULL && before->next->id != id) {
        before = before->next;
    }
    PyInterpreterState *interp = before->next;
    if (interp == NULL) {
        return;
    }
    while (interp->threads != NULL) {
        PyThreadState *thread = interp->threads;
        if (thread == jabiru_own_thread) {
            PyThreadState *first = jabiru_known_thread();
            jabiru_own_thread = first == thread ? NULL : first;
            if (jabiru_own_thread != NULL) {
                jabiru_own_thread->attached = 1;
            }
        }
        if (!jabiru_unlink_thread(thread)) {
            return; /* tasks are linked to it still */
        }
        free(thread);
    }
    _PyEval_StopTheWorld(interp);
    before->next = interp->next;
    _PyEval_StartTheWorld(interp);
    free(interp);
}

PyInterpreterState *PyInterpreterState_Get(void)
{
    return jabiru_thread()->interp;
}

PyInterpreterState *PyInterpreterState_Head(void)
{
    return &jabiru_interpreter;
}

PyInterpreterState *PyInterpreterState_Next(PyInterpreterState *interp)
{
    return interp->next;
}

PyInterpreterState *PyInterpreterState_Main(void)
{
    return &jabiru_interpreter;
}

int64_t PyInterpreterState_GetID(PyInterpreterState *interp)
{
    return interp->id;
}

PyObject *PyInterpreterState_GetDict(PyInterpreterState *interp)
{
    if (interp->dict == NULL) {
        interp->dict = PyDict_New();
        if (interp->dict == NULL) {
            PyErr_Clear();
        }
    }
    return interp->dict;
}

/* Interpreters are made and ended whole, by Py_NewInterpreter and Py_EndInterpreter. */
PyInterpreterState *PyInterpreterState_New(void)
{
    return NULL;
}

void PyInterpreterState_Clear(PyInterpreterState *interp)
{
    (void)interp;
}

void PyInterpreterState_Delete(PyInterpreterState *interp)
{
    (void)interp;
}
