/* PyArg_Parse and its family: from a Python object to a C variable, unit by unit. */
#include "arg.h"

int jabiru_arg_is_end(char c)
{
    return c == '\0' || c == ':' || c == ';' || c == ')';
}

void jabiru_arg_begin(struct arg_run *run, const char *format, va_list va)
{
    run->function = NULL;
    run->function_length = 0;
    run->message = NULL;
    run->undo_count = 0;
    run->levels[0] = 0;
    run->text[0] = '\0';
    va_copy(run->va, va);
    const char *end = format + strcspn(format, ":;");
    if (*end == ':') {
        run->function = end + 1;
        run->function_length = (int)strcspn(run->function, ";");
    } else if (*end == ';') {
        run->message = end + 1;
    }
}

/* Undoes what was acquired unless everything worked; gives back `ok`. */
int jabiru_arg_end(struct arg_run *run, int ok)
{
    va_end(run->va);
    for (int i = run->undo_count; !ok && --i >= 0;) {
        run->undo[i].run(run->undo[i].item, run->undo[i].extra);
    }
    return ok;
}

int jabiru_arg_remember(struct arg_run *run, void (*undo)(void *, void *), void *item, void *extra)
{
    if (run->undo_count == ARG_UNDO) {
        undo(item, extra);
        PyErr_SetString(PyExc_SystemError, "too many arguments that need to be released");
        return -1;
    }
    run->undo[run->undo_count++] = (struct arg_undo){undo, item, extra};
    return 0;
}

/* "f() argument 2, item 1 must be int, not str", unless an exception is set already. */
void jabiru_arg_error(struct arg_run *run, int position, const char *text)
{
    if (jabiru_error_is_set()) {
        return;
    }
    if (run->message != NULL) {
        PyErr_SetString(PyExc_TypeError, run->message);
        return;
    }
    char place[ARG_MESSAGE];
    size_t used = 0;
    if (run->function != NULL) {
        used = (size_t)snprintf(place, sizeof place, "%.*s() ",
            run->function_length > 200 ? 200 : run->function_length, run->function);
    }
    if (position == 0) {
        snprintf(place + used, sizeof place - used, "argument");
    } else {
        used += (size_t)snprintf(place + used, sizeof place - used, "argument %d", position);
        for (int i = 0; i < ARG_LEVELS && run->levels[i] > 0 && used < 220; i++) {
            used += (size_t)snprintf(
                place + used, sizeof place - used, ", item %d", run->levels[i] - 1);
        }
    }
    PyObject *type = text[0] == '(' ? PyExc_SystemError : PyExc_TypeError;
    PyErr_Format(type, "%s %.256s", place, text);
}

/* The conversion failed: says what was expected. */
int jabiru_arg_expected(struct arg_run *run, const char *what, PyObject *arg)
{
    if (what[0] == '(') {
        snprintf(run->text, sizeof run->text, "%.100s", what);
    } else {
        snprintf(run->text, sizeof run->text, "must be %.50s, not %.50s", what,
            arg == Py_None ? "None" : TYPE(arg)->tp_name);
    }
    return -1;
}

int jabiru_arg_bad_format(struct arg_run *run, const char *text)
{
    snprintf(run->text, sizeof run->text, "(%s)", text);
    return -1;
}

static int out_of_range(const char *kind, int above)
{
    PyErr_Format(PyExc_OverflowError, "%s is %s", kind,
        above ? "greater than maximum" : "less than minimum");
    return -1;
}

static int convert_ranged(PyObject *arg, long min, long max, const char *kind, long *value)
{
    *value = PyLong_AsLong(arg);
    if (*value == -1 && jabiru_error_is_set()) {
        return -1;
    }
    if (*value < min || *value > max) {
        return out_of_range(kind, *value > max);
    }
    return 0;
}

static int convert_small(struct arg_run *run, PyObject *arg, char code)
{
    long value;
    switch (code) {
    case 'b':
        if (convert_ranged(arg, 0, UCHAR_MAX, "unsigned byte integer", &value) != 0) {
            return -1;
        }
        *va_arg(run->va, unsigned char *) = (unsigned char)value;
        return 0;
    case 'h':
        if (convert_ranged(arg, SHRT_MIN, SHRT_MAX, "signed short integer", &value) != 0) {
            return -1;
        }
        *va_arg(run->va, short *) = (short)value;
        return 0;
    default:
        if (convert_ranged(arg, INT_MIN, INT_MAX, "signed integer", &value) != 0) {
            return -1;
        }
        *va_arg(run->va, int *) = (int)value;
        return 0;
    }
}

static int convert_masked(struct arg_run *run, PyObject *arg, char code)
{
    if ((code == 'k' || code == 'K') && !PyIndex_Check(arg)) {
        return jabiru_arg_expected(run, "int", arg);
    }
    unsigned long long value = PyLong_AsUnsignedLongLongMask(arg);
    if (value == (unsigned long long)-1 && jabiru_error_is_set()) {
        return -1;
    }
    switch (code) {
    case 'B':
        *va_arg(run->va, unsigned char *) = (unsigned char)value;
        break;
    case 'H':
        *va_arg(run->va, unsigned short *) = (unsigned short)value;
        break;
    case 'I':
        *va_arg(run->va, unsigned *) = (unsigned)value;
        break;
    default:
        *va_arg(run->va, unsigned long long *) = value;
    }
    return 0;
}

static int convert_wide(struct arg_run *run, PyObject *arg, char code)
{
    long long value;
    if (code == 'n') {
        PyObject *index = PyNumber_Index(arg);
        if (index == NULL) {
            return -1;
        }
        value = PyLong_AsSsize_t(index);
        Py_DECREF(index);
    } else {
        value = code == 'l' ? PyLong_AsLong(arg) : PyLong_AsLongLong(arg);
    }
    if (value == -1 && jabiru_error_is_set()) {
        return -1;
    }
    *va_arg(run->va, long long *) = value;
    return 0;
}

static int convert_real(struct arg_run *run, PyObject *arg, char code)
{
    double value = PyFloat_AsDouble(arg);
    if (value == -1.0 && jabiru_error_is_set()) {
        return -1;
    }
    if (code == 'f') {
        *va_arg(run->va, float *) = (float)value;
    } else {
        *va_arg(run->va, double *) = value;
    }
    return 0;
}

static int convert_complex(struct arg_run *run, PyObject *arg)
{
    double *parts = va_arg(run->va, double *);
    if (PyComplex_Check(arg)) {
        parts[0] = ((PyComplexObject *)arg)->cval.real;
        parts[1] = ((PyComplexObject *)arg)->cval.imag;
        return 0;
    }
    PyObject *value = PyObject_CallFunctionObjArgs((PyObject *)&PyComplex_Type, arg, NULL);
    if (value == NULL) {
        return -1;
    }
    parts[0] = PyComplex_RealAsDouble(value);
    parts[1] = PyComplex_ImagAsDouble(value);
    Py_DECREF(value);
    return 0;
}

static int convert_character(struct arg_run *run, PyObject *arg, char code)
{
    if (code == 'C') {
        int *place = va_arg(run->va, int *);
        if (!PyUnicode_Check(arg)) {
            return jabiru_arg_expected(run, "a unicode character", arg);
        }
        if (PyUnicode_GetLength(arg) != 1) {
            snprintf(run->text, sizeof run->text,
                "must be a unicode character, not a string of length %zd",
                PyUnicode_GetLength(arg));
            return -1;
        }
        *place = (int)jabiru_str_char(arg, 0);
        return 0;
    }
    char *place = va_arg(run->va, char *);
    int bytearray = PyByteArray_Check(arg);
    if (!bytearray && !PyBytes_Check(arg)) {
        return jabiru_arg_expected(run, "a byte string of length 1", arg);
    }
    Py_ssize_t size = bytearray ? PyByteArray_Size(arg) : Py_SIZE(arg);
    if (size != 1) {
        snprintf(run->text, sizeof run->text,
            "must be a byte string of length 1, not a %s object of length %zd",
            bytearray ? "bytearray" : "bytes", size);
        return -1;
    }
    if (!bytearray) {
        *place = ((PyBytesObject *)arg)->ob_sval[0];
        return 0;
    }
    Py_buffer view;
    if (PyObject_GetBuffer(arg, &view, PyBUF_SIMPLE) != 0) {
        return -1;
    }
    *place = *(char *)view.buf;
    PyBuffer_Release(&view);
    return 0;
}

static int convert_checked(struct arg_run *run, PyObject *arg, int matches, const char *what)
{
    PyObject **place = va_arg(run->va, PyObject **);
    if (!matches) {
        return jabiru_arg_expected(run, what, arg);
    }
    *place = arg;
    return 0;
}

static void undo_converter(void *place, void *convert)
{
    ((int (*)(PyObject *, void *))(uintptr_t)convert)(NULL, place);
}

static int convert_object(struct arg_run *run, PyObject *arg, const char **format)
{
    if (**format == '!') {
        (*format)++;
        PyTypeObject *type = va_arg(run->va, PyTypeObject *);
        return convert_checked(run, arg, PyObject_TypeCheck(arg, type), type->tp_name);
    }
    if (**format == '&') {
        (*format)++;
        int (*convert)(PyObject *, void *) = va_arg(run->va, int (*)(PyObject *, void *));
        void *place = va_arg(run->va, void *);
        int result = convert(arg, place);
        if (result == 0) {
            return jabiru_arg_expected(run, "(unspecified)", arg);
        }
        return result == Py_CLEANUP_SUPPORTED
                   ? jabiru_arg_remember(run, undo_converter, place, (void *)(uintptr_t)convert)
                   : 0;
    }
    *va_arg(run->va, PyObject **) = arg;
    return 0;
}

static int convert_unit(struct arg_run *run, PyObject *arg, const char **format)
{
    char code = *(*format)++;
    switch (code) {
    case 'b':
    case 'h':
    case 'i':
        return convert_small(run, arg, code);
    case 'B':
    case 'H':
    case 'I':
    case 'k':
    case 'K':
        return convert_masked(run, arg, code);
    case 'l':
    case 'L':
    case 'n':
        return convert_wide(run, arg, code);
    case 'f':
    case 'd':
        return convert_real(run, arg, code);
    case 'D':
        return convert_complex(run, arg);
    case 'c':
    case 'C':
        return convert_character(run, arg, code);
    case 'p': {
        int *place = va_arg(run->va, int *);
        int truth = PyObject_IsTrue(arg);
        *place = truth > 0;
        return truth < 0 ? -1 : 0;
    }
    case 's':
    case 'z':
    case 'y':
        if (**format == '*') {
            (*format)++;
            return jabiru_arg_buffer(run, arg, code);
        }
        if (**format == '#') {
            (*format)++;
            return jabiru_arg_text(run, arg, code, 1);
        }
        return jabiru_arg_text(run, arg, code, 0);
    case 'w':
        if (**format != '*') {
            return jabiru_arg_bad_format(run, "impossible<bad format char>");
        }
        (*format)++;
        return jabiru_arg_buffer(run, arg, code);
    case 'e':
        return jabiru_arg_encoded(run, arg, format);
    case 'S':
        return convert_checked(run, arg, PyBytes_Check(arg), "bytes");
    case 'Y':
        return convert_checked(run, arg, PyByteArray_Check(arg), "bytearray");
    case 'U':
        return convert_checked(run, arg, PyUnicode_Check(arg), "str");
    case 'O':
        return convert_object(run, arg, format);
    default:
        return jabiru_arg_bad_format(run, "impossible<bad format char>");
    }
}

/* Whether what a unit stores is only valid as long as the argument's container keeps it. */
static int is_borrowing(const char *unit)
{
    switch (*unit) {
    case 's':
    case 'z':
    case 'y':
        return unit[1] != '*';
    case 'O':
        return unit[1] != '&';
    default:
        return *unit == 'S' || *unit == 'Y' || *unit == 'U';
    }
}

/* Units at this level, up to the closing parenthesis; whether one, here or deeper, borrows. */
static int count_units(const char *f, int *borrows)
{
    int count = 0;
    int level = 0;
    *borrows = 0;
    for (; level > 0 || !jabiru_arg_is_end(*f); f++) {
        if (*f == '\0') {
            break;
        } else if (*f == '(') {
            count += level++ == 0;
        } else if (*f == ')') {
            level--;
        } else if (isalpha((unsigned char)*f)) {
            count += level == 0;
            *borrows |= is_borrowing(f);
            f += *f == 'e' && (f[1] == 's' || f[1] == 't');
        }
    }
    return count;
}

static int convert_sequence(struct arg_run *run, PyObject *arg, const char **format, int level)
{
    int borrows;
    int count = count_units(*format, &borrows);
    int tuple = PyTuple_Check(arg);
    if (!tuple && (!PySequence_Check(arg) || PyBytes_Check(arg) || PyUnicode_Check(arg) ||
                      PyByteArray_Check(arg))) {
        run->levels[level] = 0;
        snprintf(run->text, sizeof run->text, "must be %d-item tuple, not %.50s", count,
            arg == Py_None ? "None" : TYPE(arg)->tp_name);
        return -1;
    }
    if (!tuple && borrows &&
        PyErr_WarnFormat(PyExc_DeprecationWarning, 1, "argument must be %d-item tuple, not %.50s",
            count, TYPE(arg)->tp_name) != 0) {
        return -1;
    }
    Py_ssize_t size = PySequence_Size(arg);
    if (size != count) {
        run->levels[level] = 0;
        if (size >= 0) {
            snprintf(run->text, sizeof run->text, "must be %s of length %d, not %zd",
                tuple || borrows ? "tuple" : "sequence", count, size);
        }
        return -1;
    }
    for (int i = 0; i < count; i++) {
        PyObject *item = PySequence_GetItem(arg, i);
        run->levels[level] = i + 1;
        run->levels[level + 1] = 0;
        if (item == NULL) {
            return -1;
        }
        int result = jabiru_arg_convert(run, item, format, level + 1);
        Py_DECREF(item); /* the sequence keeps it, as in CPython */
        if (result != 0) {
            return -1;
        }
    }
    run->levels[level] = 0;
    if (**format != ')') {
        return jabiru_arg_bad_format(run, "missing ')' in format");
    }
    (*format)++;
    return 0;
}

/* Converts one argument by the next unit of the format; -1 with run->text or an exception. */
int jabiru_arg_convert(struct arg_run *run, PyObject *arg, const char **format, int level)
{
    if (**format == '(') {
        (*format)++;
        if (level + 1 >= ARG_LEVELS) {
            return jabiru_arg_bad_format(run, "too many nested parentheses");
        }
        return convert_sequence(run, arg, format, level);
    }
    return convert_unit(run, arg, format);
}

/* Steps over a unit for which there is no argument, and over its C variables. */
int jabiru_arg_skip(struct arg_run *run, const char **format)
{
    if (**format == '(') {
        (*format)++;
        while (**format != ')') {
            if (jabiru_arg_is_end(**format) || jabiru_arg_skip(run, format) != 0) {
                return -1;
            }
        }
        (*format)++;
        return 0;
    }
    char code = *(*format)++;
    if (code == '\0' || strchr("bBhHiIlkLKnfdDcCpszywSYUOe", code) == NULL) {
        return -1;
    }
    va_arg(run->va, void *);
    if (code == 'e') {
        if (**format != 's' && **format != 't') {
            return -1;
        }
        va_arg(run->va, void *);
        (*format)++;
    } else if (code == 'w') {
        if (**format != '*') {
            return -1;
        }
        (*format)++;
        return 0;
    } else if (code == 'O') {
        if (**format == '!' || **format == '&') {
            va_arg(run->va, void *);
            (*format)++;
        }
        return 0;
    } else if (strchr("szy", code) == NULL) {
        return 0;
    }
    if (**format == '#') {
        va_arg(run->va, void *);
        (*format)++;
    } else if (**format == '*' && code != 'e') {
        (*format)++;
    }
    return 0;
}

/* The number of units, and how many come before '|' ; -1 with SystemError. */
int jabiru_arg_count(const char *format, int *min, int *max)
{
    const char *f = format;
    *min = -1;
    *max = 0;
    while (!jabiru_arg_is_end(*f)) {
        if (*f == '|') {
            *min = *max;
            f++;
        } else if (*f == '(') {
            (*max)++;
            int level = 0;
            do {
                level += *f == '(' ? 1 : *f == ')' ? -1 : 0;
                f++;
            } while (level > 0 && *f != '\0');
        } else {
            if (isalpha((unsigned char)*f)) {
                (*max)++;
                f += *f == 'e' && (f[1] == 's' || f[1] == 't');
            }
            f++;
        }
    }
    if (*f == ')') {
        PyErr_SetString(PyExc_SystemError, "excess ')' in getargs format");
        return -1;
    }
    if (*min < 0) {
        *min = *max;
    }
    return 0;
}
