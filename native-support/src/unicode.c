/* str objects: the compact kinds of 1, 2 and 4 bytes a character, strict UTF-8 in and out. */
#include "jabiru.h"

#define MAX_CODE_POINT 0x10ffff

static uint32_t state_of(PyObject *str)
{
    return ((PyASCIIObject *)str)->state;
}

int jabiru_str_kind(PyObject *str)
{
    return (int)((state_of(str) & STR_KIND_MASK) >> STR_KIND_SHIFT);
}

void *jabiru_str_data(PyObject *str)
{
    uint32_t state = state_of(str);
    if (!(state & STR_COMPACT)) {
        return ((PyUnicodeObject *)str)->data;
    }
    return (state & STR_ASCII) ? (void *)((PyASCIIObject *)str + 1)
                               : (void *)((PyCompactUnicodeObject *)str + 1);
}

Py_UCS4 jabiru_str_char(PyObject *str, Py_ssize_t index)
{
    void *data = jabiru_str_data(str);
    switch (jabiru_str_kind(str)) {
    case 1:
        return ((Py_UCS1 *)data)[index];
    case 2:
        return ((Py_UCS2 *)data)[index];
    default:
        return ((Py_UCS4 *)data)[index];
    }
}

static void set_char(PyObject *str, Py_ssize_t index, Py_UCS4 c)
{
    void *data = jabiru_str_data(str);
    switch (jabiru_str_kind(str)) {
    case 1:
        ((Py_UCS1 *)data)[index] = (Py_UCS1)c;
        break;
    case 2:
        ((Py_UCS2 *)data)[index] = (Py_UCS2)c;
        break;
    default:
        ((Py_UCS4 *)data)[index] = c;
    }
}

/* A str of the kind that `largest` needs, its characters not yet set. */
PyObject *jabiru_str_new(Py_ssize_t length, Py_UCS4 largest)
{
    int ascii = largest < 128;
    uint32_t kind = largest < 256 ? 1 : largest < 65536 ? 2 : 4;
    size_t head = ascii ? sizeof(PyASCIIObject) : sizeof(PyCompactUnicodeObject);
    if ((size_t)length > (size_t)PY_SSIZE_T_MAX / 8) {
        return PyErr_NoMemory();
    }
    PyASCIIObject *str = jabiru_new_value(&PyUnicode_Type, head + ((size_t)length + 1) * kind);
    if (str == NULL) {
        return NULL;
    }
    str->length = length;
    str->hash = -1;
    str->state = (kind << STR_KIND_SHIFT) | STR_COMPACT | (ascii ? STR_ASCII : 0);
    if (!ascii) {
        ((PyCompactUnicodeObject *)str)->utf8 = NULL;
        ((PyCompactUnicodeObject *)str)->utf8_length = 0;
    }
    set_char((PyObject *)str, length, 0);
    return (PyObject *)str;
}

void jabiru_str_dealloc(PyObject *op)
{
    uint32_t state = state_of(op);
    void *data = state & STR_COMPACT ? NULL : ((PyUnicodeObject *)op)->data;
    /* Of ASCII text it is the characters themselves. */
    if (!(state & STR_ASCII) && ((PyCompactUnicodeObject *)op)->utf8 != data) {
        PyMem_Free(((PyCompactUnicodeObject *)op)->utf8);
    }
    PyMem_Free(data);
    jabiru_release_cell(op);
}

PyObject *jabiru_str_from_ucs4(const Py_UCS4 *characters, Py_ssize_t length)
{
    Py_UCS4 largest = 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        largest = characters[i] > largest ? characters[i] : largest;
    }
    if (length == 0) {
        return jabiru_empty_str;
    }
    if (length == 1 && largest < 256) {
        return jabiru_latin1((unsigned char)largest);
    }
    PyObject *str = jabiru_str_new(length, largest);
    for (Py_ssize_t i = 0; str != NULL && i < length; i++) {
        set_char(str, i, characters[i]);
    }
    return str;
}

static Py_ssize_t ascii_prefix(const unsigned char *s, Py_ssize_t size)
{
    Py_ssize_t i = 0;
    for (; i + 8 <= size; i += 8) {
        uint64_t word;
        memcpy(&word, s + i, 8);
        if (word & UINT64_C(0x8080808080808080)) {
            break;
        }
    }
    while (i < size && s[i] < 128) {
        i++;
    }
    return i;
}

struct utf8_error {
    Py_ssize_t start;
    Py_ssize_t end;
    const char *reason;
};

static Py_ssize_t bad(
    struct utf8_error *error, Py_ssize_t start, Py_ssize_t end, const char *reason)
{
    error->start = start;
    error->end = end;
    error->reason = reason;
    return 0;
}

/* Decodes one character at s[i]; its length, or 0 with the error described. */
static Py_ssize_t decode_one(
    const unsigned char *s, Py_ssize_t i, Py_ssize_t size, Py_UCS4 *c, struct utf8_error *error)
{
    unsigned first = s[i];
    if (first < 0x80) {
        *c = first;
        return 1;
    }
    if (first < 0xc2 || first > 0xf4) {
        return bad(error, i, i + 1, "invalid start byte");
    }
    Py_ssize_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    unsigned low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    unsigned high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    Py_UCS4 value = first & (0x7fu >> length);
    for (Py_ssize_t k = 1; k < length; k++) {
        if (i + k >= size) {
            return bad(error, i, size, "unexpected end of data");
        }
        unsigned next = s[i + k];
        if (next < low || next > high) {
            return bad(error, i, i + k, "invalid continuation byte");
        }
        low = 0x80;
        high = 0xbf;
        value = (value << 6) | (next & 0x3f);
    }
    *c = value;
    return length;
}

static PyObject *decode_error(const char *s, Py_ssize_t size, const struct utf8_error *error)
{
    PyObject *exception = PyObject_CallFunction(PyExc_UnicodeDecodeError, "sy#nns", "utf-8", s,
        size, error->start, error->end, error->reason);
    if (exception != NULL) {
        PyErr_SetRaisedException(exception);
    }
    return NULL;
}

static PyObject *decode_utf8(const char *string, Py_ssize_t size)
{
    const unsigned char *s = (const unsigned char *)string;
    Py_ssize_t ascii = ascii_prefix(s, size);
    struct utf8_error error;
    Py_UCS4 largest = 0;
    Py_UCS4 c;
    Py_ssize_t length = ascii;
    for (Py_ssize_t i = ascii; i < size; length++) {
        Py_ssize_t step = decode_one(s, i, size, &c, &error);
        if (step == 0) {
            return decode_error(string, size, &error);
        }
        largest = c > largest ? c : largest;
        i += step;
    }
    if (length <= 1) {
        return length == 0     ? jabiru_empty_str
               : largest < 256 ? jabiru_latin1(ascii ? s[0] : (unsigned char)largest)
                               : jabiru_str_from_ucs4(&largest, 1);
    }
    PyObject *str = jabiru_str_new(length, largest);
    if (str == NULL) {
        return NULL;
    }
    if (ascii == size) {
        memcpy(jabiru_str_data(str), s, (size_t)size);
        return str;
    }
    for (Py_ssize_t i = 0, k = 0; i < size; k++) {
        i += decode_one(s, i, size, &c, &error);
        set_char(str, k, c);
    }
    return str;
}

PyObject *PyUnicode_FromStringAndSize(const char *u, Py_ssize_t size)
{
    if (size < 0) {
        PyErr_SetString(PyExc_SystemError, "Negative size passed to PyUnicode_FromStringAndSize");
        return NULL;
    }
    if (u == NULL) {
        if (size == 0) {
            return jabiru_empty_str;
        }
        PyErr_SetString(PyExc_SystemError, "NULL string with positive size with NULL passed to "
                                           "PyUnicode_FromStringAndSize");
        return NULL;
    }
    if (size > PY_SSIZE_T_MAX / 4) {
        return PyErr_NoMemory(); /* no str could hold them, and there are not so many */
    }
    return decode_utf8(u, size);
}

PyObject *PyUnicode_FromObject(PyObject *obj)
{
    return obj != NULL && PyUnicode_CheckExact(obj) ? new_ref(obj) : java_PyUnicode_FromObject(obj);
}

PyObject *PyUnicode_FromString(const char *u)
{
    size_t size = strlen(u);
    if (size > (size_t)PY_SSIZE_T_MAX) {
        PyErr_SetString(PyExc_OverflowError, "input too long");
        return NULL;
    }
    return decode_utf8(u, (Py_ssize_t)size);
}

PyObject *PyUnicode_DecodeUTF8(const char *string, Py_ssize_t length, const char *errors)
{
    if (errors == NULL || strcmp(errors, "strict") == 0 ||
        ascii_prefix((const unsigned char *)string, length) == length) {
        return decode_utf8(string, length);
    }
    return java_PyUnicode_DecodeUTF8(string, length, errors);
}

static int check_str(PyObject *unicode)
{
    if (unicode != NULL && PyUnicode_Check(unicode)) {
        return 0;
    }
    PyErr_BadArgument();
    return -1;
}

static Py_ssize_t encoded_length(Py_UCS4 c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

static char *encode_one(char *out, Py_UCS4 c)
{
    Py_ssize_t length = encoded_length(c);
    if (length == 1) {
        *out = (char)c;
        return out + 1;
    }
    for (Py_ssize_t k = length; --k > 0;) {
        out[k] = (char)(0x80 | (c & 0x3f));
        c >>= 6;
    }
    out[0] = (char)((0xf00u >> length) | c);
    return out + length;
}

static char *surrogate_error(PyObject *str, Py_ssize_t start)
{
    Py_ssize_t end = start;
    Py_ssize_t length = ((PyASCIIObject *)str)->length;
    while (end < length && (jabiru_str_char(str, end) & 0x1ff800) == 0xd800) {
        end++;
    }
    PyObject *exception = PyObject_CallFunction(
        PyExc_UnicodeEncodeError, "sOnns", "utf-8", str, start, end, "surrogates not allowed");
    if (exception != NULL) {
        PyErr_SetRaisedException(exception);
    }
    return NULL;
}

/* UTF-8 with a final NUL, in memory of PyMem_Malloc. */
static char *encode_utf8(PyObject *str, Py_ssize_t *size)
{
    Py_ssize_t length = ((PyASCIIObject *)str)->length;
    Py_ssize_t total = 0;
    for (Py_ssize_t i = 0; i < length; i++) {
        Py_UCS4 c = jabiru_str_char(str, i);
        if ((c & 0x1ff800) == 0xd800) {
            return surrogate_error(str, i);
        }
        total += encoded_length(c);
    }
    char *utf8 = PyMem_Malloc((size_t)total + 1);
    if (utf8 == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    char *out = utf8;
    for (Py_ssize_t i = 0; i < length; i++) {
        out = encode_one(out, jabiru_str_char(str, i));
    }
    *out = '\0';
    *size = total;
    return utf8;
}

/* The bytes that live as long as the str; made once. */
/* Longer strs than these are not kept for a pointer's sake. */
enum { LONGEST_KEPT = 32 };

const char *jabiru_utf8_of(PyObject *str, Py_ssize_t *size)
{
    if (((PyASCIIObject *)str)->length <= LONGEST_KEPT && !jabiru_is_immortal(str)) {
        jabiru_prefix_of(str)->flags |= FLAG_TEXT;
    }
    if (state_of(str) & STR_ASCII) {
        *size = ((PyASCIIObject *)str)->length;
        return jabiru_str_data(str);
    }
    PyCompactUnicodeObject *compact = (PyCompactUnicodeObject *)str;
    if (compact->utf8 == NULL) {
        compact->utf8 = encode_utf8(str, &compact->utf8_length);
    }
    *size = compact->utf8_length;
    return compact->utf8;
}

void *jabiru_utf8(void *str, void *size)
{
    return (void *)jabiru_utf8_of(str, size);
}

const char *PyUnicode_AsUTF8AndSize(PyObject *unicode, Py_ssize_t *size)
{
    Py_ssize_t unwanted;
    if (check_str(unicode) != 0) {
        if (size != NULL) {
            *size = -1;
        }
        return NULL;
    }
    const char *utf8 = jabiru_utf8_of(unicode, size == NULL ? &unwanted : size);
    if (utf8 == NULL && size != NULL) {
        *size = -1;
    }
    return utf8;
}

PyObject *PyUnicode_AsUTF8String(PyObject *unicode)
{
    Py_ssize_t size;
    if (check_str(unicode) != 0) {
        return NULL;
    }
    const char *utf8 = jabiru_utf8_of(unicode, &size);
    return utf8 == NULL ? NULL : PyBytes_FromStringAndSize(utf8, size);
}

/* Whether a name, NULL for the default, is one of those. */
static int is_one_of(const char *name, const char *const *names)
{
    while (name != NULL && *names != NULL && strcmp(name, *names) != 0) {
        names++;
    }
    return name == NULL || *names != NULL;
}

PyObject *PyUnicode_AsEncodedString(PyObject *unicode, const char *encoding, const char *errors)
{
    static const char *const utf8[] = {"utf-8", "UTF-8", "utf8", NULL};
    static const char *const handlers[] = {"strict", "surrogatepass", "surrogateescape", NULL};
    if (unicode != NULL && PyUnicode_Check(unicode) &&
        (((PyASCIIObject *)unicode)->state & STR_ASCII) && is_one_of(encoding, utf8) &&
        is_one_of(errors, handlers)) {
        return PyBytes_FromStringAndSize(
            jabiru_str_data(unicode), ((PyASCIIObject *)unicode)->length);
    }
    return java_PyUnicode_AsEncodedString(unicode, encoding, errors);
}

Py_ssize_t PyUnicode_GetLength(PyObject *unicode)
{
    return check_str(unicode) != 0 ? -1 : ((PyASCIIObject *)unicode)->length;
}

Py_ssize_t PyUnicode_GetSize(PyObject *unicode)
{
    return PyUnicode_GetLength(unicode);
}

static int check_index(PyObject *unicode, Py_ssize_t index)
{
    if (check_str(unicode) != 0) {
        return -1;
    }
    if (index < 0 || index >= ((PyASCIIObject *)unicode)->length) {
        PyErr_SetString(PyExc_IndexError, "string index out of range");
        return -1;
    }
    return 0;
}

Py_UCS4 PyUnicode_ReadChar(PyObject *unicode, Py_ssize_t index)
{
    return check_index(unicode, index) != 0 ? (Py_UCS4)-1 : jabiru_str_char(unicode, index);
}

PyObject *PyUnicode_FromOrdinal(int ordinal)
{
    if (ordinal < 0 || ordinal > MAX_CODE_POINT) {
        PyErr_SetString(PyExc_ValueError, "chr() arg not in range(0x110000)");
        return NULL;
    }
    Py_UCS4 c = (Py_UCS4)ordinal;
    return jabiru_str_from_ucs4(&c, 1);
}

PyObject *PyUnicode_FromWideChar(const wchar_t *w, Py_ssize_t size)
{
    if ((w == NULL && size != 0) || size < -1) {
        PyErr_BadInternalCall();
        return NULL;
    }
    if (size == -1) {
        size = (Py_ssize_t)wcslen(w);
    }
    if (size > PY_SSIZE_T_MAX / (Py_ssize_t)sizeof *w) {
        return PyErr_NoMemory();
    }
    for (Py_ssize_t i = 0; i < size; i++) {
        if ((Py_UCS4)w[i] > MAX_CODE_POINT) {
            PyErr_Format(PyExc_ValueError, "character U+%x is not in range [U+0000; U+10ffff]",
                (unsigned)w[i]);
            return NULL;
        }
    }
    return jabiru_str_from_ucs4((const Py_UCS4 *)w, size);
}

static void copy_ucs4(PyObject *str, Py_UCS4 *out, Py_ssize_t count)
{
    for (Py_ssize_t i = 0; i < count; i++) {
        out[i] = jabiru_str_char(str, i);
    }
}

Py_ssize_t PyUnicode_AsWideChar(PyObject *unicode, wchar_t *w, Py_ssize_t size)
{
    if (unicode == NULL) {
        PyErr_BadInternalCall();
        return -1;
    }
    if (check_str(unicode) != 0) {
        return -1;
    }
    Py_ssize_t length = ((PyASCIIObject *)unicode)->length;
    if (w == NULL) {
        return length + 1;
    }
    Py_ssize_t count = size > length ? length : size;
    copy_ucs4(unicode, (Py_UCS4 *)w, count);
    if (size > length) {
        w[length] = 0;
    }
    return count;
}

wchar_t *PyUnicode_AsWideCharString(PyObject *unicode, Py_ssize_t *size)
{
    if (unicode == NULL) {
        PyErr_BadInternalCall();
        return NULL;
    }
    if (check_str(unicode) != 0) {
        return NULL;
    }
    Py_ssize_t length = ((PyASCIIObject *)unicode)->length;
    wchar_t *w = PyMem_Malloc((size_t)(length + 1) * sizeof *w);
    if (w == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    copy_ucs4(unicode, (Py_UCS4 *)w, length);
    w[length] = 0;
    if (size != NULL) {
        *size = length;
    } else if (wcslen(w) != (size_t)length) {
        PyMem_Free(w);
        PyErr_SetString(PyExc_ValueError, "embedded null character");
        return NULL;
    }
    return w;
}

Py_UCS4 *PyUnicode_AsUCS4(PyObject *unicode, Py_UCS4 *buffer, Py_ssize_t buflen, int copy_null)
{
    if (buffer == NULL || buflen < 0) {
        PyErr_BadInternalCall();
        return NULL;
    }
    if (check_str(unicode) != 0) {
        return NULL;
    }
    Py_ssize_t length = ((PyASCIIObject *)unicode)->length;
    if (buflen < length + (copy_null != 0)) {
        PyErr_SetString(PyExc_SystemError, "string is longer than the buffer");
        if (copy_null && buflen > 0) {
            buffer[0] = 0;
        }
        return NULL;
    }
    copy_ucs4(unicode, buffer, length);
    if (copy_null) {
        buffer[length] = 0;
    }
    return buffer;
}

Py_UCS4 *PyUnicode_AsUCS4Copy(PyObject *unicode)
{
    if (check_str(unicode) != 0) {
        return NULL;
    }
    Py_ssize_t length = ((PyASCIIObject *)unicode)->length;
    Py_UCS4 *copy = PyMem_Malloc((size_t)(length + 1) * sizeof *copy);
    if (copy == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    copy_ucs4(unicode, copy, length);
    copy[length] = 0;
    return copy;
}

/* One character of possibly bad UTF-8: its length, or 0. */
int jabiru_utf8_step(const unsigned char *s, size_t size, Py_UCS4 *c)
{
    struct utf8_error error;
    return (int)decode_one(s, 0, (Py_ssize_t)size, c, &error);
}

int jabiru_utf8_encode(Py_UCS4 c, char *out)
{
    return (int)(encode_one(out, c) - out);
}
