/* Where the current SyntaxError is. */
#include "jabiru.h"

static void set_attribute(PyObject *error, const char *name, PyObject *value)
{
    if (value == NULL || PyObject_SetAttrString(error, name, value) != 0) {
        PyErr_Clear();
    }
    Py_XDECREF(value);
}

/* Attributes that only a SyntaxError has from the start. */
static void set_missing(PyObject *error, const char *name)
{
    if (!PyObject_HasAttrString(error, name)) {
        set_attribute(error, name, new_ref(Py_None));
    }
}

void PyErr_SyntaxLocationEx(const char *filename, int lineno, int col_offset)
{
    PyObject *error = PyErr_GetRaisedException();
    if (error == NULL) {
        return;
    }
    set_attribute(error, "lineno", PyLong_FromLong(lineno));
    set_attribute(
        error, "offset", col_offset >= 0 ? PyLong_FromLong(col_offset) : new_ref(Py_None));
    set_attribute(error, "end_lineno", new_ref(Py_None));
    set_attribute(error, "end_offset", new_ref(Py_None));
    if (filename != NULL) {
        set_attribute(error, "filename", PyUnicode_DecodeFSDefault(filename));
        PyObject *text = PyErr_ProgramText(filename, lineno);
        PyErr_Clear();
        set_attribute(error, "text", text == NULL ? new_ref(Py_None) : text);
    }
    if ((PyObject *)TYPE(error) != PyExc_SyntaxError) {
        set_missing(error, "msg");
        set_missing(error, "print_file_and_line");
    }
    PyErr_SetRaisedException(error);
}

void PyErr_SyntaxLocation(const char *filename, int lineno)
{
    PyErr_SyntaxLocationEx(filename, lineno, -1);
}
