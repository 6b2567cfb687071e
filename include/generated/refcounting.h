/* Generated from capi-emulation/abi/refcounting.abi. */
JABIRU_FUNCTION void _Py_Dealloc(PyObject *obj);
JABIRU_FUNCTION void Py_DecRef(PyObject *obj);
JABIRU_FUNCTION void _Py_DecRef(PyObject *obj);
JABIRU_FUNCTION void Py_IncRef(PyObject *obj);
JABIRU_FUNCTION void _Py_IncRef(PyObject *obj);
JABIRU_FUNCTION PyObject *Py_NewRef(PyObject *obj);
JABIRU_FUNCTION Py_ssize_t Py_REFCNT(PyObject *ob);
JABIRU_FUNCTION void _Py_SetRefcnt(PyObject *ob, Py_ssize_t refcnt);
JABIRU_FUNCTION PyObject *Py_XNewRef(PyObject *obj);
