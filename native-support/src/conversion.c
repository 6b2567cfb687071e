/* Conversions of C strings and numbers that do not depend on the locale. */
#include "jabiru.h"

#include <locale.h>
#include <strings.h>

int PyOS_vsnprintf(char *str, size_t size, const char *format, va_list va)
{
    if (size > (size_t)INT_MAX - 512) {
        return -666;
    }
    int length = vsnprintf(str, size, format, va);
    if (size > 0) {
        str[size - 1] = '\0';
    }
    return length;
}

int PyOS_snprintf(char *str, size_t size, const char *format, ...)
{
    va_list va;
    va_start(va, format);
    int length = PyOS_vsnprintf(str, size, format, va);
    va_end(va);
    return length;
}

int PyOS_mystricmp(const char *a, const char *b)
{
    return strcasecmp(a, b);
}

int PyOS_mystrnicmp(const char *a, const char *b, Py_ssize_t n)
{
    return n == 0 ? 0 : strncasecmp(a, b, (size_t)n);
}

/* strtoul knows no 0o and 0b. */
static const char *digits_of(const char *string, int *base)
{
    while (isspace((unsigned char)*string)) {
        string++;
    }
    char letter = *string == '0' ? (char)tolower((unsigned char)string[1]) : '\0';
    int implied = letter == 'b' ? 2 : letter == 'o' ? 8 : 0;
    if (implied != 0 && (*base == 0 || *base == implied) && isdigit((unsigned char)string[2])) {
        *base = implied;
        return string + 2;
    }
    return string;
}

unsigned long PyOS_strtoul(const char *string, char **end, int base)
{
    return strtoul(digits_of(string, &base), end, base);
}

long PyOS_strtol(const char *string, char **end, int base)
{
    return strtol(digits_of(string, &base), end, base);
}

static locale_t c_locale(void)
{
    static locale_t locale;
    if (locale == (locale_t)0) {
        locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    }
    return locale;
}

/* Python's floats have no hexadecimal form and no leading space. */
static double parse_double(const char *str, char **end)
{
    const char *first = str + (*str == '-' || *str == '+');
    if (isspace((unsigned char)*str) ||
        (first[0] == '0' && tolower((unsigned char)first[1]) == 'x') ||
        strncasecmp(first, "nan(", 4) == 0) {
        *end = (char *)(isspace((unsigned char)*str) ? str : first + (*first == '0' ? 1 : 3));
        return *first == '0' ? 0.0 : NAN;
    }
    return strtod_l(str, end, c_locale());
}

double PyOS_string_to_double(const char *str, char **endptr, PyObject *overflow_exception)
{
    char *end;
    errno = 0;
    double value = parse_double(str, &end);
    if (end == str || (endptr == NULL && *end != '\0')) {
        PyErr_Format(PyExc_ValueError, "could not convert string to float: '%.200s'", str);
        value = -1.0;
    } else if (errno == ERANGE && fabs(value) >= 1.0 && overflow_exception != NULL) {
        PyErr_Format(overflow_exception, "value too large to convert to float: '%.200s'", str);
        value = -1.0;
    }
    if (endptr != NULL) {
        *endptr = end;
    }
    return value;
}

/* The fewest digits that read back as the same double. */
static void shortest(double value, int alternate, char *out, size_t size)
{
    for (int precision = 1; precision <= 17; precision++) {
        snprintf(out, size, alternate ? "%#.*g" : "%.*g", precision, value);
        if (strtod_l(out, NULL, c_locale()) == value) {
            return;
        }
    }
}

/* repr's choice of form: an exponent below -4 or from 16 on. */
static void repr_digits(double value, int alternate, char *out, size_t size)
{
    char scientific[64];
    shortest(value, alternate, scientific, sizeof scientific);
    int digits = 0;
    for (const char *p = scientific; *p != '\0' && *p != 'e'; p++) {
        digits += isdigit((unsigned char)*p) && (digits > 0 || *p != '0');
    }
    snprintf(scientific, sizeof scientific, "%.*e", digits > 0 ? digits - 1 : 0, value);
    int exponent = atoi(strchr(scientific, 'e') + 1);
    if (exponent < -4 || exponent >= 16) {
        snprintf(out, size, "%s", scientific);
    } else {
        int decimals = digits - 1 - exponent;
        snprintf(out, size, "%.*f", decimals > 0 ? decimals : 0, value);
    }
}

static int classify(double value)
{
    return isnan(value) ? Py_DTST_NAN : isinf(value) ? Py_DTST_INFINITE : Py_DTST_FINITE;
}

static void format_finite(
    double value, char code, int precision, int alternate, char *out, size_t size)
{
    char format[] = {'%', '#', '.', '*', code, '\0'};
    if (code == 'r') {
        repr_digits(value, alternate, out, size);
    } else if (alternate) {
        snprintf(out, size, format, precision, value);
    } else {
        memmove(format + 1, format + 2, sizeof format - 2);
        snprintf(out, size, format, precision, value);
    }
}

char *PyOS_double_to_string(double val, char format_code, int precision, int flags, int *type)
{
    if (strchr("eEfFgGr", format_code) == NULL || (format_code == 'r' && precision != 0)) {
        PyErr_BadInternalCall();
        return NULL;
    }
    int kind = classify(val);
    size_t size = 400 + (size_t)(precision > 0 ? precision : 0);
    char *out = PyMem_Malloc(size);
    if (out == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    char *start = out;
    if ((flags & Py_DTSF_SIGN) && !signbit(val) && kind != Py_DTST_NAN) {
        *start++ = '+';
    }
    if (kind != Py_DTST_FINITE) {
        int upper = isupper((unsigned char)format_code);
        strcpy(start, kind == Py_DTST_NAN ? upper ? "NAN" : "nan"
                      : val > 0           ? upper ? "INF" : "inf"
                      : upper             ? "-INF"
                                          : "-inf");
    } else {
        format_finite(val, format_code, precision, flags & Py_DTSF_ALT, start, size - 4);
        if ((flags & Py_DTSF_ADD_DOT_0) && strpbrk(start, ".eE") == NULL) {
            strcat(start, ".0");
        }
    }
    if (type != NULL) {
        *type = kind;
    }
    return out;
}

/* What Py_ISDIGIT and its like look up: lower 1, upper 2, digit 4, hexadecimal 8, space 16. */
#define HEX_LOWER (1 | 8)
#define HEX_UPPER (2 | 8)
JABIRU_EXPORT const unsigned int _Py_ctype_table[256] = {
    ['\t' ... '\r'] = 16,
    [' '] = 16,
    ['0' ... '9'] = 4 | 8,
    ['A' ... 'F'] = HEX_UPPER,
    ['G' ... 'Z'] = 2,
    ['a' ... 'f'] = HEX_LOWER,
    ['g' ... 'z'] = 1,
};
