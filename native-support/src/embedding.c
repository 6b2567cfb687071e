/* Functions for programs that embed Python, called while the interpreter runs already: the JVM
   started it and will end it, so there is nothing to begin, configure or finish. */
#include "jabiru.h"

#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void Py_Finalize(void) {}

int Py_FinalizeEx(void)
{
    return 0; /* CPython: ends the interpreter; here: Java does when its program is over */
}

static int finalizing, exiting, exit_status;

static void note_exit(int status, void *unused)
{
    (void)unused;
    exit_status = status;
    exiting = 1;
    jabiru_run_exit_functions();
}

/* Registered last, the note is taken before any library's exit function runs. */
void jabiru_set_finalizing(void)
{
    if (!finalizing) {
        finalizing = 1;
        on_exit(note_exit, NULL);
    }
}

/* Exit functions of libraries (HDF5's) run in a thread of the JVM's that cannot enter Java. One
   that wants Python, which is over, is the last. */
void jabiru_end_if_exiting(void)
{
    if (exiting) {
        fflush(NULL);
        _exit(exit_status);
    }
}

int Py_IsFinalizing(void)
{
    return finalizing;
}

static int runs_already(const char *function)
{
    fprintf(stderr, "%s: the interpreter runs already\n", function);
    return 1;
}

int Py_Main(int argc, wchar_t **argv)
{
    (void)argc;
    (void)argv;
    return runs_already("Py_Main");
}

int Py_BytesMain(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return runs_already("Py_BytesMain");
}

int Py_FrozenMain(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    int found = PyImport_ImportFrozenModule("__main__");
    if (found == 0) {
        fprintf(stderr, "Py_FrozenMain: the __main__ module is not frozen\n");
    } else if (found < 0) {
        PyErr_Print();
    }
    return found > 0 ? 0 : 1;
}

/* As CPython: the table of built-in modules is read at the start. */
int PyImport_AppendInittab(const char *name, PyObject *(*initfunc)(void))
{
    (void)name;
    (void)initfunc;
    Py_FatalError("PyImport_AppendInittab() may not be called after Py_Initialize()");
    return -1;
}

/* Too late to have an effect, as the manual says of calls after Py_Initialize. */
void Py_SetPath(const wchar_t *path)
{
    (void)path;
}

void Py_SetProgramName(const wchar_t *name)
{
    (void)name;
}

void Py_SetPythonHome(const wchar_t *home)
{
    (void)home;
}

/* The text of an object of sys, kept for ever; NULL without exception when it is no str. */
static wchar_t *wide_of_sys(const char *name, wchar_t **kept)
{
    PyObject *value = PySys_GetObject(name);
    if (*kept == NULL && value != NULL && PyUnicode_Check(value)) {
        *kept = PyUnicode_AsWideCharString(value, NULL);
        PyErr_Clear();
    }
    return *kept;
}

#define FROM_SYS(function, name)                                                                   \
    wchar_t *function(void)                                                                        \
    {                                                                                              \
        static wchar_t *kept;                                                                      \
        return wide_of_sys(name, &kept);                                                           \
    }

FROM_SYS(Py_GetPrefix, "prefix")
FROM_SYS(Py_GetExecPrefix, "exec_prefix")
FROM_SYS(Py_GetProgramFullPath, "executable")
FROM_SYS(Py_GetProgramName, "executable")

wchar_t *Py_GetPath(void)
{
    static wchar_t *kept;
    PyObject *colon = kept == NULL ? PyUnicode_FromString(":") : NULL;
    PyObject *path = PySys_GetObject("path");
    PyObject *joined = colon == NULL || path == NULL ? NULL : PyUnicode_Join(colon, path);
    if (joined != NULL) {
        kept = PyUnicode_AsWideCharString(joined, NULL);
    }
    PyErr_Clear();
    Py_XDECREF(joined);
    Py_XDECREF(colon);
    return kept;
}

wchar_t *Py_GetPythonHome(void)
{
    static wchar_t *kept;
    const char *home = getenv("PYTHONHOME");
    if (kept == NULL && home != NULL && *home != '\0') {
        kept = Py_DecodeLocale(home, NULL);
    }
    return kept;
}

void Py_GetArgcArgv(int *argc, wchar_t ***argv)
{
    static wchar_t **kept;
    static int count;
    PyObject *list = PySys_GetObject("orig_argv");
    Py_ssize_t size = kept == NULL && list != NULL && PyList_Check(list) ? PyList_Size(list) : 0;
    if (size > 0) {
        kept = calloc((size_t)size + 1, sizeof *kept);
        for (; kept != NULL && count < size; count++) {
            kept[count] = PyUnicode_AsWideCharString(PyList_GetItem(list, count), NULL);
        }
    }
    PyErr_Clear();
    *argc = count;
    *argv = kept;
}

static PyObject *list_of_wide(int count, wchar_t **texts)
{
    PyObject *list = PyList_New(0);
    for (int i = 0; list != NULL && i < count; i++) {
        PyObject *text = PyUnicode_FromWideChar(texts[i], -1);
        if (text == NULL || PyList_Append(list, text) != 0) {
            Py_CLEAR(list);
        }
        Py_XDECREF(text);
    }
    return list;
}

static void set_sys(const char *name, PyObject *value)
{
    if (value == NULL || PySys_SetObject(name, value) != 0) {
        PyErr_Print();
    }
    Py_XDECREF(value);
}

/* sys.path[0]: where the script is, with links resolved; "" for none. */
static PyObject *folder_of(const wchar_t *script)
{
    char *encoded = script == NULL ? NULL : Py_EncodeLocale(script, NULL);
    char resolved[PATH_MAX];
    const char *path = encoded == NULL || strcmp(encoded, "-c") == 0 ||
                               strcmp(encoded, "-m") == 0 || realpath(encoded, resolved) == NULL
                           ? ""
                           : resolved;
    const char *slash = strrchr(path, '/');
    PyObject *folder = PyUnicode_DecodeFSDefaultAndSize(path, slash == NULL   ? 0
                                                              : slash == path ? 1
                                                                              : slash - path);
    PyMem_Free(encoded);
    return folder;
}

void PySys_SetArgvEx(int argc, wchar_t **argv, int updatepath)
{
    static wchar_t nothing[] = L"";
    wchar_t *none[] = {nothing};
    int given = argc > 0 && argv != NULL;
    set_sys("argv", list_of_wide(given ? argc : 1, given ? argv : none));
    if (!updatepath) {
        return;
    }
    PyObject *folder = folder_of(given ? argv[0] : NULL);
    PyObject *path = PySys_GetObject("path");
    if (folder == NULL || path == NULL || PyList_Insert(path, 0, folder) != 0) {
        PyErr_Print();
    }
    Py_XDECREF(folder);
}

void PySys_SetArgv(int argc, wchar_t **argv)
{
    PySys_SetArgvEx(argc, argv, 1);
}

void PySys_SetPath(const wchar_t *path)
{
    PyObject *text = PyUnicode_FromWideChar(path, -1);
    PyObject *colon = text == NULL ? NULL : PyUnicode_FromString(":");
    set_sys("path", colon == NULL ? NULL : PyUnicode_Split(text, colon, -1));
    Py_XDECREF(colon);
    Py_XDECREF(text);
}

void PySys_AddWarnOption(const wchar_t *option)
{
    PyObject *text = PyUnicode_FromWideChar(option, -1);
    if (text != NULL) {
        PySys_AddWarnOptionUnicode(text);
    }
    PyErr_Clear();
    Py_XDECREF(text);
}

void PySys_AddXOption(const wchar_t *option)
{
    const wchar_t *equals = wcschr(option, L'=');
    PyObject *options = PySys_GetXOptions();
    PyObject *name = PyUnicode_FromWideChar(option, equals == NULL ? -1 : equals - option);
    PyObject *value = equals == NULL ? new_ref(Py_True) : PyUnicode_FromWideChar(equals + 1, -1);
    if (options != NULL && name != NULL && value != NULL) {
        PyDict_SetItem(options, name, value);
    }
    PyErr_Clear();
    Py_XDECREF(name);
    Py_XDECREF(value);
}

#define PENDING_LIMIT 32

/* Calls asked for by any thread; the lock is never held while one runs. */
static struct {
    int (*function)(void *);
    void *argument;
} pending[PENDING_LIMIT];
static int pending_first;
static int pending_count;
static pthread_mutex_t pending_lock = PTHREAD_MUTEX_INITIALIZER;

int Py_AddPendingCall(int (*func)(void *), void *arg)
{
    pthread_mutex_lock(&pending_lock);
    int full = pending_count == PENDING_LIMIT;
    if (!full) {
        int at = (pending_first + pending_count++) % PENDING_LIMIT;
        pending[at].function = func;
        pending[at].argument = arg;
    }
    pthread_mutex_unlock(&pending_lock);
    if (full) {
        return -1;
    }
    jabiru_pending_calls();
    return 0;
}

static int call_pending(void)
{
    for (int i = 0; i < PENDING_LIMIT; i++) {
        pthread_mutex_lock(&pending_lock);
        int any = pending_count > 0;
        int (*function)(void *) = any ? pending[pending_first].function : NULL;
        void *argument = any ? pending[pending_first].argument : NULL;
        if (any) {
            pending_first = (pending_first + 1) % PENDING_LIMIT;
            pending_count--;
        }
        pthread_mutex_unlock(&pending_lock);
        if (!any) {
            break;
        }
        if (function(argument) != 0) {
            return -1;
        }
    }
    return 0;
}

/* One at a time: what is called may come by here again. Guarded by the GIL. */
static int handling_pending;

int Py_MakePendingCalls(void)
{
    if (handling_pending) {
        return 0;
    }
    handling_pending = 1;
    int status = call_pending();
    handling_pending = 0;
    pthread_mutex_lock(&pending_lock);
    int more = pending_count > 0;
    pthread_mutex_unlock(&pending_lock);
    if (more) {
        jabiru_pending_calls();
    }
    return status;
}

/* CPython itself only runs frames that it made for the call. */
static PyObject *no_frame(const char *function)
{
    PyErr_Format(PyExc_SystemError, "%s: a frame that has run cannot be evaluated again", function);
    return NULL;
}

PyObject *PyEval_EvalFrame(PyFrameObject *frame)
{
    (void)frame;
    return no_frame("PyEval_EvalFrame");
}

PyObject *PyEval_EvalFrameEx(PyFrameObject *f, int exc)
{
    (void)f;
    (void)exc;
    return no_frame("PyEval_EvalFrameEx");
}
