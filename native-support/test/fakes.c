/* Stands in for Java: just enough of each function for scenarios.c. */
#include "jabiru.h"

PyTypeObject *const exception_marker = NULL;

typedef struct {
    PyObject ob_base;
    PyObject *message;
    char rest[48];
} FakeException;

typedef struct {
    PyObject ob_base;
    Py_ssize_t size;
    PyObject *pairs[64];
} FakeDict;

int PyErr_WarnEx(PyObject *category, const char *message, Py_ssize_t stack_level)
{
    (void)category, (void)message, (void)stack_level;
    return 0;
}
PyObject *PyErr_GetHandledException(void)
{
    return NULL;
}
PyObject *PyException_GetTraceback(PyObject *self)
{
    (void)self;
    return NULL;
}
int java_PyIndex_Check(PyObject *o)
{
    return PyLong_Check(o);
}

PyObject *java_PyNumber_Index(PyObject *o)
{
    if (PyLong_Check(o)) {
        return new_ref(o);
    }
    PyErr_Format(
        PyExc_TypeError, "'%.200s' object cannot be interpreted as an integer", TYPE(o)->tp_name);
    return NULL;
}

double java_PyFloat_AsDouble(PyObject *o)
{
    PyErr_Format(PyExc_TypeError, "must be real number, not %.50s", TYPE(o)->tp_name);
    return -1.0;
}

int java_PyObject_CheckBuffer(PyObject *o)
{
    (void)o;
    return 0;
}

int java_PyObject_GetBuffer(PyObject *o, Py_buffer *view, int flags)
{
    (void)view;
    (void)flags;
    PyErr_Format(
        PyExc_TypeError, "a bytes-like object is required, not '%.100s'", TYPE(o)->tp_name);
    return -1;
}

int java_PyObject_IsTrue(PyObject *o)
{
    if (PyLong_Check(o)) {
        return (((PyLongObject *)o)->lv_tag & LONG_SIGN_MASK) != LONG_ZERO;
    }
    if (PyFloat_Check(o)) {
        return ((PyFloatObject *)o)->ob_fval != 0;
    }
    return o != Py_None;
}

int PySequence_Check(PyObject *o)
{
    return PyTuple_Check(o) || PyList_Check(o);
}
Py_ssize_t java_PySequence_Size(PyObject *o)
{
    return Py_SIZE(o);
}

PyObject *java_PySequence_GetItem(PyObject *o, Py_ssize_t i)
{
    return new_ref(PyTuple_Check(o) ? PyTuple_GetItem(o, i) : PyList_GetItem(o, i));
}

PyObject *PyUnicode_AsEncodedString(PyObject *o, const char *encoding, const char *errors)
{
    (void)encoding;
    (void)errors;
    return PyUnicode_AsUTF8String(o);
}

PyObject *java_PyUnicode_DecodeUTF8(const char *s, Py_ssize_t size, const char *errors)
{
    (void)errors;
    Py_UCS4 *out = malloc((size_t)size * 4 + 4);
    Py_ssize_t n = 0;
    for (Py_ssize_t i = 0; i < size;) {
        int step = jabiru_utf8_step((const unsigned char *)s + i, (size_t)(size - i), &out[n]);
        if (step == 0) {
            out[n] = 0xfffd;
            step = 1;
        }
        i += step;
        n++;
    }
    PyObject *str = jabiru_str_from_ucs4(out, n);
    free(out);
    return str;
}

PyObject *PyDict_New(void)
{
    return jabiru_object_new(&PyDict_Type, sizeof(FakeDict));
}

int PyDict_SetItem(PyObject *o, PyObject *key, PyObject *value)
{
    FakeDict *dict = (FakeDict *)o;
    dict->pairs[dict->size++] = new_ref(key);
    dict->pairs[dict->size++] = new_ref(value);
    return 0;
}

Py_ssize_t PyDict_Size(PyObject *o)
{
    return ((FakeDict *)o)->size / 2;
}

int PyDict_Next(PyObject *o, Py_ssize_t *position, PyObject **key, PyObject **value)
{
    FakeDict *dict = (FakeDict *)o;
    if (*position >= dict->size) {
        return 0;
    }
    *key = dict->pairs[(*position)++];
    *value = dict->pairs[(*position)++];
    return 1;
}

PyObject *PyDict_GetItemWithError(PyObject *o, PyObject *key)
{
    FakeDict *dict = (FakeDict *)o;
    for (Py_ssize_t i = 0; i < dict->size; i += 2) {
        if (PyUnicode_Check(dict->pairs[i]) &&
            PyUnicode_EqualToUTF8(key, PyUnicode_AsUTF8AndSize(dict->pairs[i], NULL))) {
            return dict->pairs[i + 1];
        }
    }
    return NULL;
}

static void exception_dealloc(PyObject *o)
{
    Py_XDECREF(((FakeException *)o)->message);
    PyObject_Free(o);
}

static void dict_dealloc(PyObject *o)
{
    FakeDict *dict = (FakeDict *)o;
    for (Py_ssize_t i = 0; i < dict->size; i++) {
        Py_DECREF(dict->pairs[i]);
    }
    PyObject_Free(o);
}

static PyObject *decode_error_text(PyObject *args, int encode)
{
    long start = PyLong_AsLong(PyTuple_GetItem(args, 2));
    long end = PyLong_AsLong(PyTuple_GetItem(args, 3));
    PyObject *object = PyTuple_GetItem(args, 1);
    PyObject *encoding = PyTuple_GetItem(args, 0);
    PyObject *reason = PyTuple_GetItem(args, 4);
    if (encode) {
        return PyUnicode_FromFormat("'%U' codec can't encode characters in position %ld-%ld: %U",
            encoding, start, end - 1, reason);
    }
    if (end == start + 1) {
        unsigned char byte = (unsigned char)((PyBytesObject *)object)->ob_sval[start];
        return PyUnicode_FromFormat("'%U' codec can't decode byte 0x%02x in position %ld: %U",
            encoding, byte, start, reason);
    }
    return PyUnicode_FromFormat(
        "'%U' codec can't decode bytes in position %ld-%ld: %U", encoding, start, end - 1, reason);
}

PyObject *java_PyObject_Vectorcall(
    PyObject *callable, PyObject *const *items, size_t count, PyObject *names)
{
    (void)names;
    PyTypeObject *type = (PyTypeObject *)callable;
    type->tp_dealloc = exception_dealloc;
    FakeException *made = jabiru_object_new(type, sizeof *made);
    PyObject *args = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; i < count; i++)
        PyTuple_SetItem(args, (Py_ssize_t)i, new_ref(items[i]));
    if (callable == PyExc_UnicodeDecodeError || callable == PyExc_UnicodeEncodeError) {
        made->message = decode_error_text(args, callable == PyExc_UnicodeEncodeError);
    } else if (count == 1) {
        made->message = callable == PyExc_KeyError ? PyObject_Repr(items[0]) : new_ref(items[0]);
    } else if (count > 1) {
        made->message = PyObject_Repr(args);
    }
    Py_DECREF(args);
    return (PyObject *)made;
}

PyObject *java_PyObject_Str(PyObject *o)
{
    if (PyExceptionInstance_Check(o)) {
        PyObject *message = ((FakeException *)o)->message;
        return message == NULL ? jabiru_empty_str : PyObject_Str(message);
    }
    return PyUnicode_Check(o) ? new_ref(o) : PyObject_Repr(o);
}

static void put_text(char *out, const char *bytes, Py_ssize_t size, int ascii)
{
    char quote =
        memchr(bytes, '\'', (size_t)size) && !memchr(bytes, '"', (size_t)size) ? '"' : '\'';
    out += strlen(out);
    *out++ = quote;
    for (Py_ssize_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c < 32 || c == 127 || (ascii && c > 127)) {
            out += sprintf(out, "\\x%02x", c);
        } else {
            if (c == '\\') {
                *out++ = '\\';
            }
            *out++ = (char)c;
        }
    }
    *out++ = quote;
    *out = '\0';
}

static void put(char *out, PyObject *o, int ascii)
{
    Py_ssize_t size = 0;
    if (o == Py_None) {
        strcat(out, "None");
    } else if (o == Py_True || o == Py_False) {
        strcat(out, o == Py_True ? "True" : "False");
    } else if (PyLong_Check(o)) {
        PyLongObject *v = (PyLongObject *)o;
        Py_ssize_t n = (Py_ssize_t)(v->lv_tag >> LONG_SIZE_SHIFT);
        uint64_t work[64] = {0};
        char digits[400];
        int count = 0;
        for (Py_ssize_t i = 0; i < n; i++) {
            work[i] = v->ob_digit[i];
        }
        do {
            uint64_t rest = 0;
            for (Py_ssize_t i = n; --i >= 0;) {
                uint64_t value = (rest << 30) | work[i];
                work[i] = value / 10;
                rest = value % 10;
            }
            digits[count++] = (char)('0' + rest);
            while (n > 0 && work[n - 1] == 0) {
                n--;
            }
        } while (n > 0);
        out += strlen(out);
        if ((v->lv_tag & LONG_SIGN_MASK) == LONG_NEGATIVE) {
            *out++ = '-';
        }
        while (count > 0) {
            *out++ = digits[--count];
        }
        *out = '\0';
    } else if (PyFloat_Check(o)) {
        sprintf(out + strlen(out), "%.12g", ((PyFloatObject *)o)->ob_fval);
    } else if (PyBytes_Check(o)) {
        strcat(out, "b");
        put_text(out, ((PyBytesObject *)o)->ob_sval, Py_SIZE(o), 1);
    } else if (PyUnicode_Check(o)) {
        const char *utf8 = jabiru_utf8_of(o, &size);
        char latin[200];
        Py_ssize_t n = 0;
        for (; ascii && n < PyUnicode_GetLength(o); n++) {
            latin[n] = (char)jabiru_str_char(o, n);
        }
        put_text(out, ascii ? latin : utf8, ascii ? n : size, ascii);
    } else if (PyTuple_Check(o) || PyList_Check(o)) {
        strcat(out, PyTuple_Check(o) ? "(" : "[");
        for (Py_ssize_t i = 0; i < Py_SIZE(o); i++) {
            strcat(out, i ? ", " : "");
            put(out, PyTuple_Check(o) ? PyTuple_GetItem(o, i) : PyList_GetItem(o, i), ascii);
        }
        strcat(out, PyTuple_Check(o) ? Py_SIZE(o) == 1 ? ",)" : ")" : "]");
    } else if (PyType_Check(o)) {
        sprintf(out + strlen(out), "<class '%s'>", ((PyTypeObject *)o)->tp_name);
    }
}

PyObject *PyObject_Repr(PyObject *o)
{
    char out[4000] = "";
    put(out, o, 0);
    return PyUnicode_FromString(out);
}

PyObject *PyObject_ASCII(PyObject *o)
{
    char out[4000] = "";
    put(out, o, 1);
    return PyUnicode_FromString(out);
}

PyObject *PyType_GetFullyQualifiedName(PyTypeObject *type)
{
    return PyUnicode_FromString(type->tp_name);
}

PyObject *PyModule_Create2(PyModuleDef *def, int apiver)
{
    (void)def;
    (void)apiver;
    return new_ref(Py_None);
}

int jabiru_gil_acquire(void)
{
    return 1;
}
void jabiru_gil_release(void) {}
int64_t jabiru_interpreter_id(void)
{
    return 0;
}
void jabiru_forget(void *instance)
{
    (void)instance;
}

void fakes_init(void);
void fakes_init(void)
{
    PyDict_Type.tp_dealloc = dict_dealloc;
}
