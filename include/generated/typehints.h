/* Generated from capi-emulation/abi/typehints.abi. */
JABIRU_FUNCTION PyObject *Py_GenericAlias(PyObject *origin, PyObject *args);
JABIRU_DATA PyTypeObject Py_GenericAliasType;
