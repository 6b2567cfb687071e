/* Generated from capi-emulation/abi/bytes.abi. */
JABIRU_FUNCTION char *PyBytes_AsString(PyObject *obj);
JABIRU_FUNCTION int PyBytes_AsStringAndSize(PyObject *obj, char **s, Py_ssize_t *len);
JABIRU_FUNCTION void PyBytes_Concat(PyObject **bytes, PyObject *newpart);
JABIRU_FUNCTION void PyBytes_ConcatAndDel(PyObject **bytes, PyObject *newpart);
JABIRU_FUNCTION PyObject *PyBytes_DecodeEscape(const char *string, Py_ssize_t len, const char *errors, Py_ssize_t unicode, const char *recode);
JABIRU_FUNCTION PyObject *PyBytes_FromFormat(const char *format, ...);
JABIRU_FUNCTION PyObject *PyBytes_FromFormatV(const char *format, va_list va);
JABIRU_FUNCTION PyObject *PyBytes_FromObject(PyObject *obj);
JABIRU_FUNCTION PyObject *PyBytes_FromString(const char *string);
JABIRU_FUNCTION PyObject *PyBytes_FromStringAndSize(const char *string, Py_ssize_t len);
JABIRU_FUNCTION PyObject *PyBytes_Repr(PyObject *bytes, int smartquotes);
JABIRU_FUNCTION Py_ssize_t PyBytes_Size(PyObject *obj);
JABIRU_DATA PyTypeObject PyBytes_Type;
JABIRU_DATA PyTypeObject PyBytesIter_Type;
