/* Generated from capi-emulation/abi/weakref.abi. */
JABIRU_DATA PyTypeObject _PyWeakref_CallableProxyType;
JABIRU_FUNCTION PyObject *PyWeakref_GetObject(PyObject *ref);
JABIRU_FUNCTION PyObject *PyWeakref_NewProxy(PyObject *ob, PyObject *callback);
JABIRU_FUNCTION PyObject *PyWeakref_NewRef(PyObject *ob, PyObject *callback);
JABIRU_DATA PyTypeObject _PyWeakref_ProxyType;
JABIRU_DATA PyTypeObject _PyWeakref_RefType;

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION int PyWeakref_GetRef(PyObject *ref, PyObject **pobj);
#endif
