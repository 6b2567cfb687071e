/* PyArg_Parse and its family: the entry points, positional and keyword arguments. */
#include "arg.h"

/* "f()" or "function": who complains. */
static PyObject *who(const struct arg_run *run, const char *fallback)
{
    if (run->function == NULL) {
        return PyUnicode_FromString(fallback);
    }
    return PyUnicode_FromFormat(
        "%.*s()", run->function_length > 200 ? 200 : run->function_length, run->function);
}

static int wrong_count(struct arg_run *run, int min, int max, Py_ssize_t given)
{
    if (run->message != NULL) {
        PyErr_SetString(PyExc_TypeError, run->message);
        return 0;
    }
    PyObject *name = who(run, "function");
    if (name == NULL) {
        return 0;
    }
    int bound = given < min ? min : max;
    PyErr_Format(PyExc_TypeError, "%U takes %s %d argument%s (%zd given)", name,
        min == max    ? "exactly"
        : given < min ? "at least"
                      : "at most",
        bound, bound == 1 ? "" : "s", given);
    Py_DECREF(name);
    return 0;
}

static int parse_positional(struct arg_run *run, PyObject *args, const char *format)
{
    int min;
    int max;
    if (jabiru_arg_count(format, &min, &max) != 0) {
        return 0;
    }
    Py_ssize_t given = Py_SIZE(args);
    if (given < min || given > max) {
        return wrong_count(run, min, max, given);
    }
    for (Py_ssize_t i = 0; i < given; i++) {
        format += *format == '|';
        if (jabiru_arg_convert(run, ((PyTupleObject *)args)->ob_item[i], &format, 0) != 0) {
            jabiru_arg_error(run, (int)i + 1, run->text);
            return 0;
        }
    }
    if (!jabiru_arg_is_end(*format) && !isalpha((unsigned char)*format) && *format != '(' &&
        *format != '|') {
        PyErr_Format(PyExc_SystemError, "bad format string: %.200s", format);
        return 0;
    }
    return 1;
}

static int parse_tuple(PyObject *args, const char *format, va_list va)
{
    struct arg_run run;
    if (args == NULL || !PyTuple_Check(args)) {
        PyErr_SetString(PyExc_SystemError, "new style getargs format but argument is not a tuple");
        return 0;
    }
    jabiru_arg_begin(&run, format, va);
    return jabiru_arg_end(&run, parse_positional(&run, args, format));
}

/* One object instead of a tuple. */
static int parse_one(PyObject *arg, const char *format, va_list va)
{
    struct arg_run run;
    int min;
    int max;
    if (jabiru_arg_count(format, &min, &max) != 0) {
        return 0;
    }
    jabiru_arg_begin(&run, format, va);
    int ok = 0;
    if (max == 0) {
        ok = arg == NULL;
        if (!ok) {
            wrong_count(&run, 0, 0, 1);
        }
    } else if (min == 1 && max == 1 && arg != NULL) {
        ok = jabiru_arg_convert(&run, arg, &format, 0) == 0;
        if (!ok) {
            jabiru_arg_error(&run, 0, run.text);
        }
    } else {
        PyErr_SetString(PyExc_SystemError, "old style getargs format uses new features");
    }
    return jabiru_arg_end(&run, ok);
}

static PyObject *keyword_value(PyObject *kwargs, const char *name)
{
    PyObject *key = PyUnicode_FromString(name);
    PyObject *value = key == NULL ? NULL : PyDict_GetItemWithError(kwargs, key);
    Py_XDECREF(key);
    return value;
}

static int unexpected_keyword(
    struct arg_run *run, PyObject *kwargs, char *const *keywords, int len, int positional_only)
{
    Py_ssize_t position = 0;
    PyObject *key;
    PyObject *value;
    while (PyDict_Next(kwargs, &position, &key, &value)) {
        if (!PyUnicode_Check(key)) {
            PyErr_SetString(PyExc_TypeError, "keywords must be strings");
            return 0;
        }
        int known = 0;
        for (int i = positional_only; i < len && !known; i++) {
            known = PyUnicode_EqualToUTF8(key, keywords[i]);
        }
        if (!known) {
            PyObject *name = who(run, "this function");
            if (name != NULL) {
                PyErr_Format(
                    PyExc_TypeError, "%U got an unexpected keyword argument '%S'", name, key);
                Py_DECREF(name);
            }
            return 0;
        }
    }
    return 1;
}

struct keyword_format {
    int count;           /* parameters */
    int positional_only; /* with an empty name */
    int min;             /* required ones */
    int max_positional;  /* before '$' */
};

static int read_format(const char *format, char *const *keywords, struct keyword_format *facts)
{
    *facts = (struct keyword_format){.min = -1, .max_positional = -1};
    while (keywords[facts->count] != NULL) {
        if (keywords[facts->count][0] == '\0') {
            if (facts->positional_only != facts->count) {
                PyErr_SetString(PyExc_SystemError, "Empty keyword parameter name");
                return -1;
            }
            facts->positional_only++;
        }
        facts->count++;
    }
    int unused;
    char before[512];
    const char *bar = strchr(format, '|');
    const char *dollar = strchr(format, '$');
    const char *end = format + strcspn(format, ":;");
    if (bar != NULL && bar < end && (size_t)(bar - format) < sizeof before) {
        snprintf(before, sizeof before, "%.*s", (int)(bar - format), format);
        jabiru_arg_count(before, &unused, &facts->min);
    }
    if (dollar != NULL && dollar < end && (size_t)(dollar - format) < sizeof before) {
        snprintf(before, sizeof before, "%.*s", (int)(dollar - format), format);
        jabiru_arg_count(before, &unused, &facts->max_positional);
    }
    facts->min = facts->min < 0 ? INT_MAX : facts->min;
    facts->max_positional = facts->max_positional < 0 ? INT_MAX : facts->max_positional;
    return 0;
}

static int missing(struct arg_run *run, const struct keyword_format *facts, char *const *keywords,
    int i, Py_ssize_t given)
{
    PyObject *name = who(run, "function");
    if (name == NULL) {
        return 0;
    }
    if (i < facts->positional_only) {
        int required = facts->min < facts->positional_only ? facts->min : facts->positional_only;
        PyErr_Format(PyExc_TypeError, "%U takes %s %d positional argument%s (%zd given)", name,
            required < facts->max_positional ? "at least" : "exactly", required,
            required == 1 ? "" : "s", given);
    } else {
        PyErr_Format(PyExc_TypeError, "%U missing required argument '%s' (pos %i)", name,
            keywords[i], i + 1);
    }
    Py_DECREF(name);
    return 0;
}

static int too_many(struct arg_run *run, const struct keyword_format *facts, Py_ssize_t positional,
    Py_ssize_t given)
{
    PyObject *name = who(run, "function");
    if (name == NULL) {
        return 0;
    }
    if (positional + given > facts->count) {
        PyErr_Format(PyExc_TypeError, "%U takes %s %d %sargument%s (%zd given)", name, "at most",
            facts->count, positional == 0 ? "keyword " : "", facts->count == 1 ? "" : "s",
            positional + given);
    } else if (facts->max_positional == 0) {
        PyErr_Format(PyExc_TypeError, "%U takes no positional arguments", name);
    } else {
        PyErr_Format(PyExc_TypeError, "%U takes %s %d positional argument%s (%zd given)", name,
            facts->min < facts->max_positional ? "at most" : "exactly", facts->max_positional,
            facts->max_positional == 1 ? "" : "s", positional);
    }
    Py_DECREF(name);
    return 0;
}

static int both_ways(struct arg_run *run, const char *keyword, int position)
{
    PyObject *name = who(run, "function");
    if (name != NULL) {
        PyErr_Format(PyExc_TypeError, "argument for %U given by name ('%s') and position (%d)",
            name, keyword, position);
        Py_DECREF(name);
    }
    return 0;
}

/* A keyword that no parameter took: given twice, or unknown. */
static int surplus_keywords(struct arg_run *run, PyObject *kwargs, char *const *keywords,
    const struct keyword_format *facts, Py_ssize_t positional)
{
    for (int i = facts->positional_only; i < positional; i++) {
        if (keyword_value(kwargs, keywords[i]) != NULL) {
            return both_ways(run, keywords[i], i + 1);
        }
        if (jabiru_error_is_set()) {
            return 0;
        }
    }
    if (!unexpected_keyword(run, kwargs, keywords, facts->count, facts->positional_only)) {
        return 0;
    }
    /* Its text is a parameter's name, but the dict did not find it: a str with its own __eq__. */
    PyObject *name = who(run, "this function");
    if (name != NULL) {
        PyErr_Format(PyExc_TypeError, "invalid keyword argument for %U", name);
        Py_DECREF(name);
    }
    return 0;
}

static int bad_mark(const char *wrong)
{
    PyErr_Format(PyExc_SystemError, "Invalid format string (%s)", wrong);
    return -1;
}

/* Steps over '|' and '$' before the unit of a parameter. */
static int step_over_marks(const char **format, const struct keyword_format *facts, int position)
{
    int bar = facts->min < position;
    int dollar = facts->max_positional < position;
    for (; **format == '|' || **format == '$'; (*format)++) {
        if (**format == '|') {
            if (bar || dollar) {
                return bad_mark(bar ? "| specified twice" : "$ before |");
            }
            bar = 1;
        } else {
            if (dollar) {
                return bad_mark("$ specified twice");
            }
            dollar = 1;
            if (position < facts->positional_only) {
                PyErr_SetString(PyExc_SystemError, "Empty parameter name after $");
                return -1;
            }
        }
    }
    return 0;
}

static int parse_keywords(struct arg_run *run, PyObject *args, PyObject *kwargs, const char *format,
    char *const *keywords)
{
    struct keyword_format facts;
    if (read_format(format, keywords, &facts) != 0) {
        return 0;
    }
    Py_ssize_t positional = Py_SIZE(args);
    Py_ssize_t remaining = kwargs == NULL ? 0 : PyDict_Size(kwargs);
    if (positional + remaining > facts.count || positional > facts.max_positional) {
        return too_many(run, &facts, positional, remaining);
    }
    for (int i = 0; i < facts.count; i++) {
        if (step_over_marks(&format, &facts, i) != 0) {
            return 0;
        }
        const char *unit = format;
        if (jabiru_arg_is_end(*format)) {
            PyErr_Format(PyExc_SystemError,
                "More keyword list entries (%d) than format specifiers (%d)", facts.count, i);
            return 0;
        }
        PyObject *arg = i < positional ? ((PyTupleObject *)args)->ob_item[i] : NULL;
        if (arg == NULL && remaining > 0 && i >= facts.positional_only) {
            arg = keyword_value(kwargs, keywords[i]);
            if (arg == NULL && jabiru_error_is_set()) {
                return 0;
            }
            remaining -= arg != NULL;
        }
        if (arg != NULL) {
            if (jabiru_arg_convert(run, arg, &format, 0) != 0) {
                jabiru_arg_error(run, i + 1, run->text);
                return 0;
            }
        } else if (i < facts.min) {
            return missing(run, &facts, keywords, i, positional);
        } else if (remaining == 0) {
            return 1;
        } else if (jabiru_arg_skip(run, &format) != 0) {
            PyErr_Format(PyExc_SystemError, "%s: '%s'", "impossible<bad format char>", unit);
            return 0;
        }
    }
    if (*format != '|' && *format != '$' && !jabiru_arg_is_end(*format)) {
        PyErr_Format(PyExc_SystemError,
            "more argument specifiers than keyword list entries "
            "(remaining format:'%s')",
            format);
        return 0;
    }
    return remaining == 0 || surplus_keywords(run, kwargs, keywords, &facts, positional);
}

static int parse_tuple_and_keywords(
    PyObject *args, PyObject *kwargs, const char *format, char *const *keywords, va_list va)
{
    struct arg_run run;
    if (args == NULL || !PyTuple_Check(args) || (kwargs != NULL && !PyDict_Check(kwargs)) ||
        format == NULL || keywords == NULL) {
        PyErr_BadInternalCall();
        return 0;
    }
    jabiru_arg_begin(&run, format, va);
    return jabiru_arg_end(&run, parse_keywords(&run, args, kwargs, format, keywords));
}

#define WITH_VA(last, call)                                                                        \
    va_list va;                                                                                    \
    va_start(va, last);                                                                            \
    int result = call;                                                                             \
    va_end(va);                                                                                    \
    return result

int PyArg_VaParse(PyObject *args, const char *format, va_list va)
{
    return parse_tuple(args, format, va);
}

int _PyArg_VaParse_SizeT(PyObject *args, const char *format, va_list va)
{
    return parse_tuple(args, format, va);
}

int PyArg_ParseTuple(PyObject *args, const char *format, ...)
{
    WITH_VA(format, parse_tuple(args, format, va));
}

int _PyArg_ParseTuple_SizeT(PyObject *args, const char *format, ...)
{
    WITH_VA(format, parse_tuple(args, format, va));
}

int PyArg_Parse(PyObject *arg, const char *format, ...)
{
    WITH_VA(format, parse_one(arg, format, va));
}

int _PyArg_Parse_SizeT(PyObject *arg, const char *format, ...)
{
    WITH_VA(format, parse_one(arg, format, va));
}

int PyArg_VaParseTupleAndKeywords(
    PyObject *args, PyObject *kwargs, const char *format, char *const *keywords, va_list va)
{
    return parse_tuple_and_keywords(args, kwargs, format, keywords, va);
}

int _PyArg_VaParseTupleAndKeywords_SizeT(
    PyObject *args, PyObject *kwargs, const char *format, char *const *keywords, va_list va)
{
    return parse_tuple_and_keywords(args, kwargs, format, keywords, va);
}

int PyArg_ParseTupleAndKeywords(
    PyObject *args, PyObject *kwargs, const char *format, char *const *keywords, ...)
{
    WITH_VA(keywords, parse_tuple_and_keywords(args, kwargs, format, keywords, va));
}

int _PyArg_ParseTupleAndKeywords_SizeT(
    PyObject *args, PyObject *kwargs, const char *format, char *const *keywords, ...)
{
    WITH_VA(keywords, parse_tuple_and_keywords(args, kwargs, format, keywords, va));
}

int PyArg_ValidateKeywordArguments(PyObject *kwargs)
{
    if (!PyDict_Check(kwargs)) {
        PyErr_BadInternalCall();
        return 0;
    }
    Py_ssize_t position = 0;
    PyObject *key;
    PyObject *value;
    while (PyDict_Next(kwargs, &position, &key, &value)) {
        if (!PyUnicode_Check(key)) {
            PyErr_SetString(PyExc_TypeError, "keywords must be strings");
            return 0;
        }
    }
    return 1;
}

static int check_unpack(const char *name, Py_ssize_t size, Py_ssize_t min, Py_ssize_t max)
{
    if (size >= min && size <= max) {
        return 1;
    }
    Py_ssize_t bound = size < min ? min : max;
    const char *qualifier = min == max ? "" : size < min ? "at least " : "at most ";
    if (name != NULL) {
        PyErr_Format(PyExc_TypeError, "%.200s expected %s%zd argument%s, got %zd", name, qualifier,
            bound, bound == 1 ? "" : "s", size);
    } else {
        PyErr_Format(PyExc_TypeError, "unpacked tuple should have %s%zd element%s, but has %zd",
            qualifier, bound, bound == 1 ? "" : "s", size);
    }
    return 0;
}

int PyArg_UnpackTuple(PyObject *args, const char *name, Py_ssize_t min, Py_ssize_t max, ...)
{
    if (!PyTuple_Check(args)) {
        PyErr_SetString(PyExc_SystemError, "PyArg_UnpackTuple() argument list is not a tuple");
        return 0;
    }
    Py_ssize_t size = Py_SIZE(args);
    if (!check_unpack(name, size, min, max)) {
        return 0;
    }
    va_list va;
    va_start(va, max);
    for (Py_ssize_t i = 0; i < size; i++) {
        *va_arg(va, PyObject **) = ((PyTupleObject *)args)->ob_item[i];
    }
    va_end(va);
    return 1;
}
