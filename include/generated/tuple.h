/* Generated from capi-emulation/abi/tuple.abi. */
JABIRU_FUNCTION PyObject *PyTuple_GetItem(PyObject *tuple, Py_ssize_t index);
JABIRU_FUNCTION PyObject *PyTuple_GetSlice(PyObject *tuple, Py_ssize_t low, Py_ssize_t high);
JABIRU_FUNCTION PyObject *PyTuple_New(Py_ssize_t size);
JABIRU_FUNCTION PyObject *PyTuple_Pack(Py_ssize_t n, ...);
JABIRU_FUNCTION int PyTuple_SetItem(PyObject *tuple, Py_ssize_t index, PyObject *item);
JABIRU_FUNCTION Py_ssize_t PyTuple_Size(PyObject *tuple);
JABIRU_DATA PyTypeObject PyTuple_Type;
JABIRU_DATA PyTypeObject PyTupleIter_Type;
