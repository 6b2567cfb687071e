/* int from text; Java parses what has the form of a number. */
#include "jabiru.h"

static int digit_value(unsigned char c)
{
    return isdigit(c) ? c - '0' : isalpha(c) ? tolower(c) - 'a' + 10 : 99;
}

/* Behind sign and prefix, with the base that a prefix says. */
static const char *skip_prefix(const char *s, int *base)
{
    if (*s == '+' || *s == '-') {
        s++;
    }
    int named = s[0] != '0'                    ? 0
                : (s[1] == 'x' || s[1] == 'X') ? 16
                : (s[1] == 'o' || s[1] == 'O') ? 8
                : (s[1] == 'b' || s[1] == 'B') ? 2
                                               : 0;
    if (named != 0 && (*base == 0 || *base == named)) {
        s += 2;
        if (*s == '_') {
            s++;
        }
        *base = named;
    }
    *base = *base == 0 ? 10 : *base;
    return s;
}

/* `end` is set to the first character that is not part of the number or the space behind it. */
PyObject *PyLong_FromString(const char *string, char **end, int base)
{
    if (base != 0 && (base < 2 || base > 36)) {
        PyErr_SetString(PyExc_ValueError, "int() arg 2 must be >= 2 and <= 36");
        return NULL;
    }
    const char *s = string;
    while (isspace((unsigned char)*s)) {
        s++;
    }
    int actual = base;
    s = skip_prefix(s, &actual);
    while (digit_value((unsigned char)*s) < actual ||
           (*s == '_' && digit_value((unsigned char)s[1]) < actual)) {
        s++;
    }
    while (isspace((unsigned char)*s)) {
        s++;
    }
    if (end != NULL) {
        *end = (char *)s;
    }
    size_t size = strlen(string);
    PyObject *text = PyUnicode_DecodeUTF8(
        string, (Py_ssize_t)(size < 200 || *s == '\0' ? size : 200), "backslashreplace");
    PyObject *value = NULL;
    if (text != NULL && *s == '\0') {
        value = PyLong_FromUnicodeObject(text, base);
    } else if (text != NULL) {
        PyErr_Format(
            PyExc_ValueError, "invalid literal for int() with base %d: %.200R", base, text);
    }
    Py_XDECREF(text);
    return value;
}
