/*
 * Runs programs: sequences of calls of C-API functions on registers, with a log of what each call
 * did. A row of a program is ROW numbers: the function, the register of its result (or -1), flags,
 * and the arguments: for an object its register (or NULL_OBJECT), for a text or double its index.
 */
#include "machine.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROW (3 + MOST_ARGUMENTS)
#define REGISTERS 12
#define NULL_OBJECT -1
enum { FLAG_DESCRIBE = 1, FLAG_IDENTITY = 2, FLAG_UNCHECKED = 4, FLAG_COUNTS = 8 };

static PyObject *registers[REGISTERS];
static PyObject *callbacks[CALLBACKS];
static char *log_start;
static size_t log_used, log_size;
static int tracing; /* the log goes to stderr as well, at once: for what does not return */

void machine_log(const char *format, ...)
{
    for (;;) {
        va_list arguments;
        va_start(arguments, format);
        size_t room = log_size - log_used;
        int wanted = vsnprintf(log_start ? log_start + log_used : NULL, room, format, arguments);
        va_end(arguments);
        if (wanted < 0) return;
        if ((size_t)wanted < room) {
            if (tracing) fputs(log_start + log_used, stderr);
            log_used += wanted;
            return;
        }
        char *larger = realloc(log_start, log_size * 2 + wanted + 1024);
        if (larger == NULL) return;
        log_start = larger;
        log_size = log_size * 2 + wanted + 1024;
    }
}

/* Each has 64 bytes, so that any length up to 40 may be passed with it. */
static const char texts[][64] = {
    "",
    "a",
    "key",
    "name",
    "spam eggs",
    "__len__",
    "ascii",
    "utf-8",
    "latin-1",
    "utf-16",
    "strict",
    "ignore",
    "replace",
    "surrogatepass",
    "backslashreplace",
    "xmlcharrefreplace",
    "nowhere",
    "item",
    "12",
    "-3.5e2",
    "\xc3\xa4\xe2\x82\xac",
    "\xf0\x9f\x90\x8d!",
    "a\\n\\u20ac\\x",
    "math",
    "collections.abc",
    "append",
    "%s and %d",
    "<lambda>",
    "cp1252",
    "\xff\xfe\x41",
};

const char *machine_text(int64_t index)
{
    int64_t count = sizeof texts / sizeof *texts;
    return index < 0 ? NULL : texts[index % count];
}

double machine_double(int64_t index)
{
    static const double doubles[] = {0.0, -0.0, 1.0, -1.5, 2.5, 1e300, 0.1, 3e10, 1e16, -7.0};
    if (index < 0) return index % 2 ? NAN : INFINITY;
    return doubles[index % (int64_t)(sizeof doubles / sizeof *doubles)];
}

PyObject *machine_callback(int which, PyObject *object, long number)
{
    PyObject *second = PyLong_FromLong(number);
    if (second == NULL) return NULL;
    PyObject *result = PyObject_CallFunctionObjArgs(callbacks[which], object, second, NULL);
    Py_DECREF(second);
    return result;
}

static void log_described(int which, PyObject *object)
{
    PyObject *text = machine_callback(which, object, 0);
    const char *utf8 = text == NULL ? NULL : PyUnicode_AsUTF8AndSize(text, NULL);
    machine_log(" %s", utf8 == NULL ? "(no description)" : utf8);
    Py_XDECREF(text);
    PyErr_Clear();
}

void machine_describe(PyObject *object)
{
    log_described(DESCRIBE, object);
}

/* Logs and clears the current exception; returns whether there was one. */
static int log_error(void)
{
    PyObject *error = PyErr_GetRaisedException();
    if (error == NULL) return 0;
    machine_log(" raises");
    log_described(DESCRIBE_ERROR, error);
    Py_DECREF(error);
    return 1;
}

/* Whether two references to equal values need not be to the same object. */
static int is_value(PyObject *o)
{
    return PyLong_Check(o) || PyFloat_Check(o) || PyUnicode_Check(o) || PyBytes_Check(o) ||
           PyTuple_Check(o) || Py_TYPE(o) == &PyComplex_Type || PyFrozenSet_Check(o) ||
           PyCFunction_Check(o);
}

static int is_small(PyObject *o)
{
    if (!PyLong_Check(o)) return 1;
    int overflow;
    long value = PyLong_AsLongAndOverflow(o, &overflow);
    PyErr_Clear();
    return !overflow && value > -200 && value < 200;
}

/* Whether CPython checks what it is given here, or it is what CPython takes for granted. */
static int fits(char check, PyObject *o)
{
    switch (check) {
    case 'T':
        return PyType_Check(o);
    case 'N':
        return !PyType_Check(o);
    case 'E':
        return PyObject_IsInstance(o, PyExc_BaseException) == 1;
    case 'I':
        return PyIter_Check(o);
    case 'B':
        return PyByteArray_Check(o);
    case 'b':
        return PyBytes_Check(o);
    case 'S':
        return PySlice_Check(o);
    case 'D':
        return PyDict_Check(o);
    case 'o': /* CPython's OrderedDict is not told what is done to the dict below it */
        return !PyDict_Check(o) || PyDict_CheckExact(o) ||
               !(PyType_GetFlags(Py_TYPE(o)) & Py_TPFLAGS_IMMUTABLETYPE);
    case 'v': /* equal values need not be the same object */
        return !is_value(o);
    case 'U':
        return PyUnicode_Check(o);
    case 'L':
        return PyTuple_Check(o);
    case 'i':
        return is_small(o);
    case 'm':
        return !PyLong_Check(o) || is_small(o);
    case 'l': /* not what an implementation has on the heap as it likes: those are immutable */
        return PyType_Check(o) &&
               (PyType_GetFlags((PyTypeObject *)o) &
                   (Py_TPFLAGS_HEAPTYPE | Py_TPFLAGS_IMMUTABLETYPE)) == Py_TPFLAGS_HEAPTYPE;
    case 'x':
        return 0;
    default:
        return 1;
    }
}

/* The address in a default representation is another one on each side. */
static PyObject *without_address(PyObject *text)
{
    const char *utf8 = PyUnicode_AsUTF8AndSize(text, NULL);
    PyErr_Clear();
    const char *found = utf8 == NULL ? NULL : strstr(utf8, " at 0x");
    if (found == NULL) return text;
    const char *digits = found + strlen(" at 0x");
    const char *rest = digits + strspn(digits, "0123456789abcdef");
    PyObject *start = PyUnicode_FromStringAndSize(utf8, digits - utf8);
    PyObject *changed = PyUnicode_FromFormat("%U...%s", start, rest);
    Py_XDECREF(start);
    if (changed == NULL) return text;
    Py_DECREF(text);
    return changed;
}

/* Decodes the arguments of a row; returns whether the call can be made. */
static int decode(const struct function *f, const int64_t *row, struct call *call)
{
    memset(call, 0, sizeof *call);
    for (int i = 0; f->signature[i] != 0; i++) {
        int64_t a = row[3 + i];
        call->number[i] = a;
        call->size[i] = 7;
        switch (f->signature[i]) {
        case 'O':
        case 'T':
        case 'I':
            if (a == NULL_OBJECT) break;
            call->object[i] = registers[a % REGISTERS];
            if (call->object[i] == NULL) return 0;
            char check = f->checks[0] == 0 ? '.' : f->checks[i];
            if (!(row[2] & FLAG_UNCHECKED) && !fits(check, call->object[i])) return 0;
            break;
        }
    }
    return 1;
}

static void log_result(const struct function *f, struct call *call, int flags)
{
    switch (f->result) {
    case 'n':
    case 'b':
    case '0':
        if (call->result == NULL) {
            machine_log(" NULL");
        } else if (flags & FLAG_DESCRIBE) {
            machine_describe(call->result);
        }
        break;
    case 'i':
        machine_log(" %lld", (long long)call->integer);
        break;
    case 'u':
        machine_log(" %llu", (unsigned long long)call->integer);
        break;
    case 'd':
        machine_log(" %.17g", call->real);
        break;
    case 's':
        if (call->text != NULL)
            machine_log(" \"%.60s\"", call->text);
        else
            machine_log(" NULL");
        break;
    case 'p':
        machine_log(call->pointer == NULL ? " NULL" : " pointer");
        break;
    }
}

/* What the function wrote through its pointers. */
static void log_written(const struct function *f, struct call *call, int flags)
{
    for (int i = 0; f->signature[i] != 0; i++) {
        switch (f->signature[i]) {
        case 'z':
            machine_log(" %zd", call->size[i]);
            break;
        case 'i':
            machine_log(" %d", call->small[i]);
            break;
        case 'P':
            if (call->written[i] == NULL)
                machine_log(" NULL");
            else
                machine_describe(call->written[i]);
            break;
        }
    }
}

static void put(int64_t where, PyObject *owned)
{
    PyObject *before = registers[where % REGISTERS];
    registers[where % REGISTERS] = owned;
    Py_XDECREF(before);
}

static void log_identity(const struct function *f, struct call *call)
{
    if (call->result == NULL || is_value(call->result)) return;
    for (int i = 0; i < REGISTERS; i++)
        if (registers[i] == call->result) machine_log(" is%d", i);
}

/* A function that only looks at a value must leave its count as it was. */
static void log_counts(const struct function *f, struct call *call, const Py_ssize_t *before)
{
    if (f->result == 'n' || f->result == 'b' || f->result == '0') return;
    for (int i = 0; f->signature[i] != 0; i++) {
        PyObject *o = call->object[i];
        if (f->signature[i] != 'O' || o == NULL || !is_value(o)) continue;
        if (Py_REFCNT(o) != before[i]) machine_log(" count%+zd", Py_REFCNT(o) - before[i]);
    }
}

static void run_row(const int64_t *row)
{
    const struct function *f = row[0] < generated_count
                                   ? &generated_functions[row[0]]
                                   : &special_functions[row[0] - generated_count];
    struct call call;
    Py_ssize_t counts[MOST_ARGUMENTS] = {0};
    int flags = (int)row[2];
    machine_log("%s", f->name);
    if (!decode(f, row, &call)) {
        machine_log(" -\n");
        return;
    }
    for (int i = 0; f->signature[i] != 0; i++) {
        if (call.object[i] == NULL) continue;
        /* The call may run code that empties the register. */
        Py_INCREF(call.object[i]);
        if (f->steals >> i & 1) Py_INCREF(call.object[i]);
        if (f->signature[i] == 'I') { /* the reference that the register had is the function's */
            registers[row[3 + i] % REGISTERS] = NULL;
            Py_DECREF(call.object[i]);
        }
    }
    if (flags & FLAG_COUNTS)
        for (int i = 0; i < MOST_ARGUMENTS; i++)
            if (call.object[i] != NULL) counts[i] = Py_REFCNT(call.object[i]);
    PyObject *given[MOST_ARGUMENTS];
    memcpy(given, call.object, sizeof given);
    f->call(&call);
    if (f->result == 'b') Py_XINCREF(call.result);
    int failed = PyErr_Occurred() != NULL;
    PyObject *error = failed ? PyErr_GetRaisedException() : NULL;
    if (call.result != NULL && Py_IS_TYPE(call.result, &PyUnicode_Type))
        call.result = without_address(call.result);
    log_result(f, &call, flags);
    if (flags & FLAG_IDENTITY) log_identity(f, &call);
    if (!failed) log_written(f, &call, flags);
    if (flags & FLAG_COUNTS && !failed) log_counts(f, &call, counts);
    if (error != NULL) {
        PyErr_SetRaisedException(error);
        log_error();
    }
    machine_log("\n");
    for (int i = 0; f->signature[i] != 0; i++) {
        if (f->signature[i] == 'P')
            Py_XDECREF(call.written[i]);
        else if (f->signature[i] == 'I')
            put(row[3 + i], call.object[i]);
        else
            Py_XDECREF(given[i]);
    }
    if (call.result != NULL && row[1] >= 0)
        put(row[1], call.result);
    else
        Py_XDECREF(call.result);
}

static PyObject *configure(PyObject *self, PyObject *args)
{
    for (int i = 0; i < CALLBACKS; i++) {
        PyObject *function = PyTuple_GetItem(args, i);
        if (function == NULL) return NULL;
        Py_XDECREF(callbacks[i]);
        callbacks[i] = Py_NewRef(function);
    }
    Py_RETURN_NONE;
}

static PyObject *run(PyObject *self, PyObject *program)
{
    char *bytes;
    Py_ssize_t length;
    if (PyBytes_AsStringAndSize(program, &bytes, &length) < 0) return NULL;
    log_used = 0;
    machine_log("%s", "");
    for (Py_ssize_t at = 0; at + (Py_ssize_t)(ROW * sizeof(int64_t)) <= length;) {
        int64_t row[ROW];
        memcpy(row, bytes + at, sizeof row);
        at += sizeof row;
        run_row(row);
    }
    return PyUnicode_DecodeUTF8(log_start, log_used, "backslashreplace");
}

/* Describes the registers and empties them. */
static PyObject *finish(PyObject *self, PyObject *unused)
{
    log_used = 0;
    machine_log("%s", "");
    for (int i = 0; i < REGISTERS; i++) {
        if (registers[i] == NULL) continue;
        machine_log("register %d:", i);
        machine_describe(registers[i]);
        machine_log("\n");
    }
    for (int i = 0; i < REGISTERS; i++)
        Py_CLEAR(registers[i]);
    return PyUnicode_DecodeUTF8(log_start, log_used, "backslashreplace");
}

/* Puts an object into a register: place(register, object). */
static PyObject *place(PyObject *self, PyObject *args)
{
    int where;
    PyObject *object;
    if (!PyArg_ParseTuple(args, "iO", &where, &object)) return NULL;
    put(where, Py_NewRef(object));
    Py_RETURN_NONE;
}

static PyObject *names(PyObject *self, PyObject *unused)
{
    PyObject *list = PyList_New(0);
    for (int i = 0; list != NULL && i < generated_count + special_count; i++) {
        const struct function *f =
            i < generated_count ? &generated_functions[i] : &special_functions[i - generated_count];
        char result[2] = {f->result, 0};
        PyObject *item = Py_BuildValue("(sss)", f->name, f->signature, result);
        if (item == NULL || PyList_Append(list, item) < 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static PyObject *instances(PyObject *self, PyObject *unused)
{
    return PyLong_FromLong(machine_instances());
}

static PyMethodDef methods[] = {
    {"configure", configure, METH_VARARGS, "configure(make, describe, describe_error, mutate)"},
    {"run", run, METH_O, "Runs a program, returns its log."},
    {"place", place, METH_VARARGS, "place(register, object)"},
    {"finish", finish, METH_NOARGS, "Describes the registers and empties them."},
    {"names", names, METH_NOARGS, "Name, signature and result of every function."},
    {"instances", instances, METH_NOARGS, "How many instances of Counted there are."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "random_calls", .m_size = -1, .m_methods = methods};

PyMODINIT_FUNC PyInit_random_calls(void)
{
    PyObject *module = PyModule_Create(&definition);
    tracing = getenv("RANDOM_CALLS_TRACE") != NULL;
    if (module != NULL && machine_add_type(module) < 0) Py_CLEAR(module);
    return module;
}
