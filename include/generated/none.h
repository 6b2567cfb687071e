/* Generated from capi-emulation/abi/none.abi. */
JABIRU_DATA PyObject _Py_NoneStruct;
