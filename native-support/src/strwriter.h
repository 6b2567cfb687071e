/* Strs that are written bit by bit: all characters are of four bytes until the end. CPython's
   codecs keep a writer on the stack and write by its fields, whose order and meaning are CPython's.
 */
#ifndef JABIRU_STRWRITER_H
#define JABIRU_STRWRITER_H

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

/* Where so many more characters have room, or NULL with MemoryError. */
Py_UCS4 *jabiru_writer_reserve(struct str_writer *writer, Py_ssize_t count);

/* Writes a part of a str. */
int jabiru_writer_part(struct str_writer *writer, PyObject *str, Py_ssize_t start, Py_ssize_t end);

#endif
