/* Calls that need more than their prototype says: variadic ones, and those that make valid input.
 */
#include "machine.h"

#include <string.h>

#define FIRST call->object[0]
#define SECOND call->object[1]

static void make(struct call *call)
{
    call->result = machine_callback(MAKE, Py_None, (long)call->number[0]);
}

static void mutate(struct call *call)
{
    call->result = machine_callback(MUTATE, FIRST, (long)call->number[1]);
}

static void describe(struct call *call)
{
    machine_describe(FIRST);
}

static void copy(struct call *call)
{
    call->result = Py_NewRef(FIRST);
}

static void instance(struct call *call)
{
    call->result = machine_instance(FIRST);
}

static void list(struct call *call)
{
    call->result = PyList_New(2);
    if (call->result == NULL) return;
    PyList_SetItem(call->result, 0, Py_NewRef(FIRST));
    PyList_SetItem(call->result, 1, Py_NewRef(SECOND));
}

static void tuple(struct call *call)
{
    call->result = PyTuple_New(2);
    if (call->result == NULL) return;
    PyTuple_SetItem(call->result, 0, Py_NewRef(FIRST));
    PyTuple_SetItem(call->result, 1, Py_NewRef(SECOND));
}

static void pack(struct call *call)
{
    call->result = PyTuple_Pack(3, FIRST, SECOND, FIRST);
}

static void build(struct call *call)
{
    switch (call->number[2] % 8) {
    case 0:
        call->result = Py_BuildValue("(OO)", FIRST, SECOND);
        break;
    case 1:
        call->result = Py_BuildValue("[O(iO)]", FIRST, 5, SECOND);
        break;
    case 2:
        call->result = Py_BuildValue("{sOsO}", "a", FIRST, "b", SECOND);
        break;
    case 3:
        call->result = Py_BuildValue("{OO}", FIRST, SECOND);
        break;
    case 4:
        call->result = Py_BuildValue("(dsy)", 2.5, "text", "bytes");
        break;
    case 5:
        call->result = Py_BuildValue("s#", "a\0b", (Py_ssize_t)3);
        break;
    case 6:
        call->result = Py_BuildValue("(zC)", NULL, 0x20ac);
        break;
    default:
        call->result = Py_BuildValue("(Kn)", ~0ULL, (Py_ssize_t)-1);
        break;
    }
}

/* Parses a tuple of arguments, the first object, as one of several signatures. */
static void parse(struct call *call)
{
    PyObject *a = NULL, *b = NULL;
    int i = -7, p = -7;
    long l = -7;
    double d = -7;
    const char *s = NULL;
    Py_ssize_t n = -7;
    switch (call->number[1] % 12) {
    case 0:
        call->integer = PyArg_ParseTuple(FIRST, "O|O:parsed", &a, &b);
        break;
    case 1:
        call->integer = PyArg_ParseTuple(FIRST, "i|i", &i, &p);
        break;
    case 2:
        call->integer = PyArg_ParseTuple(FIRST, "d|n", &d, &n);
        break;
    case 3:
        call->integer = PyArg_ParseTuple(FIRST, "s|p;the message", &s, &p);
        break;
    case 4:
        call->integer = PyArg_ParseTuple(FIRST, "z#|i", &s, &n, &i);
        break;
    case 5:
        call->integer = PyArg_ParseTuple(FIRST, "O!O", &PyLong_Type, &a, &b);
        break;
    case 6:
        call->integer = PyArg_ParseTuple(FIRST, "(OO)|i", &a, &b, &i);
        break;
    case 7:
        call->integer = PyArg_UnpackTuple(FIRST, "unpacked", 1, 2, &a, &b);
        break;
    case 8:
        call->integer = PyArg_ParseTuple(FIRST, "l|b", &l, &i);
        break;
    case 9:
        call->integer = PyArg_ParseTuple(FIRST, "U|S", &a, &b);
        break;
    case 10:
        call->integer = PyArg_ParseTuple(FIRST, "y#|O", &s, &n, &a);
        break;
    default:
        call->integer = PyArg_ParseTuple(FIRST, "c|h", &i, &p);
        break;
    }
    if (call->integer != 1) return;
    if (call->number[1] % 12 == 8 || call->number[1] % 12 == 11) {
        i &= 0xff; /* the unit wrote one byte */
        p &= 0xffff;
    }
    machine_log(" %d %d %ld %g %zd %.20s", i, p, l, d, n, s == NULL ? "-" : s);
    if (a != NULL) machine_describe(a);
    if (b != NULL) machine_describe(b);
}

static void parse_keywords(struct call *call)
{
    static char *const keywords[] = {"key", "name", "a", NULL};
    PyObject *a = NULL, *b = NULL;
    int i = -7;
    switch (call->number[2] % 3) {
    case 0:
        call->integer =
            PyArg_ParseTupleAndKeywords(FIRST, SECOND, "O|Oi:f", (char **)keywords, &a, &b, &i);
        break;
    case 1:
        call->integer =
            PyArg_ParseTupleAndKeywords(FIRST, SECOND, "|O$Oi", (char **)keywords, &a, &b, &i);
        break;
    default:
        call->integer =
            PyArg_ParseTupleAndKeywords(FIRST, SECOND, "OO|i", (char **)keywords, &a, &b, &i);
    }
    if (call->integer != 1) return;
    machine_log(" %d", i);
    if (a != NULL) machine_describe(a);
    if (b != NULL) machine_describe(b);
}

static void call_objects(struct call *call)
{
    call->result = PyObject_CallFunctionObjArgs(FIRST, SECOND, NULL);
}

static void call_format(struct call *call)
{
    switch (call->number[2] % 4) {
    case 0:
        call->result = PyObject_CallFunction(FIRST, "O", SECOND);
        break;
    case 1:
        call->result = PyObject_CallFunction(FIRST, "(O)", SECOND);
        break;
    case 2:
        call->result = PyObject_CallFunction(FIRST, "iO", 3, SECOND);
        break;
    default:
        call->result = PyObject_CallFunction(FIRST, NULL);
        break;
    }
}

static void call_method(struct call *call)
{
    static const char *const methods[] = {"append", "get", "pop", "join", "add", "update", "copy",
        "__eq__", "count", "index", "keys", "__getitem__"};
    const char *name = methods[(unsigned)call->number[2] % (sizeof methods / sizeof *methods)];
    call->result = call->number[2] & 64 ? PyObject_CallMethod(FIRST, name, NULL)
                                        : PyObject_CallMethod(FIRST, name, "(O)", SECOND);
}

static void vectorcall(struct call *call)
{
    PyObject *arguments[] = {NULL, SECOND, FIRST};
    PyObject *names = call->number[2] & 1 ? Py_BuildValue("(s)", "key") : NULL;
    size_t count = names == NULL ? 2 : 1;
    call->result =
        PyObject_Vectorcall(FIRST, arguments + 1, count | PY_VECTORCALL_ARGUMENTS_OFFSET, names);
    Py_XDECREF(names);
}

static void vectorcall_method(struct call *call)
{
    PyObject *arguments[] = {FIRST, SECOND};
    PyObject *name = PyUnicode_InternFromString(call->number[2] & 1 ? "append" : "__add__");
    call->result = PyObject_VectorcallMethod(name, arguments, 2, NULL);
    Py_XDECREF(name);
}

static void format(struct call *call)
{
    switch (call->number[2] % 4) {
    case 0:
        call->result = PyUnicode_FromFormat("%R|%S|%d", FIRST, SECOND, 42);
        break;
    case 1:
        call->result = PyUnicode_FromFormat("%A %.3s %5d", FIRST, "abcdef", -7);
        break;
    case 2:
        call->result = PyUnicode_FromFormat("%T %zd %x", FIRST, (Py_ssize_t)9, 255);
        break;
    default:
        call->result = PyUnicode_FromFormat("%V %c", NULL, "text", 0x20ac);
        break;
    }
}

static void walk_dict(struct call *call)
{
    PyObject *key, *value;
    Py_ssize_t at = 0;
    int count = 0;
    while (PyDict_Next(FIRST, &at, &key, &value) && count++ < 20) {
        machine_describe(key);
        machine_describe(value);
    }
    call->integer = count;
}

static void walk_list(struct call *call)
{
    Py_ssize_t size = PyList_Size(FIRST);
    for (Py_ssize_t i = 0; i < size && i < 20; i++) {
        PyObject *item = PyList_GetItem(FIRST, i);
        if (item == NULL) break;
        Py_INCREF(item);
        machine_describe(item);
        Py_DECREF(item);
        size = PyList_Size(FIRST);
    }
    call->integer = size;
}

static void raise_and_take(struct call *call)
{
    PyErr_SetObject(FIRST, SECOND);
    call->integer = PyErr_ExceptionMatches(PyExc_Exception);
    call->result = PyErr_GetRaisedException();
}

static void fetch(struct call *call)
{
    PyObject *type, *value, *traceback;
    PyErr_SetObject(FIRST, SECOND);
    PyErr_Fetch(&type, &value, &traceback);
    machine_log(" %d %d %d", type != NULL, value != NULL, traceback != NULL);
    if (call->number[2] & 1) PyErr_NormalizeException(&type, &value, &traceback);
    PyErr_Restore(type, value, traceback);
}

/* An exception is being handled while another one is raised: its context. */
static void handled(struct call *call)
{
    PyErr_SetHandledException(FIRST);
    PyErr_SetObject(PyExc_KeyError, SECOND);
    PyErr_SetHandledException(NULL);
    call->result = PyErr_GetRaisedException();
}

static void buffer(struct call *call)
{
    static const int flags[] = {PyBUF_SIMPLE, PyBUF_WRITABLE, PyBUF_FULL_RO, PyBUF_STRIDED};
    Py_buffer view;
    call->integer = PyObject_GetBuffer(FIRST, &view, flags[call->number[1] & 3]);
    if (call->integer < 0) return;
    machine_log(" %zd %zd %d %d %.5s", view.len, view.itemsize, view.readonly, view.ndim,
        view.format == NULL ? "-" : view.format);
    const unsigned char *bytes = view.buf;
    for (Py_ssize_t i = 0; i < view.len && i < 8; i++)
        machine_log(" %02x", bytes[i]);
    if (call->number[1] & 4 && !view.readonly && view.len > 0) ((char *)view.buf)[0] ^= 1;
    PyBuffer_Release(&view);
}

static void bytes_and_size(struct call *call)
{
    char *start;
    Py_ssize_t size = -1;
    call->integer = PyBytes_AsStringAndSize(FIRST, &start, call->number[1] & 1 ? NULL : &size);
    if (call->integer == 0) machine_log(" %zd %.20s", size, start);
}

static void native_bytes(struct call *call)
{
    unsigned char bytes[16] = {0};
    int flags = (int)(call->number[1] % 5) - 1;
    call->integer = PyLong_AsNativeBytes(FIRST, bytes, sizeof bytes, flags);
    if (call->integer > 0) call->result = PyLong_FromNativeBytes(bytes, sizeof bytes, flags);
}

static void wide(struct call *call)
{
    Py_ssize_t length;
    wchar_t *text = PyUnicode_AsWideCharString(FIRST, &length);
    if (text == NULL) return;
    machine_log(" %zd", length);
    call->result = PyUnicode_FromWideChar(text, length);
    PyMem_Free(text);
}

static void capsule(struct call *call)
{
    static int pointed;
    call->result = PyCapsule_New(&pointed, call->number[0] & 1 ? NULL : "key", NULL);
}

/* Takes the reference when it succeeds only. */
static void add_object(struct call *call)
{
    Py_INCREF(SECOND);
    call->integer = PyModule_AddObject(FIRST, machine_text(call->number[2] & 15), SECOND);
    if (call->integer < 0) Py_DECREF(SECOND);
}

/* What CPython adds has no values yet. */
static void resize(struct call *call)
{
    Py_ssize_t before = PyByteArray_Size(FIRST);
    call->integer = PyByteArray_Resize(FIRST, call->number[1]);
    Py_ssize_t added = PyByteArray_Size(FIRST) - before;
    if (added > 0) memset(PyByteArray_AsString(FIRST) + before, 'r', added);
}

/* Of a str that only the caller has; of others an implementation need not know that. */
static void write_char(struct call *call)
{
    PyObject *fresh = PyUnicode_FromFormat("%U..", FIRST);
    if (fresh == NULL) return;
    call->integer = PyUnicode_WriteChar(fresh, call->number[1], (Py_UCS4)call->number[2]);
    if (call->integer == 0)
        call->result = fresh;
    else
        Py_DECREF(fresh);
}

static void collect(struct call *call)
{
    PyGC_Collect();
}

const struct function special_functions[] = {
    {"make", make, "n", 'n', "", 0},
    {"mutate", mutate, "On", 'n', "", 0},
    {"describe", describe, "O", 'v', "", 0},
    {"copy", copy, "O", 'n', "", 0},
    {"instance", instance, "O", 'n', "", 0},
    {"list of", list, "OO", 'n', "", 0},
    {"tuple of", tuple, "OO", 'n', "", 0},
    {"PyTuple_Pack", pack, "OO", 'n', "", 0},
    {"Py_BuildValue", build, "OOn", 'n', "", 0},
    {"PyArg_ParseTuple", parse, "On", 'i', "L.", 0},
    {"PyArg_ParseTupleAndKeywords", parse_keywords, "OOn", 'i', "LD.", 0},
    {"PyObject_CallFunctionObjArgs", call_objects, "OO", 'n', "", 0},
    {"PyObject_CallFunction", call_format, "OOn", 'n', "", 0},
    {"PyObject_CallMethod", call_method, "OOn", 'n', "", 0},
    {"PyObject_Vectorcall", vectorcall, "OOn", 'n', "", 0},
    {"PyObject_VectorcallMethod", vectorcall_method, "OOn", 'n', "", 0},
    {"PyUnicode_FromFormat", format, "OOn", 'n', "", 0},
    {"walk a dict", walk_dict, "O", 'i', "", 0},
    {"walk a list", walk_list, "O", 'i', "", 0},
    {"raise and take", raise_and_take, "OO", 'n', "", 0},
    {"raise and fetch", fetch, "OOn", 'v', "", 0},
    {"raise while handling", handled, "OO", 'n', "E.", 0},
    {"PyObject_GetBuffer", buffer, "On", 'i', "", 0},
    {"PyBytes_AsStringAndSize", bytes_and_size, "On", 'i', "", 0},
    {"PyLong_AsNativeBytes", native_bytes, "On", 'n', "", 0},
    {"PyUnicode_AsWideCharString", wide, "O", 'n', "", 0},
    {"PyCapsule_New", capsule, "n", 'n', "", 0},
    {"add to a module", add_object, "OOn", 'i', "", 0},
    {"resize a bytearray", resize, "On", 'i', "B.", 0},
    {"write to a new str", write_char, "Onn", 'n', "U..", 0},
    {"PyGC_Collect", collect, "", 'v', "", 0},
};
const int special_count = sizeof special_functions / sizeof *special_functions;
