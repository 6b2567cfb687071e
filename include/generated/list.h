/* Generated from capi-emulation/abi/list.abi. */
JABIRU_FUNCTION int PyList_Append(PyObject *list, PyObject *item);
JABIRU_FUNCTION PyObject *PyList_AsTuple(PyObject *list);
JABIRU_FUNCTION PyObject *PyList_GetItem(PyObject *list, Py_ssize_t index);
JABIRU_FUNCTION PyObject *PyList_GetSlice(PyObject *list, Py_ssize_t low, Py_ssize_t high);
JABIRU_FUNCTION int PyList_Insert(PyObject *list, Py_ssize_t index, PyObject *item);
JABIRU_FUNCTION PyObject *PyList_New(Py_ssize_t size);
JABIRU_FUNCTION int PyList_Reverse(PyObject *list);
JABIRU_FUNCTION int PyList_SetItem(PyObject *list, Py_ssize_t index, PyObject *item);
JABIRU_FUNCTION int PyList_SetSlice(PyObject *list, Py_ssize_t low, Py_ssize_t high, PyObject *items);
JABIRU_FUNCTION Py_ssize_t PyList_Size(PyObject *list);
JABIRU_FUNCTION int PyList_Sort(PyObject *list);
JABIRU_DATA PyTypeObject PyList_Type;
JABIRU_DATA PyTypeObject PyListIter_Type;
JABIRU_DATA PyTypeObject PyListRevIter_Type;

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION PyObject *PyList_GetItemRef(PyObject *list, Py_ssize_t index);
#endif
