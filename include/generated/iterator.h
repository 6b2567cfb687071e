/* Generated from capi-emulation/abi/iterator.abi. */
JABIRU_FUNCTION PyObject *PyCallIter_New(PyObject *callable, PyObject *sentinel);
JABIRU_DATA PyTypeObject PyCallIter_Type;
JABIRU_DATA PyTypeObject PyEnum_Type;
JABIRU_DATA PyTypeObject PyFilter_Type;
JABIRU_DATA PyTypeObject PyMap_Type;
JABIRU_DATA PyTypeObject PyRange_Type;
JABIRU_DATA PyTypeObject PyRangeIter_Type;
JABIRU_DATA PyTypeObject PyReversed_Type;
JABIRU_FUNCTION PyObject *PySeqIter_New(PyObject *obj);
JABIRU_DATA PyTypeObject PySeqIter_Type;
JABIRU_DATA PyTypeObject PyZip_Type;
