/* The writer of strs that CPython's codecs keep on the stack. They write characters themselves, by
   its fields, whose order and meaning is therefore CPython's; here all characters are of four
   bytes until the end. */
#include "jabiru.h"

struct str_writer {
    PyObject *buffer; /* always NULL */
    Py_UCS4 *data;
    int kind;
    Py_UCS4 maxchar;
    Py_ssize_t size;
    Py_ssize_t pos;
    Py_ssize_t min_length;
    Py_UCS4 min_char;
    unsigned char overallocate;
    unsigned char readonly;
};

void _PyUnicodeWriter_Init(void *writer)
{
    *(struct str_writer *)writer =
        (struct str_writer){.kind = 4, .maxchar = 0x10ffff, .min_char = 127};
}

void _PyUnicodeWriter_Dealloc(void *writer)
{
    free(((struct str_writer *)writer)->data);
    ((struct str_writer *)writer)->data = NULL;
}

/* Room for so many more characters. */
int _PyUnicodeWriter_PrepareInternal(void *writer_, Py_ssize_t length, Py_UCS4 maxchar)
{
    (void)maxchar;
    struct str_writer *writer = writer_;
    if (length > PY_SSIZE_T_MAX / 8 - writer->pos) {
        PyErr_NoMemory();
        return -1;
    }
    Py_ssize_t needed = writer->pos + length;
    if (needed <= writer->size) {
        return 0;
    }
    Py_ssize_t size = needed < writer->min_length ? writer->min_length : needed + needed / 4 + 8;
    Py_UCS4 *grown = realloc(writer->data, (size_t)size * sizeof(Py_UCS4));
    if (grown == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    writer->data = grown;
    writer->size = size;
    return 0;
}

int _PyUnicodeWriter_WriteChar(void *writer_, Py_UCS4 ch)
{
    struct str_writer *writer = writer_;
    if (_PyUnicodeWriter_PrepareInternal(writer, 1, ch) < 0) {
        return -1;
    }
    writer->data[writer->pos++] = ch;
    return 0;
}

int _PyUnicodeWriter_WriteStr(void *writer_, PyObject *str)
{
    struct str_writer *writer = writer_;
    Py_ssize_t length = PyUnicode_GetLength(str);
    if (length < 0 || _PyUnicodeWriter_PrepareInternal(writer, length, 0x10ffff) < 0) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < length; i++) {
        writer->data[writer->pos++] = jabiru_str_char(str, i);
    }
    return 0;
}

PyObject *_PyUnicodeWriter_Finish(void *writer_)
{
    struct str_writer *writer = writer_;
    PyObject *str = jabiru_str_from_ucs4(writer->data, writer->pos);
    _PyUnicodeWriter_Dealloc(writer);
    return str;
}
