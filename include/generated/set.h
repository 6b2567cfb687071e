/* Generated from capi-emulation/abi/set.abi. */
JABIRU_FUNCTION PyObject *PyFrozenSet_New(PyObject *iterable);
JABIRU_DATA PyTypeObject PyFrozenSet_Type;
JABIRU_FUNCTION int PySet_Add(PyObject *set, PyObject *key);
JABIRU_FUNCTION int PySet_Clear(PyObject *set);
JABIRU_FUNCTION int PySet_Contains(PyObject *anyset, PyObject *key);
JABIRU_FUNCTION int PySet_Discard(PyObject *set, PyObject *key);
JABIRU_FUNCTION PyObject *PySet_New(PyObject *iterable);
JABIRU_FUNCTION PyObject *PySet_Pop(PyObject *set);
JABIRU_FUNCTION Py_ssize_t PySet_Size(PyObject *anyset);
JABIRU_DATA PyTypeObject PySet_Type;
JABIRU_DATA PyTypeObject PySetIter_Type;
