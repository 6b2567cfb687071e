/* Generated from capi-emulation/abi/iter.abi. */
JABIRU_FUNCTION int PyAIter_Check(PyObject *obj);
JABIRU_FUNCTION int PyIter_Check(PyObject *obj);
JABIRU_FUNCTION PyObject *PyIter_Next(PyObject *obj);

#if Py_LIMITED_API+0 >= 0x030a0000
JABIRU_FUNCTION PySendResult PyIter_Send(PyObject *iter, PyObject *arg, PyObject **result);
#endif

#if Py_LIMITED_API+0 >= 0x030e0000
JABIRU_FUNCTION int PyIter_NextItem(PyObject *iter, PyObject **item);
#endif
