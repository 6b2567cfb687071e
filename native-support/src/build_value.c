/* Py_BuildValue: C values to Python objects. */
#include "jabiru.h"

static PyObject *build_item(const char **format, va_list *va);

static int closes(char c)
{
    return c == ')' || c == ']' || c == '}';
}

/* The number of items up to the end of the group; -1 with an exception. */
static Py_ssize_t count_items(const char *f, char end)
{
    Py_ssize_t count = 0;
    int level = 0;
    for (; level > 0 || *f != end; f++) {
        if (*f == '\0') {
            PyErr_SetString(PyExc_SystemError, "unmatched paren in format");
            return -1;
        }
        if (*f == '(' || *f == '[' || *f == '{') {
            count += level++ == 0;
        } else if (closes(*f)) {
            level--;
        } else if (strchr("#&,: \t", *f) == NULL) {
            count += level == 0;
        }
    }
    return count;
}

/* Builds `count` items into places; on failure the rest is built too, so that N's references go. */
static int build_items(PyObject **places, Py_ssize_t count, const char **format, va_list *va)
{
    int failed = 0;
    struct jabiru_error first = {NULL, NULL, NULL};
    for (Py_ssize_t i = 0; i < count; i++) {
        places[i] = build_item(format, va);
        if (places[i] == NULL && !failed) {
            failed = 1;
            jabiru_error_take(&first);
        } else if (failed) {
            PyErr_Clear();
        }
    }
    if (!failed) {
        return 0;
    }
    PyErr_Restore(first.type, first.value, first.traceback);
    return -1;
}

static int end_group(const char **format, char end)
{
    while (**format != '\0' && **format != end && strchr(",: \t", **format) != NULL) {
        (*format)++;
    }
    if (**format != end) {
        PyErr_SetString(PyExc_SystemError, "Unmatched paren in format");
        return -1;
    }
    if (end != '\0') {
        (*format)++;
    }
    return 0;
}

static PyObject *build_tuple(const char **format, va_list *va, char end, Py_ssize_t count)
{
    PyObject *tuple = count < 0 ? NULL : PyTuple_New(count);
    if (tuple == NULL) {
        return NULL;
    }
    if (build_items(((PyTupleObject *)tuple)->ob_item, count, format, va) != 0 ||
        end_group(format, end) != 0) {
        Py_DECREF(tuple);
        return NULL;
    }
    return tuple;
}

static PyObject *build_list(const char **format, va_list *va, Py_ssize_t count)
{
    PyObject *list = count < 0 ? NULL : PyList_New(count);
    if (list == NULL) {
        return NULL;
    }
    if (build_items(((PyListObject *)list)->ob_item, count, format, va) != 0 ||
        end_group(format, ']') != 0) {
        Py_DECREF(list);
        return NULL;
    }
    return list;
}

static PyObject *build_dict(const char **format, va_list *va, Py_ssize_t count)
{
    if (count < 0 || count % 2 != 0) {
        if (count >= 0) {
            PyErr_SetString(PyExc_SystemError, "Bad dict format");
        }
        return NULL;
    }
    PyObject *pairs = count == 0 ? NULL : PyTuple_New(count);
    PyObject *dict = PyDict_New();
    int failed =
        dict == NULL || (count != 0 && pairs == NULL) ||
        (count != 0 && build_items(((PyTupleObject *)pairs)->ob_item, count, format, va) != 0);
    for (Py_ssize_t i = 0; !failed && i < count; i += 2) {
        PyObject **pair = &((PyTupleObject *)pairs)->ob_item[i];
        failed = PyDict_SetItem(dict, pair[0], pair[1]) != 0;
    }
    Py_XDECREF(pairs);
    if (failed || end_group(format, '}') != 0) {
        Py_XDECREF(dict);
        return NULL;
    }
    return dict;
}

static Py_ssize_t length_after(const char **format, va_list *va, int *given)
{
    if (**format == '#') {
        (*format)++;
        *given = 1;
        return va_arg(*va, Py_ssize_t);
    }
    *given = 0;
    return -1;
}

static PyObject *build_text(const char **format, va_list *va, int bytes)
{
    const char *text = va_arg(*va, const char *);
    int given;
    Py_ssize_t length = length_after(format, va, &given);
    if (text == NULL) {
        return new_ref(Py_None);
    }
    if (length < 0) {
        length = (Py_ssize_t)strlen(text);
    }
    return bytes ? PyBytes_FromStringAndSize(text, length)
                 : PyUnicode_FromStringAndSize(text, length);
}

static PyObject *build_wide(const char **format, va_list *va)
{
    const wchar_t *wide = va_arg(*va, const wchar_t *);
    int given;
    Py_ssize_t length = length_after(format, va, &given);
    return wide == NULL ? new_ref(Py_None) : PyUnicode_FromWideChar(wide, length < 0 ? -1 : length);
}

static PyObject *build_object(const char **format, va_list *va, char code)
{
    if (**format == '&') {
        (*format)++;
        PyObject *(*convert)(void *) = va_arg(*va, PyObject * (*)(void *));
        return convert(va_arg(*va, void *));
    }
    PyObject *object = va_arg(*va, PyObject *);
    if (object == NULL) {
        if (!jabiru_error_is_set()) {
            PyErr_SetString(PyExc_SystemError, "NULL object passed to Py_BuildValue");
        }
        return NULL;
    }
    return code == 'N' ? object : new_ref(object);
}

static PyObject *build_number(char code, va_list *va)
{
    switch (code) {
    case 'b':
    case 'B':
    case 'h':
    case 'i':
        return PyLong_FromLong(va_arg(*va, int));
    case 'H':
        return PyLong_FromLong((long)va_arg(*va, unsigned));
    case 'I':
        return PyLong_FromUnsignedLong(va_arg(*va, unsigned));
    case 'n':
    case 'l':
        return PyLong_FromLong(va_arg(*va, long));
    case 'k':
        return PyLong_FromUnsignedLong(va_arg(*va, unsigned long));
    case 'L':
        return PyLong_FromLongLong(va_arg(*va, long long));
    case 'K':
        return PyLong_FromUnsignedLongLong(va_arg(*va, unsigned long long));
    case 'p':
        return PyBool_FromLong(va_arg(*va, int));
    default:
        return PyFloat_FromDouble(va_arg(*va, double));
    }
}

static PyObject *build_complex(va_list *va)
{
    const double *parts = va_arg(*va, const double *);
    return PyComplex_FromDoubles(parts[0], parts[1]);
}

static PyObject *build_character(va_list *va, int bytes)
{
    int c = va_arg(*va, int);
    char byte = (char)c;
    return bytes ? PyBytes_FromStringAndSize(&byte, 1) : PyUnicode_FromOrdinal(c);
}

static PyObject *build_item(const char **format, va_list *va)
{
    for (;;) {
        char code = *(*format)++;
        switch (code) {
        case '(':
            return build_tuple(format, va, ')', count_items(*format, ')'));
        case '[':
            return build_list(format, va, count_items(*format, ']'));
        case '{':
            return build_dict(format, va, count_items(*format, '}'));
        case 'b':
        case 'B':
        case 'h':
        case 'i':
        case 'H':
        case 'I':
        case 'n':
        case 'l':
        case 'k':
        case 'L':
        case 'K':
        case 'f':
        case 'd':
        case 'p':
            return build_number(code, va);
        case 'D':
            return build_complex(va);
        case 'c':
        case 'C':
            return build_character(va, code == 'c');
        case 's':
        case 'z':
        case 'U':
            return build_text(format, va, 0);
        case 'y':
            return build_text(format, va, 1);
        case 'u':
            return build_wide(format, va);
        case 'N':
        case 'S':
        case 'O':
            return build_object(format, va, code);
        case ',':
        case ':':
        case ' ':
        case '\t':
            break;
        default:
            *format -= code == '\0';
            PyErr_SetString(PyExc_SystemError, "bad format char passed to Py_BuildValue");
            return NULL;
        }
    }
}

PyObject *Py_VaBuildValue(const char *format, va_list va)
{
    va_list own;
    Py_ssize_t count = count_items(format, '\0');
    if (count < 0) {
        return NULL;
    }
    if (count == 0) {
        return new_ref(Py_None);
    }
    va_copy(own, va);
    const char *f = format;
    PyObject *result = count == 1 ? build_item(&f, &own) : build_tuple(&f, &own, '\0', count);
    va_end(own);
    return result;
}

PyObject *_Py_VaBuildValue_SizeT(const char *format, va_list va)
{
    return Py_VaBuildValue(format, va);
}

PyObject *Py_BuildValue(const char *format, ...)
{
    va_list va;
    va_start(va, format);
    PyObject *result = Py_VaBuildValue(format, va);
    va_end(va);
    return result;
}

PyObject *_Py_BuildValue_SizeT(const char *format, ...)
{
    va_list va;
    va_start(va, format);
    PyObject *result = Py_VaBuildValue(format, va);
    va_end(va);
    return result;
}
