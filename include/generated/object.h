/* Generated from capi-emulation/abi/object.abi. */
JABIRU_FUNCTION int Py_Is(PyObject *x, PyObject *y);
JABIRU_FUNCTION int Py_IsFalse(PyObject *x);
JABIRU_FUNCTION int Py_IsNone(PyObject *x);
JABIRU_FUNCTION int Py_IsTrue(PyObject *x);
JABIRU_DATA PyObject _Py_NotImplementedStruct;
JABIRU_FUNCTION PyTypeObject *Py_TYPE(PyObject *ob);
JABIRU_FUNCTION PyObject *PyObject_ASCII(PyObject *obj);
JABIRU_FUNCTION int PyObject_AsFileDescriptor(PyObject *obj);
JABIRU_FUNCTION PyObject *PyObject_Bytes(PyObject *obj);
JABIRU_FUNCTION void PyObject_ClearWeakRefs(PyObject *obj);
JABIRU_FUNCTION int PyObject_DelAttr(PyObject *v, PyObject *name);
JABIRU_FUNCTION int PyObject_DelAttrString(PyObject *v, const char *name);
JABIRU_FUNCTION int PyObject_DelItem(PyObject *o, PyObject *key);
JABIRU_FUNCTION int PyObject_DelItemString(PyObject *o, const char *key);
JABIRU_FUNCTION PyObject *PyObject_Dir(PyObject *obj);
JABIRU_FUNCTION PyObject *PyObject_Format(PyObject *obj, PyObject *format_spec);
JABIRU_FUNCTION PyObject *PyObject_GenericGetAttr(PyObject *obj, PyObject *name);
JABIRU_FUNCTION int PyObject_GenericSetAttr(PyObject *obj, PyObject *name, PyObject *value);
JABIRU_FUNCTION PyObject *PyObject_GetAIter(PyObject *obj);
JABIRU_FUNCTION PyObject *PyObject_GetAttr(PyObject *obj, PyObject *name);
JABIRU_FUNCTION PyObject *PyObject_GetAttrString(PyObject *obj, const char *name);
JABIRU_FUNCTION PyObject *PyObject_GetItem(PyObject *o, PyObject *key);
JABIRU_FUNCTION PyObject *PyObject_GetIter(PyObject *obj);
JABIRU_FUNCTION int PyObject_HasAttr(PyObject *obj, PyObject *name);
JABIRU_FUNCTION int PyObject_HasAttrString(PyObject *obj, const char *name);
JABIRU_FUNCTION Py_hash_t PyObject_Hash(PyObject *obj);
JABIRU_FUNCTION Py_hash_t PyObject_HashNotImplemented(PyObject *obj);
JABIRU_FUNCTION int PyObject_IsInstance(PyObject *object, PyObject *typeorclass);
JABIRU_FUNCTION int PyObject_IsSubclass(PyObject *object, PyObject *typeorclass);
JABIRU_FUNCTION int PyObject_IsTrue(PyObject *obj);
JABIRU_FUNCTION Py_ssize_t PyObject_Length(PyObject *o);
JABIRU_FUNCTION int PyObject_Not(PyObject *obj);
JABIRU_FUNCTION PyObject *PyObject_Repr(PyObject *obj);
JABIRU_FUNCTION PyObject *PyObject_RichCompare(PyObject *left, PyObject *right, int op);
JABIRU_FUNCTION int PyObject_RichCompareBool(PyObject *left, PyObject *right, int op);
JABIRU_FUNCTION PyObject *PyObject_SelfIter(PyObject *obj);
JABIRU_FUNCTION int PyObject_SetAttr(PyObject *obj, PyObject *name, PyObject *value);
JABIRU_FUNCTION int PyObject_SetAttrString(PyObject *obj, const char *name, PyObject *value);
JABIRU_FUNCTION int PyObject_SetItem(PyObject *o, PyObject *key, PyObject *v);
JABIRU_FUNCTION Py_ssize_t PyObject_Size(PyObject *o);
JABIRU_FUNCTION PyObject *PyObject_Str(PyObject *obj);
JABIRU_FUNCTION PyObject *PyObject_Type(PyObject *o);

#if Py_LIMITED_API+0 >= 0x03030000
JABIRU_FUNCTION int PyObject_GenericSetDict(PyObject *obj, PyObject *value, void *context);
#endif

#if Py_LIMITED_API+0 >= 0x030a0000
JABIRU_FUNCTION PyObject *PyObject_GenericGetDict(PyObject *obj, void *context);
#endif

#if Py_LIMITED_API+0 >= 0x030c0000
JABIRU_FUNCTION void *PyObject_GetTypeData(PyObject *obj, PyTypeObject *cls);
#endif

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION PyObject *Py_GetConstant(unsigned int constant_id);
JABIRU_FUNCTION PyObject *Py_GetConstantBorrowed(unsigned int constant_id);
JABIRU_FUNCTION int PyObject_GetOptionalAttr(PyObject *obj, PyObject *name, PyObject **result);
JABIRU_FUNCTION int PyObject_GetOptionalAttrString(PyObject *obj, const char *name, PyObject **result);
JABIRU_FUNCTION int PyObject_HasAttrStringWithError(PyObject *obj, const char *name);
JABIRU_FUNCTION int PyObject_HasAttrWithError(PyObject *obj, PyObject *name);
#endif
