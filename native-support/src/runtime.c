/*
 * What CPython's own extension modules (pyexpat, _zoneinfo, _asyncio, _ctypes ...) read of the
 * interpreter's insides: the objects that never die, at their places in _PyRuntime, and the secret
 * of hashes. Modules of other makers have no business there.
 */
#include <string.h>
#include <sys/random.h>

#include "jabiru.h"
#include "layout.h"
#include "runtime_strings.h"
#include "statics.h"

/* Offsets in CPython 3.14's struct pyruntimestate, Linux, 64 bits. */
#define RUNTIME_SIZE 316576
#define SMALL_INTS 14064
#define EMPTY_BYTES 22448
#define BYTES_CHARACTERS 22488
#define STRINGS 34776
#define ASCII_CHARACTERS 76288
#define LATIN1_CHARACTERS 82432
#define EMPTY_TUPLE 90640

#define BYTES_STRIDE 48
#define ASCII_STRIDE 48
#define LATIN1_STRIDE 64

JABIRU_EXPORT _Alignas(16) char _PyRuntime[RUNTIME_SIZE];

/* The last eight bytes are expat's salt. */
JABIRU_EXPORT unsigned char _Py_HashSecret[24];

static size_t aligned(size_t size)
{
    return (size + 7) & ~(size_t)7;
}

static size_t put_ascii(size_t at, const char *text, size_t length)
{
    PyASCIIObject *str = (PyASCIIObject *)(_PyRuntime + at);
    *str = jabiru_statics.empty_str.object._base;
    str->length = (Py_ssize_t)length;
    memcpy(str + 1, text, length);
    return at + aligned(sizeof *str + length + 1);
}

static void put_strings(void)
{
    size_t at = STRINGS;
    for (size_t i = 0; i < sizeof runtime_literals / sizeof *runtime_literals; i++)
        at = put_ascii(at, runtime_literals[i], strlen(runtime_literals[i]));
    for (const char *name = runtime_identifiers; *name;) {
        size_t length = strcspn(name, " ");
        at = put_ascii(at, name, length);
        name += length + (name[length] == ' ');
    }
    for (int c = 0; c < 128; c++) {
        char low = (char)c;
        put_ascii(ASCII_CHARACTERS + (size_t)c * ASCII_STRIDE, &low, 1);
        memcpy(_PyRuntime + LATIN1_CHARACTERS + (size_t)c * LATIN1_STRIDE, jabiru_latin1(128 + c),
            sizeof(PyCompactUnicodeObject) + 2);
    }
}

static void put_bytes(void)
{
    memcpy(_PyRuntime + EMPTY_BYTES, jabiru_empty_bytes, sizeof(PyBytesObject));
    for (int c = 0; c < 256; c++) {
        PyBytesObject *bytes =
            (PyBytesObject *)(_PyRuntime + BYTES_CHARACTERS + (size_t)c * BYTES_STRIDE);
        memcpy(bytes, jabiru_empty_bytes, sizeof *bytes);
        Py_SET_SIZE(bytes, 1);
        bytes->ob_sval[0] = (char)c;
    }
}

/* Once, after the other static objects, which are copied. */
void jabiru_start_runtime(void)
{
    for (int i = 0; i < SMALL_INT_COUNT; i++)
        memcpy(_PyRuntime + SMALL_INTS + (size_t)i * sizeof(PyLongObject),
            jabiru_small_int(i + SMALL_INT_FIRST), sizeof(PyLongObject));
    put_bytes();
    put_strings();
    jabiru_interpreter.runtime = _PyRuntime;
    memcpy(_PyRuntime + EMPTY_TUPLE, jabiru_empty_tuple, sizeof(PyVarObject) + sizeof(Py_hash_t));
    if (getrandom(_Py_HashSecret, sizeof _Py_HashSecret, GRND_NONBLOCK) < 0)
        memset(_Py_HashSecret, 0x5a, sizeof _Py_HashSecret);
}

int _PyImport_SetModule(PyObject *name, PyObject *module)
{
    return PyObject_SetItem(PyImport_GetModuleDict(), name, module);
}

/* A frame of C code for the traceback of the exception that is set. */
void _PyTraceback_Add(const char *function, const char *file, int line)
{
    PyObject *exception = PyErr_GetRaisedException();
    PyCodeObject *code = PyCode_NewEmpty(file, function, line);
    PyObject *globals = code == NULL ? NULL : PyDict_New();
    PyFrameObject *frame =
        globals == NULL ? NULL : PyFrame_New(PyThreadState_Get(), code, globals, NULL);
    if (frame == NULL) {
        _PyErr_ChainExceptions1(exception);
    } else {
        PyErr_SetRaisedException(exception);
        PyTraceBack_Here(frame);
    }
    Py_XDECREF(code);
    Py_XDECREF(globals);
    Py_XDECREF(frame);
}

PyObject *_Py_CheckFunctionResult(
    PyThreadState *tstate, PyObject *callable, PyObject *result, const char *where)
{
    (void)tstate;
    int failed = PyErr_Occurred() != NULL;
    if ((result == NULL) == failed) {
        return result;
    }
    const char *what = result == NULL ? "returned NULL without setting an exception"
                                      : "returned a result with an exception set";
    Py_XDECREF(result);
    if (callable != NULL) {
        _PyErr_FormatFromCause(PyExc_SystemError, "%R %s", callable, what);
    } else {
        _PyErr_FormatFromCause(PyExc_SystemError, "%s %s", where, what);
    }
    return NULL;
}

PyObject *_PyObject_MakeTpCall(PyThreadState *tstate, PyObject *callable, PyObject *const *args,
    Py_ssize_t nargs, PyObject *keywords)
{
    PyObject *result = keywords != NULL && PyDict_Check(keywords)
                           ? PyObject_VectorcallDict(callable, args, (size_t)nargs, keywords)
                           : PyObject_Vectorcall(callable, args, (size_t)nargs, keywords);
    return _Py_CheckFunctionResult(tstate, callable, result, NULL);
}

int _PyType_GetBaseByToken_Borrow(PyTypeObject *type, void *token, PyTypeObject **result)
{
    PyTypeObject *found = NULL;
    int status = PyType_GetBaseByToken(type, token, &found);
    if (result != NULL) {
        *result = found;
    }
    Py_XDECREF(found);
    return status;
}
