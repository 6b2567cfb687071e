/* How exceptions are raised, while another one is, too. */
#include "jabiru.h"

/* Steals the exception: raised again, or the context of the one that is raised. */
void _PyErr_ChainExceptions1(PyObject *exc)
{
    if (exc == NULL) {
        return;
    }
    PyObject *raised = PyErr_GetRaisedException();
    if (raised == NULL) {
        PyErr_SetRaisedException(exc);
        return;
    }
    PyException_SetContext(raised, exc);
    PyErr_SetRaisedException(raised);
}

/* PyErr_Format in a thread that the caller knows: it is the current one. */
PyObject *_PyErr_Format(PyThreadState *tstate, PyObject *exception, const char *format, ...)
{
    (void)tstate;
    va_list arguments;
    va_start(arguments, format);
    PyErr_FormatV(exception, format, arguments);
    va_end(arguments);
    return NULL;
}

/* "raise exception(...) from" the one that is raised. */
PyObject *_PyErr_FormatFromCause(PyObject *exception, const char *format, ...)
{
    PyObject *cause = PyErr_GetRaisedException();
    va_list arguments;
    va_start(arguments, format);
    PyErr_FormatV(exception, format, arguments);
    va_end(arguments);
    PyObject *raised = PyErr_GetRaisedException();
    if (cause != NULL) {
        PyException_SetCause(raised, new_ref(cause));
        PyException_SetContext(raised, cause);
    }
    PyErr_SetRaisedException(raised);
    return NULL;
}

/* A note on the exception that is raised. */
void _PyErr_FormatNote(const char *format, ...)
{
    PyObject *raised = PyErr_GetRaisedException();
    va_list arguments;
    va_start(arguments, format);
    PyObject *note = PyUnicode_FromFormatV(format, arguments);
    va_end(arguments);
    PyObject *done = note == NULL ? NULL : PyObject_CallMethod(raised, "add_note", "O", note);
    Py_XDECREF(note);
    if (done == NULL) {
        _PyErr_ChainExceptions1(raised);
        return;
    }
    Py_DECREF(done);
    PyErr_SetRaisedException(raised);
}

/* A message of the C library, in the encoding of its locale. */
void _PyErr_SetLocaleString(PyObject *exception, const char *string)
{
    PyObject *text = PyUnicode_DecodeLocale(string, "surrogateescape");
    if (text != NULL) {
        PyErr_SetObject(exception, text);
        Py_DECREF(text);
    }
}
