/* Lines that are read from a terminal: what the module readline edits. */
#include "jabiru.h"

#include <errno.h>
#include <unistd.h>

typedef char *(*readline_function)(FILE *, FILE *, const char *);

JABIRU_EXPORT void *PyOS_ReadlineFunctionPointer = NULL;
JABIRU_EXPORT PyThreadState *_PyOS_ReadlineTState = NULL;

/* PyOS_StdioReadline: without editing. Memory of PyMem_RawMalloc; NULL for a signal's exception. */
static char *plain_line(FILE *in, const char *prompt)
{
    fflush(stdout);
    fputs(prompt, stderr);
    fflush(stderr);
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    do {
        clearerr(in);
        errno = 0;
        length = getline(&line, &room, in);
        if (length < 0 && errno == EINTR) {
            PyGILState_STATE state = PyGILState_Ensure();
            int status = PyErr_CheckSignals();
            PyGILState_Release(state);
            if (status != 0) {
                free(line);
                return NULL;
            }
        }
    } while (length < 0 && errno == EINTR);
    char *copy = PyMem_RawMalloc(length < 0 ? 1 : (size_t)length + 1);
    if (copy != NULL) {
        memcpy(copy, length < 0 ? "" : line, length < 0 ? 1 : (size_t)length + 1);
    }
    free(line);
    return copy;
}

char *PyOS_Readline(FILE *sys_stdin, FILE *sys_stdout, const char *prompt)
{
    PyThreadState *thread = PyThreadState_Get();
    if (_PyOS_ReadlineTState == thread) {
        PyErr_SetString(PyExc_RuntimeError, "can't re-enter readline");
        return NULL;
    }
    int edited = PyOS_ReadlineFunctionPointer != NULL && isatty(fileno(sys_stdin)) &&
                 isatty(fileno(sys_stdout));
    _PyOS_ReadlineTState = thread; /* with which an editor looks at signals */
    PyThreadState *saved = PyEval_SaveThread();
    char *line =
        edited ? ((readline_function)PyOS_ReadlineFunctionPointer)(sys_stdin, sys_stdout, prompt)
               : plain_line(sys_stdin, prompt);
    PyEval_RestoreThread(saved);
    _PyOS_ReadlineTState = NULL;
    if (line == NULL) {
        return NULL;
    }
    size_t size = strlen(line) + 1;
    char *copy = PyMem_Malloc(size);
    if (copy != NULL) {
        memcpy(copy, line, size);
    } else {
        PyErr_NoMemory();
    }
    PyMem_RawFree(line);
    return copy;
}

/* Whether a module has given a function that edits lines. */
int64_t jabiru_edits_lines(void)
{
    return PyOS_ReadlineFunctionPointer != NULL;
}

/* The line as bytes, empty at the end of the input; for input(). */
PyObject *jabiru_edited_line(const char *prompt)
{
    char *line = PyOS_Readline(stdin, stdout, prompt);
    if (line == NULL) {
        if (!PyErr_Occurred() && PyErr_CheckSignals() == 0) {
            PyErr_SetNone(PyExc_KeyboardInterrupt);
        }
        return NULL;
    }
    PyObject *bytes = PyBytes_FromString(line);
    PyMem_Free(line);
    return bytes;
}
