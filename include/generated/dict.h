/* Generated from capi-emulation/abi/dict.abi. */
JABIRU_FUNCTION void PyDict_Clear(PyObject *mp);
JABIRU_FUNCTION int PyDict_Contains(PyObject *mp, PyObject *key);
JABIRU_FUNCTION PyObject *PyDict_Copy(PyObject *mp);
JABIRU_FUNCTION int PyDict_DelItem(PyObject *mp, PyObject *key);
JABIRU_FUNCTION int PyDict_DelItemString(PyObject *dp, const char *key);
JABIRU_FUNCTION PyObject *PyDict_GetItem(PyObject *mp, PyObject *key);
JABIRU_FUNCTION PyObject *PyDict_GetItemString(PyObject *dp, const char *key);
JABIRU_FUNCTION PyObject *PyDict_GetItemWithError(PyObject *mp, PyObject *key);
JABIRU_FUNCTION PyObject *PyDict_Items(PyObject *mp);
JABIRU_FUNCTION PyObject *PyDict_Keys(PyObject *mp);
JABIRU_FUNCTION int PyDict_Merge(PyObject *mp, PyObject *other, int override);
JABIRU_FUNCTION int PyDict_MergeFromSeq2(PyObject *d, PyObject *seq2, int override);
JABIRU_FUNCTION PyObject *PyDict_New(void);
JABIRU_FUNCTION int PyDict_Next(PyObject *mp, Py_ssize_t *pos, PyObject **key, PyObject **value);
JABIRU_FUNCTION int PyDict_SetItem(PyObject *mp, PyObject *key, PyObject *item);
JABIRU_FUNCTION int PyDict_SetItemString(PyObject *dp, const char *key, PyObject *item);
JABIRU_FUNCTION Py_ssize_t PyDict_Size(PyObject *mp);
JABIRU_DATA PyTypeObject PyDict_Type;
JABIRU_FUNCTION int PyDict_Update(PyObject *mp, PyObject *other);
JABIRU_FUNCTION PyObject *PyDict_Values(PyObject *mp);
JABIRU_DATA PyTypeObject PyDictItems_Type;
JABIRU_DATA PyTypeObject PyDictIterItem_Type;
JABIRU_DATA PyTypeObject PyDictIterKey_Type;
JABIRU_DATA PyTypeObject PyDictIterValue_Type;
JABIRU_DATA PyTypeObject PyDictKeys_Type;
JABIRU_FUNCTION PyObject *PyDictProxy_New(PyObject *obj);
JABIRU_DATA PyTypeObject PyDictProxy_Type;
JABIRU_DATA PyTypeObject PyDictRevIterItem_Type;
JABIRU_DATA PyTypeObject PyDictRevIterKey_Type;
JABIRU_DATA PyTypeObject PyDictRevIterValue_Type;
JABIRU_DATA PyTypeObject PyDictValues_Type;

#if Py_LIMITED_API+0 >= 0x030d0000
JABIRU_FUNCTION int PyDict_GetItemRef(PyObject *mp, PyObject *key, PyObject **result);
JABIRU_FUNCTION int PyDict_GetItemStringRef(PyObject *mp, const char *key, PyObject **result);
#endif
