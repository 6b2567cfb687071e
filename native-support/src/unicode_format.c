/* PyUnicode_FromFormat, PyBytes_FromFormat: printf with Python's objects. */
#include "jabiru.h"

#include <inttypes.h>

struct builder {
    Py_UCS4 *characters;
    size_t length;
    size_t capacity;
    int failed;
};

static void add(struct builder *out, Py_UCS4 c)
{
    if (out->length == out->capacity) {
        size_t capacity = out->capacity * 2;
        Py_UCS4 *moved = realloc(out->characters, capacity * sizeof *moved);
        if (moved == NULL) {
            out->failed = 1;
            return;
        }
        out->characters = moved;
        out->capacity = capacity;
    }
    out->characters[out->length++] = c;
}

static void pad(struct builder *out, Py_ssize_t count, Py_UCS4 c)
{
    for (; count > 0; count--) {
        add(out, c);
    }
}

/* One conversion as parsed from the format. */
struct spec {
    int left;
    int zero;
    int alternate;
    Py_ssize_t width;
    Py_ssize_t precision;
    int longs;
    char size;
    char conversion;
};

static void add_str(struct builder *out, PyObject *str, const struct spec *spec)
{
    Py_ssize_t length = ((PyASCIIObject *)str)->length;
    if (spec->precision >= 0 && spec->precision < length) {
        length = spec->precision;
    }
    Py_ssize_t fill = spec->width - length;
    if (!spec->left) {
        pad(out, fill, ' ');
    }
    for (Py_ssize_t i = 0; i < length; i++) {
        add(out, jabiru_str_char(str, i));
    }
    if (spec->left) {
        pad(out, fill, ' ');
    }
}

/* Bytes are UTF-8 with replacement; a precision counts bytes. */
static int add_bytes(struct builder *out, const char *bytes, const struct spec *spec)
{
    size_t limit = spec->precision < 0 ? SIZE_MAX : (size_t)spec->precision;
    size_t length = strnlen(bytes, limit);
    PyObject *str = PyUnicode_DecodeUTF8(bytes, (Py_ssize_t)length, "replace");
    if (str == NULL) {
        return -1;
    }
    struct spec plain = *spec;
    plain.precision = -1;
    add_str(out, str, &plain);
    Py_DECREF(str);
    return 0;
}

static int add_wide(struct builder *out, const wchar_t *wide, const struct spec *spec)
{
    Py_ssize_t length = 0;
    while (wide[length] != 0 && (spec->precision < 0 || length < spec->precision)) {
        length++;
    }
    PyObject *str = PyUnicode_FromWideChar(wide, length);
    if (str == NULL) {
        return -1;
    }
    add_str(out, str, spec);
    Py_DECREF(str);
    return 0;
}

/* Steals the str, which may be NULL with an exception. */
static int add_new(struct builder *out, PyObject *str, const struct spec *spec)
{
    if (str == NULL) {
        return -1;
    }
    add_str(out, str, spec);
    Py_DECREF(str);
    return 0;
}

static void add_digits(struct builder *out, const char *digits, const struct spec *spec)
{
    Py_ssize_t length = (Py_ssize_t)strlen(digits);
    int negative = *digits == '-';
    Py_ssize_t zeros = spec->precision - (length - negative);
    zeros = zeros < 0 ? 0 : zeros;
    Py_ssize_t fill = spec->width - length - zeros;
    int zero_fill = spec->zero && !spec->left;
    if (!spec->left && !zero_fill) {
        pad(out, fill, ' ');
    }
    if (negative) {
        add(out, '-');
        digits++;
    }
    pad(out, zeros + (zero_fill && fill > 0 ? fill : 0), '0');
    for (; *digits != '\0'; digits++) {
        add(out, (Py_UCS4)*digits);
    }
    if (spec->left) {
        pad(out, fill, ' ');
    }
}

static uint64_t integer_argument(const struct spec *spec, va_list *va, int is_signed)
{
    if (spec->longs == 2 || spec->size == 'j') {
        return va_arg(*va, uint64_t);
    }
    if (spec->longs == 1 || spec->size == 'z' || spec->size == 't') {
        return va_arg(*va, unsigned long);
    }
    unsigned value = va_arg(*va, unsigned);
    return is_signed ? (uint64_t)(int64_t)(int)value : value;
}

static void add_integer(struct builder *out, const struct spec *spec, va_list *va)
{
    char digits[32];
    int is_signed = spec->conversion == 'd' || spec->conversion == 'i';
    uint64_t value = integer_argument(spec, va, is_signed);
    const char *format = is_signed                 ? "%" PRId64
                         : spec->conversion == 'u' ? "%" PRIu64
                         : spec->conversion == 'o' ? "%" PRIo64
                         : spec->conversion == 'x' ? "%" PRIx64
                                                   : "%" PRIX64;
    snprintf(digits, sizeof digits, format, value);
    add_digits(out, digits, spec);
}

static int add_character(struct builder *out, int c)
{
    if (c < 0 || c > 0x10ffff) {
        PyErr_SetString(PyExc_OverflowError, "character argument not in range(0x110000)");
        return -1;
    }
    add(out, (Py_UCS4)c);
    return 0;
}

static PyObject *type_name(PyTypeObject *type, int with_colon)
{
    PyObject *name = PyType_GetFullyQualifiedName(type);
    if (name == NULL || !with_colon) {
        return name;
    }
    PyObject *module = PyType_GetModuleName(type);
    PyObject *qualname = module == NULL ? NULL : PyType_GetQualName(type);
    PyObject *joined = qualname == NULL ? NULL : PyUnicode_FromFormat("%U:%U", module, qualname);
    Py_XDECREF(module);
    Py_XDECREF(qualname);
    Py_DECREF(name);
    return joined;
}

static int add_object(struct builder *out, const struct spec *spec, va_list *va)
{
    PyObject *object = va_arg(*va, PyObject *);
    switch (spec->conversion) {
    case 'U':
        add_str(out, object, spec);
        return 0;
    case 'S':
        return add_new(out, PyObject_Str(object), spec);
    case 'R':
        return add_new(out, PyObject_Repr(object), spec);
    case 'A':
        return add_new(out, PyObject_ASCII(object), spec);
    case 'T':
        return add_new(out, type_name(TYPE(object), spec->alternate), spec);
    default:
        return add_new(out, type_name((PyTypeObject *)object, spec->alternate), spec);
    }
}

static int add_or_text(struct builder *out, const struct spec *spec, va_list *va)
{
    PyObject *object = va_arg(*va, PyObject *);
    if (spec->longs == 1) {
        const wchar_t *wide = va_arg(*va, const wchar_t *);
        if (object == NULL) {
            return add_wide(out, wide, spec);
        }
    } else {
        const char *text = va_arg(*va, const char *);
        if (object == NULL) {
            return add_bytes(out, text, spec);
        }
    }
    add_str(out, object, spec);
    return 0;
}

static int convert(struct builder *out, const struct spec *spec, va_list *va)
{
    char pointer[32];
    switch (spec->conversion) {
    case '%':
        add(out, '%');
        return 0;
    case 'c':
        return add_character(out, va_arg(*va, int));
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        add_integer(out, spec, va);
        return 0;
    case 'p':
        snprintf(pointer, sizeof pointer, "0x%" PRIxPTR, (uintptr_t)va_arg(*va, void *));
        return add_bytes(out, pointer, spec);
    case 's':
        return spec->longs == 1 ? add_wide(out, va_arg(*va, const wchar_t *), spec)
                                : add_bytes(out, va_arg(*va, const char *), spec);
    case 'V':
        return add_or_text(out, spec, va);
    default:
        return add_object(out, spec, va);
    }
}

static const char *parse_number(const char *f, Py_ssize_t *number, va_list *va)
{
    if (*f == '*') {
        *number = va_arg(*va, int);
        return f + 1;
    }
    *number = 0;
    while (*f >= '0' && *f <= '9') {
        *number = *number * 10 + (*f++ - '0');
    }
    return f;
}

/* Parses what follows '%'; NULL when it is no conversion of ours. */
static const char *parse(const char *f, struct spec *spec, va_list *va)
{
    *spec = (struct spec){.precision = -1};
    if (*f == '%') {
        spec->conversion = '%';
        return f + 1;
    }
    for (;; f++) {
        if (*f == '-') {
            spec->left = 1;
        } else if (*f == '0') {
            spec->zero = 1;
        } else if (*f == '#') {
            spec->alternate = 1;
        } else {
            break;
        }
    }
    const char *width = f;
    f = parse_number(f, &spec->width, va);
    if (spec->width < 0) {
        spec->left = 1;
        spec->width = -spec->width;
    }
    if (*f == '.') {
        f = parse_number(f + 1, &spec->precision, va);
    }
    for (; *f == 'l' && spec->longs < 2; f++) {
        spec->longs++;
    }
    if (*f == 'z' || *f == 'j' || *f == 't') {
        spec->size = *f++;
    }
    spec->conversion = *f;
    if (*f == '\0' || strchr("cdiuoxXpsVUSRATN", *f) == NULL) {
        return NULL;
    }
    if ((*f == 'c' || *f == 'p') && f != width) {
        return NULL; /* they have no width */
    }
    int sized = spec->longs > 0 || spec->size != 0;
    int takes_size = strchr("diuoxX", *f) != NULL || (strchr("sV", *f) != NULL && spec->longs == 1);
    return sized && !takes_size ? NULL : f + 1;
}

static int format_all(struct builder *out, const char *format, va_list *va)
{
    const char *f = format;
    while (*f != '\0') {
        if (*f != '%') {
            if ((unsigned char)*f > 127) {
                PyErr_Format(PyExc_ValueError,
                    "PyUnicode_FromFormatV() expects an ASCII-encoded format string, "
                    "got a non-ASCII byte: 0x%02x",
                    (unsigned char)*f);
                return -1;
            }
            add(out, (Py_UCS4)*f++);
            continue;
        }
        struct spec spec;
        const char *start = f;
        f = parse(f + 1, &spec, va);
        if (f == NULL) {
            PyErr_Format(PyExc_SystemError, "invalid format string: %s", start);
            return -1;
        }
        if (convert(out, &spec, va) != 0) {
            return -1;
        }
    }
    return 0;
}

PyObject *PyUnicode_FromFormatV(const char *format, va_list vargs)
{
    va_list va;
    va_copy(va, vargs);
    struct builder out = {.capacity = strlen(format) + 64};
    out.characters = malloc(out.capacity * sizeof *out.characters);
    PyObject *result = NULL;
    if (out.characters == NULL) {
        PyErr_NoMemory();
    } else if (format_all(&out, format, &va) == 0) {
        result = out.failed ? PyErr_NoMemory()
                            : jabiru_str_from_ucs4(out.characters, (Py_ssize_t)out.length);
    }
    free(out.characters);
    va_end(va);
    return result;
}

PyObject *PyUnicode_FromFormat(const char *format, ...)
{
    va_list va;
    va_start(va, format);
    PyObject *result = PyUnicode_FromFormatV(format, va);
    va_end(va);
    return result;
}

/* PyBytes_FromFormat: %c %d %u %ld %lu %zd %zu %i %x %s %p, precision for %s alone. */
static size_t format_bytes(char *out, size_t room, const char *format, va_list *va)
{
    size_t length = 0;
    struct spec spec;
    char buffer[64];
    for (const char *f = format; *f != '\0';) {
        const char *piece = buffer;
        size_t size;
        if (*f != '%') {
            piece = f++;
            size = 1;
        } else {
            const char *next = parse(f + 1, &spec, va);
            if (next == NULL || strchr("%cdiuxsp", spec.conversion) == NULL) {
                piece = f; /* as CPython: what is not understood is copied */
                size = strlen(f);
                f += size;
            } else {
                f = next;
                if (spec.conversion == 's') {
                    piece = va_arg(*va, const char *);
                    size = strnlen(piece, spec.precision < 0 ? SIZE_MAX : (size_t)spec.precision);
                } else if (spec.conversion == 'p') {
                    size = (size_t)snprintf(
                        buffer, sizeof buffer, "0x%" PRIxPTR, (uintptr_t)va_arg(*va, void *));
                } else if (spec.conversion == '%') {
                    buffer[0] = '%';
                    size = 1;
                } else if (spec.conversion == 'c') {
                    int c = va_arg(*va, int);
                    if (c < 0 || c > 255) {
                        PyErr_SetString(PyExc_OverflowError,
                            "PyBytes_FromFormatV(): %c format expects an integer in range"
                            " [0; 255]");
                        return SIZE_MAX;
                    }
                    buffer[0] = (char)c;
                    size = 1;
                } else {
                    int is_signed = spec.conversion == 'd' || spec.conversion == 'i';
                    uint64_t value = integer_argument(&spec, va, is_signed);
                    size = (size_t)snprintf(buffer, sizeof buffer,
                        is_signed                ? "%" PRId64
                        : spec.conversion == 'x' ? "%" PRIx64
                                                 : "%" PRIu64,
                        value);
                }
            }
        }
        if (length + size <= room) {
            memcpy(out + length, piece, size);
        }
        length += size;
    }
    return length;
}

PyObject *PyBytes_FromFormatV(const char *format, va_list vargs)
{
    va_list va;
    va_copy(va, vargs);
    size_t length = format_bytes(NULL, 0, format, &va);
    va_end(va);
    if (length == SIZE_MAX) {
        return NULL;
    }
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)length);
    if (bytes != NULL && length > 0) {
        va_copy(va, vargs);
        format_bytes(((PyBytesObject *)bytes)->ob_sval, length, format, &va);
        va_end(va);
    }
    return bytes;
}

PyObject *PyBytes_FromFormat(const char *format, ...)
{
    va_list va;
    va_start(va, format);
    PyObject *result = PyBytes_FromFormatV(format, va);
    va_end(va);
    return result;
}
