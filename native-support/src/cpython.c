/* Beyond the stable ABI: what extensions built for CPython 3.14 itself call. */
#include "jabiru.h"

#include <locale.h>

PyObject *PyObject_CallOneArg(PyObject *callable, PyObject *arg)
{
    return PyObject_CallFunctionObjArgs(callable, arg, NULL);
}

PyObject *PyObject_VectorcallDict(
    PyObject *callable, PyObject *const *args, size_t nargsf, PyObject *kwargs)
{
    Py_ssize_t count = PyVectorcall_NARGS(nargsf);
    PyObject *tuple = PyTuple_New(count);
    for (Py_ssize_t i = 0; tuple != NULL && i < count; i++) {
        ((PyTupleObject *)tuple)->ob_item[i] = new_ref(args[i]);
    }
    PyObject *result = tuple == NULL ? NULL : PyObject_Call(callable, tuple, kwargs);
    Py_XDECREF(tuple);
    return result;
}

PyObject *PyImport_ImportModuleAttrString(const char *module, const char *attribute)
{
    PyObject *imported = PyImport_ImportModule(module);
    PyObject *result = imported == NULL ? NULL : PyObject_GetAttrString(imported, attribute);
    Py_XDECREF(imported);
    return result;
}

PyObject *PyImport_ImportModuleAttr(PyObject *module, PyObject *attribute)
{
    PyObject *imported = PyImport_Import(module);
    PyObject *result = imported == NULL ? NULL : PyObject_GetAttr(imported, attribute);
    Py_XDECREF(imported);
    return result;
}

/* The dict is Java's, whose collector needs no visits. */
int PyObject_VisitManagedDict(PyObject *obj, void *visit, void *arg)
{
    (void)obj;
    (void)visit;
    (void)arg;
    return 0;
}

PyObject *PyUnicode_New(Py_ssize_t size, Py_UCS4 maxchar)
{
    if (size < 0) {
        PyErr_SetString(PyExc_SystemError, "Negative size passed to PyUnicode_New");
        return NULL;
    }
    if (size != 0 && maxchar > 0x10ffff) {
        PyErr_SetString(PyExc_SystemError, "invalid maximum character passed to PyUnicode_New");
        return NULL;
    }
    return size == 0 ? PyUnicode_FromString("") : jabiru_str_new(size, maxchar);
}

PyObject *PyUnicode_FromKindAndData(int kind, const void *buffer, Py_ssize_t size)
{
    if (size < 0) {
        PyErr_SetString(PyExc_ValueError, "size must be positive");
        return NULL;
    }
    if (kind != 1 && kind != 2 && kind != 4) {
        PyErr_SetString(PyExc_SystemError, "invalid kind");
        return NULL;
    }
    Py_UCS4 *characters = malloc(((size_t)size + 1) * sizeof *characters);
    if (characters == NULL) {
        return PyErr_NoMemory();
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        characters[i] = kind == 1   ? ((const Py_UCS1 *)buffer)[i]
                        : kind == 2 ? ((const Py_UCS2 *)buffer)[i]
                                    : ((const Py_UCS4 *)buffer)[i];
    }
    PyObject *str = jabiru_str_from_ucs4(characters, size);
    free(characters);
    return str;
}

PyObject *_PyNumber_Index(PyObject *o)
{
    return PyNumber_Index(o);
}

const char *PyUnicode_AsUTF8(PyObject *unicode)
{
    return PyUnicode_AsUTF8AndSize(unicode, NULL);
}

const char *_PyType_Name(PyTypeObject *type)
{
    const char *dot = strrchr(type->tp_name, '.');
    return dot == NULL ? type->tp_name : dot + 1;
}

void _PyArg_BadArgument(
    const char *function, const char *argument, const char *expected, PyObject *given)
{
    PyErr_Format(PyExc_TypeError, "%.200s() %.200s must be %.50s, not %.50s", function, argument,
        expected, given == Py_None ? "None" : TYPE(given)->tp_name);
}

int _PyArg_CheckPositional(const char *name, Py_ssize_t nargs, Py_ssize_t min, Py_ssize_t max)
{
    if (nargs >= min && nargs <= max) {
        return 1;
    }
    Py_ssize_t limit = nargs < min ? min : max;
    const char *how = min == max ? "" : nargs < min ? "at least " : "at most ";
    if (name != NULL) {
        PyErr_Format(PyExc_TypeError, "%.200s expected %s%zd argument%s, got %zd", name, how, limit,
            limit == 1 ? "" : "s", nargs);
    } else {
        PyErr_Format(PyExc_TypeError, "unpacked tuple should have %s%zd element%s, but has %zd",
            how, limit, limit == 1 ? "" : "s", nargs);
    }
    return 0;
}

int _PyArg_NoKeywords(const char *function, PyObject *kwargs)
{
    if (kwargs == NULL || PyDict_Size(kwargs) == 0) {
        return 1;
    }
    PyErr_Format(PyExc_TypeError, "%.200s() takes no keyword arguments", function);
    return 0;
}

int _PyArg_NoPositional(const char *function, PyObject *args)
{
    if (args == NULL || PyTuple_Size(args) == 0) {
        return 1;
    }
    PyErr_Format(PyExc_TypeError, "%.200s() takes no positional arguments", function);
    return 0;
}

/* The head of CPython's struct _PyArg_Parser. */
struct parser {
    const char *format;
    const char *const *keywords;
    const char *fname;
};

/* One call's keyword arguments: a dict, or names with their values behind the positional ones. */
struct keywords {
    PyObject *dict;
    PyObject *names;
    PyObject *const *values;
    Py_ssize_t count;
};

static PyObject *keyword_value(const struct keywords *given, const char *name)
{
    if (given->dict != NULL) {
        return PyDict_GetItemString(given->dict, name);
    }
    for (Py_ssize_t i = 0; i < given->count; i++) {
        if (PyUnicode_CompareWithASCIIString(PyTuple_GetItem(given->names, i), name) == 0) {
            return given->values[i];
        }
    }
    return NULL;
}

static const char *function_name(const struct parser *parser)
{
    return parser->fname == NULL ? "function" : parser->fname;
}

static const char *parentheses(const struct parser *parser)
{
    return parser->fname == NULL ? "" : "()";
}

static int check_counts(const struct parser *parser, Py_ssize_t nargs, Py_ssize_t nkwargs,
    int names, int minpos, int maxpos, int minkw, int varpos)
{
    if (!varpos && nargs + nkwargs > names) {
        PyErr_Format(PyExc_TypeError, "%.200s%s takes %s %d %sargument%s (%zd given)",
            function_name(parser), parentheses(parser),
            minpos == names || minpos + minkw == names ? "exactly" : "at most", names,
            nargs == 0 ? "keyword " : "", names == 1 ? "" : "s", nargs + nkwargs);
        return -1;
    }
    if (!varpos && nargs > maxpos) {
        if (maxpos == 0) {
            PyErr_Format(PyExc_TypeError, "%.200s%s takes no positional arguments",
                function_name(parser), parentheses(parser));
        } else {
            PyErr_Format(PyExc_TypeError, "%.200s%s takes %s %d positional argument%s (%zd given)",
                function_name(parser), parentheses(parser),
                minpos == maxpos ? "exactly" : "at most", maxpos, maxpos == 1 ? "" : "s", nargs);
        }
        return -1;
    }
    return 0;
}

/* Says which keyword was not one of the function's, or was given by position too. */
static void report_keyword(
    const struct parser *parser, const struct keywords *given, Py_ssize_t nargs)
{
    PyObject *names = given->dict == NULL ? new_ref(given->names) : PyDict_Keys(given->dict);
    for (Py_ssize_t i = 0; names != NULL && i < given->count; i++) {
        PyObject *name = given->dict == NULL ? PyTuple_GetItem(names, i) : PyList_GetItem(names, i);
        int at = 0;
        while (parser->keywords[at] != NULL &&
               (parser->keywords[at][0] == '\0' ||
                   PyUnicode_CompareWithASCIIString(name, parser->keywords[at]) != 0)) {
            at++;
        }
        if (parser->keywords[at] == NULL) {
            PyErr_Format(PyExc_TypeError, "%.200s%s got an unexpected keyword argument '%S'",
                parser->fname == NULL ? "this function" : parser->fname, parentheses(parser), name);
            break;
        }
        if (at < nargs) {
            PyErr_Format(PyExc_TypeError,
                "argument for %.200s%s given by name ('%U') and position (%d)",
                function_name(parser), parentheses(parser), name, at + 1);
            break;
        }
    }
    Py_XDECREF(names);
}

void *_PyArg_UnpackKeywords(void *args_, Py_ssize_t nargs, PyObject *kwargs, PyObject *kwnames,
    void *parser_, int minpos, int maxpos, int minkw, int varpos, void *buffer_)
{
    PyObject *const *args = args_;
    PyObject **buffer = buffer_;
    const struct parser *parser = parser_;
    struct keywords given = {kwargs, kwnames, args + nargs, 0};
    given.count = kwargs != NULL    ? PyDict_Size(kwargs)
                  : kwnames != NULL ? PyTuple_Size(kwnames)
                                    : 0;
    if (given.count == 0 && args == NULL) {
        args = buffer;
    }
    if (given.count == 0 && minkw == 0 && minpos <= nargs && (varpos || nargs <= maxpos)) {
        return (void *)args;
    }
    int names = 0;
    int positional_only = 0;
    for (; parser->keywords[names] != NULL; names++) {
        positional_only += parser->keywords[names][0] == '\0';
    }
    if (check_counts(parser, nargs, given.count, names, minpos, maxpos, minkw, varpos) != 0) {
        return NULL;
    }
    if (nargs < (minpos < positional_only ? minpos : positional_only)) {
        PyErr_Format(PyExc_TypeError, "%.200s%s takes %s %d positional argument%s (%zd given)",
            function_name(parser), parentheses(parser),
            minpos < positional_only || minpos < maxpos ? "at least" : "exactly",
            minpos < positional_only ? minpos : positional_only, minpos == 1 ? "" : "s", nargs);
        return NULL;
    }
    int taken = nargs > maxpos ? maxpos : (int)nargs;
    memcpy(buffer, args, (size_t)taken * sizeof *buffer);
    int required = minkw != 0 ? maxpos + minkw : minpos;
    Py_ssize_t left = given.count;
    for (int i = taken; i < names; i++) {
        buffer[i] =
            i < positional_only || left == 0 ? NULL : keyword_value(&given, parser->keywords[i]);
        left -= buffer[i] != NULL;
        if (buffer[i] == NULL && i < required && (i < minpos || i >= maxpos)) {
            PyErr_Format(PyExc_TypeError, "%.200s%s missing required argument '%s' (pos %d)",
                function_name(parser), parentheses(parser), parser->keywords[i], i + 1);
            return NULL;
        }
    }
    if (left > 0) {
        report_keyword(parser, &given, nargs);
        return NULL;
    }
    return buffer;
}

void *PyUnicode_DATA(PyObject *op)
{
    return jabiru_str_data(op);
}

int PyUnicode_KIND(PyObject *op)
{
    return jabiru_str_kind(op);
}

char *_PyMem_Strdup(const char *str)
{
    size_t size = strlen(str) + 1;
    char *copy = PyMem_Malloc(size);
    return copy == NULL ? NULL : memcpy(copy, str, size);
}

char *_Py_SetLocaleFromEnv(int category)
{
    return setlocale(category, "");
}

int PyObject_IS_GC(PyObject *obj)
{
    PyTypeObject *type = TYPE(obj);
    return (type->tp_flags & Py_TPFLAGS_HAVE_GC) && (type->tp_is_gc == NULL || type->tp_is_gc(obj));
}

int PyDescr_IsData(PyObject *descr)
{
    return TYPE(descr)->tp_descr_set != NULL;
}

/* The GIL is the critical section, as in CPython's builds with it. */
void PyCriticalSection_Begin(void *section, PyObject *op)
{
    (void)section;
    (void)op;
}

void PyCriticalSection_End(void *section)
{
    (void)section;
}

void PyCriticalSection2_Begin(void *section, PyObject *a, PyObject *b)
{
    (void)section;
    (void)a;
    (void)b;
}

void PyCriticalSection2_End(void *section)
{
    (void)section;
}

/* These three do nothing since CPython 3.13: f_locals writes through (PEP 667). */
void PyFrame_FastToLocals(PyFrameObject *frame)
{
    (void)frame;
}

int PyFrame_FastToLocalsWithError(PyFrameObject *frame)
{
    (void)frame;
    return 0;
}

void PyFrame_LocalsToFast(PyFrameObject *frame, int clear)
{
    (void)frame;
    (void)clear;
}
