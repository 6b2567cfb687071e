/* The writer of strs that CPython's codecs keep on the stack. */
#include "strwriter.h"

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

Py_UCS4 *jabiru_writer_reserve(struct str_writer *writer, Py_ssize_t count)
{
    if (count > PY_SSIZE_T_MAX / 8 - writer->pos) {
        PyErr_NoMemory();
        return NULL;
    }
    Py_ssize_t needed = writer->pos + count;
    if (needed > writer->size || writer->data == NULL) {
        Py_ssize_t size =
            needed < writer->min_length ? writer->min_length : needed + needed / 2 + 16;
        Py_UCS4 *grown = realloc(writer->data, (size_t)size * sizeof(Py_UCS4));
        if (grown == NULL) {
            PyErr_NoMemory();
            return NULL;
        }
        writer->data = grown;
        writer->size = size;
    }
    return writer->data + writer->pos;
}

int jabiru_writer_part(struct str_writer *writer, PyObject *str, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 *place = jabiru_writer_reserve(writer, end - start);
    if (place == NULL) {
        return -1;
    }
    for (Py_ssize_t i = start; i < end; i++) {
        place[i - start] = jabiru_str_char(str, i);
    }
    writer->pos += end - start;
    return 0;
}

int _PyUnicodeWriter_PrepareInternal(void *writer, Py_ssize_t length, Py_UCS4 maxchar)
{
    (void)maxchar;
    return jabiru_writer_reserve(writer, length) == NULL ? -1 : 0;
}

int _PyUnicodeWriter_WriteChar(void *writer, Py_UCS4 ch)
{
    Py_UCS4 *place = jabiru_writer_reserve(writer, 1);
    if (place == NULL) {
        return -1;
    }
    *place = ch;
    ((struct str_writer *)writer)->pos++;
    return 0;
}

int _PyUnicodeWriter_WriteStr(void *writer, PyObject *str)
{
    Py_ssize_t length = PyUnicode_GetLength(str);
    return length < 0 ? -1 : jabiru_writer_part(writer, str, 0, length);
}

PyObject *_PyUnicodeWriter_Finish(void *writer_)
{
    struct str_writer *writer = writer_;
    PyObject *str = jabiru_str_from_ucs4(writer->data, writer->pos);
    _PyUnicodeWriter_Dealloc(writer);
    return str;
}
