/* File descriptors and users as CPython's own modules handle them. What has "noraise" or
   "async_safe" in its name runs without the GIL, also in a child between fork and exec. */
#include "jabiru.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

static int raise_errno(void)
{
    PyErr_SetFromErrno(PyExc_OSError);
    return -1;
}

int _Py_dup(int fd)
{
    PyThreadState *thread = PyEval_SaveThread();
    int made = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    int error = errno;
    PyEval_RestoreThread(thread);
    errno = error;
    return made < 0 ? raise_errno() : made;
}

int _Py_set_inheritable_async_safe(int fd, int inheritable, int *atomic_flag_works)
{
    (void)atomic_flag_works; /* for systems that may ignore O_CLOEXEC: Linux does not */
    int flags = fcntl(fd, F_GETFD);
    int wanted = inheritable ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC;
    return flags < 0 || (flags != wanted && fcntl(fd, F_SETFD, wanted) < 0) ? -1 : 0;
}

int _Py_set_inheritable(int fd, int inheritable, int *atomic_flag_works)
{
    int status = _Py_set_inheritable_async_safe(fd, inheritable, atomic_flag_works);
    return status < 0 ? raise_errno() : 0;
}

int _Py_open_noraise(const char *pathname, int flags)
{
    return open(pathname, flags | O_CLOEXEC);
}

Py_ssize_t _Py_write_noraise(int fd, const void *buf, size_t count)
{
    ssize_t written;
    do {
        written = write(fd, buf, count);
    } while (written < 0 && errno == EINTR);
    return written;
}

/* Signals that Python ignores and a program that it starts should not. */
void _Py_RestoreSignals(void)
{
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_DFL);
}

/* uid_t and gid_t are unsigned, and -1 says "leave it". */
static int id_converter(PyObject *obj, unsigned int *id, const char *kind)
{
    PyObject *index = PyNumber_Index(obj);
    if (index == NULL) {
        PyErr_Format(PyExc_TypeError, "%s should be integer, not %.200s", kind, TYPE(obj)->tp_name);
        return 0;
    }
    int overflowed;
    long value = PyLong_AsLongAndOverflow(index, &overflowed);
    Py_DECREF(index);
    if (value == -1 && PyErr_Occurred() != NULL) {
        return 0;
    }
    if (overflowed < 0 || (overflowed == 0 && value < -1)) {
        PyErr_Format(PyExc_OverflowError, "%s is less than minimum", kind);
        return 0;
    }
    if (overflowed > 0 || value > (long)UINT_MAX) {
        PyErr_Format(PyExc_OverflowError, "%s is greater than maximum", kind);
        return 0;
    }
    *id = (unsigned int)value;
    return 1;
}

int _Py_Uid_Converter(PyObject *obj, void *ptr)
{
    return id_converter(obj, ptr, "uid");
}

int _Py_Gid_Converter(PyObject *obj, void *ptr)
{
    return id_converter(obj, ptr, "gid");
}

PyObject *_PyLong_FromUid(unsigned int uid)
{
    return uid == (unsigned int)-1 ? PyLong_FromLong(-1) : PyLong_FromUnsignedLong(uid);
}

PyObject *_PyLong_FromGid(unsigned int gid)
{
    return _PyLong_FromUid(gid);
}

int _Py_fstat_noraise(int fd, void *status)
{
    return fstat(fd, status);
}

int _Py_fstat(int fd, void *status)
{
    PyThreadState *thread = PyEval_SaveThread();
    int result = fstat(fd, status);
    int error = errno;
    PyEval_RestoreThread(thread);
    errno = error;
    return result < 0 ? raise_errno() : 0;
}
