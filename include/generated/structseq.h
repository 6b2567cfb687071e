/* Generated from capi-emulation/abi/structseq.abi. */
JABIRU_FUNCTION PyObject *PyStructSequence_GetItem(PyObject *sequence, Py_ssize_t index);
JABIRU_FUNCTION PyObject *PyStructSequence_New(PyTypeObject *type);
JABIRU_FUNCTION PyTypeObject *PyStructSequence_NewType(PyStructSequence_Desc *desc);
JABIRU_FUNCTION void PyStructSequence_SetItem(PyObject *sequence, Py_ssize_t index, PyObject *value);
JABIRU_DATA const char *const PyStructSequence_UnnamedField;
