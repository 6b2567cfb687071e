/* Generated from capi-emulation/abi/arg.abi. */
JABIRU_FUNCTION PyObject *Py_BuildValue(const char *format, ...);
JABIRU_FUNCTION PyObject *Py_VaBuildValue(const char *format, va_list va);
JABIRU_FUNCTION int PyArg_Parse(PyObject *arg, const char *format, ...);
JABIRU_FUNCTION int PyArg_ParseTuple(PyObject *args, const char *format, ...);
JABIRU_FUNCTION int PyArg_ParseTupleAndKeywords(PyObject *args, PyObject *kwargs, const char *format, char *const *keywords, ...);
JABIRU_FUNCTION int PyArg_UnpackTuple(PyObject *args, const char *name, Py_ssize_t min, Py_ssize_t max, ...);
JABIRU_FUNCTION int PyArg_ValidateKeywordArguments(PyObject *kwargs);
JABIRU_FUNCTION int PyArg_VaParse(PyObject *args, const char *format, va_list va);
JABIRU_FUNCTION int PyArg_VaParseTupleAndKeywords(PyObject *args, PyObject *kwargs, const char *format, char *const *keywords, va_list va);
