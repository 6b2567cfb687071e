/* C streams: opening and closing them, printing objects to them, reading lines and programs. */
#include "jabiru.h"

#include <fcntl.h>

int _Py_IsValidFD(int fd)
{
    return fd >= 0 && fcntl(fd, F_GETFD) != -1;
}

void *Py_fopen(PyObject *path, const char *mode)
{
    if (PySys_Audit("open", "Osi", path, mode, 0) < 0) {
        return NULL;
    }
    PyObject *bytes;
    if (!PyUnicode_FSConverter(path, &bytes)) {
        return NULL;
    }
    FILE *file;
    do {
        PyThreadState *thread = PyEval_SaveThread();
        file = fopen(PyBytes_AsString(bytes), mode);
        PyEval_RestoreThread(thread);
    } while (file == NULL && errno == EINTR && PyErr_CheckSignals() == 0);
    Py_DECREF(bytes);
    if (file == NULL && !PyErr_Occurred()) {
        PyErr_SetFromErrnoWithFilenameObject(PyExc_OSError, path);
    } else if (file != NULL) {
        int fd = fileno(file);
        fcntl(fd, F_SETFD, fcntl(fd, F_GETFD) | FD_CLOEXEC);
    }
    return file;
}

int Py_fclose(void *file)
{
    return fclose(file);
}

/* A line with its end as '\n', whichever of the three it was. */
char *Py_UniversalNewlineFgets(char *buffer, int size, void *file, PyObject *fobj)
{
    if (fobj != NULL) {
        errno = ENXIO;
        return NULL;
    }
    char *p = buffer;
    int c = 0;
    int skip_newline = 0;
    while (--size > 0 && (c = getc(file)) != EOF) {
        if (skip_newline) {
            skip_newline = 0;
            if (c == '\n') {
                c = getc(file);
                if (c == EOF) {
                    break;
                }
            }
        }
        if (c == '\r') {
            skip_newline = 1;
            c = '\n';
        }
        *p++ = (char)c;
        if (c == '\n') {
            break;
        }
    }
    if (skip_newline) {
        c = getc(file);
        if (c != '\n') {
            ungetc(c, file);
        }
    }
    *p = '\0';
    return p == buffer ? NULL : buffer;
}

int PyObject_Print(PyObject *op, void *file, int flags)
{
    if (PyErr_CheckSignals()) {
        return -1;
    }
    clearerr(file);
    if (op == NULL) {
        fputs("<nil>", file);
        return 0;
    }
    if (op->ob_refcnt_split[0] == 0) {
        fprintf(file, "<refcnt 0 at %p>", (void *)op);
        return 0;
    }
    PyObject *text = (flags & Py_PRINT_RAW) ? PyObject_Str(op) : PyObject_Repr(op);
    PyObject *bytes =
        text == NULL ? NULL : PyUnicode_AsEncodedString(text, "utf-8", "backslashreplace");
    Py_XDECREF(text);
    if (bytes == NULL) {
        return -1;
    }
    fwrite(PyBytes_AsString(bytes), 1, (size_t)PyBytes_Size(bytes), file);
    Py_DECREF(bytes);
    if (ferror(file)) {
        PyErr_SetFromErrno(PyExc_OSError);
        clearerr(file);
        return -1;
    }
    return 0;
}

static char *read_all(FILE *file)
{
    size_t size = 0, capacity = 4096;
    char *text = malloc(capacity);
    while (text != NULL) {
        size += fread(text + size, 1, capacity - 1 - size, file);
        if (size < capacity - 1) {
            text[size] = '\0';
            return text;
        }
        char *grown = realloc(text, capacity *= 2);
        if (grown == NULL) {
            free(text);
        }
        text = grown;
    }
    PyErr_NoMemory();
    return NULL;
}

PyObject *PyRun_FileExFlags(void *fp, const char *filename, int start, PyObject *globals,
    PyObject *locals, int closeit, void *flags)
{
    char *text = read_all(fp);
    if (closeit) {
        fclose(fp);
    }
    if (text == NULL) {
        return NULL;
    }
    if (globals == NULL || !PyDict_Check(globals)) {
        free(text);
        PyErr_SetString(PyExc_SystemError, "globals must be a real dict; try eval() or exec()");
        return NULL;
    }
    PyObject *code = Py_CompileStringExFlags(text, filename, start, flags, -1);
    free(text);
    PyObject *result = code == NULL ? NULL : PyEval_EvalCode(code, globals, locals);
    Py_XDECREF(code);
    return result;
}
