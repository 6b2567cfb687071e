/* What CPython's headers offer without Py_LIMITED_API: accesses that check nothing. Here they are
   calls, so that what is built with these headers stays within the stable ABI. */
#ifndef Py_UNCHECKED_H
#define Py_UNCHECKED_H

#define PyTuple_GET_SIZE(op) PyTuple_Size(_PyObject_CAST(op))
#define PyTuple_GET_ITEM(op, i) PyTuple_GetItem(_PyObject_CAST(op), (i))
#define PyTuple_SET_ITEM(op, i, v) ((void)PyTuple_SetItem(_PyObject_CAST(op), (i), (v)))
#define PyList_GET_SIZE(op) PyList_Size(_PyObject_CAST(op))
#define PyList_GET_ITEM(op, i) PyList_GetItem(_PyObject_CAST(op), (i))
#define PyList_SET_ITEM(op, i, v) ((void)PyList_SetItem(_PyObject_CAST(op), (i), (v)))
#define PyBytes_GET_SIZE(op) PyBytes_Size(_PyObject_CAST(op))
#define PyBytes_AS_STRING(op) PyBytes_AsString(_PyObject_CAST(op))
#define PyByteArray_GET_SIZE(op) PyByteArray_Size(_PyObject_CAST(op))
#define PyByteArray_AS_STRING(op) PyByteArray_AsString(_PyObject_CAST(op))
#define PyDict_GET_SIZE(op) PyDict_Size(_PyObject_CAST(op))
#define PySet_GET_SIZE(op) PySet_Size(_PyObject_CAST(op))
#define PySequence_Fast_GET_SIZE(op) PySequence_Size(_PyObject_CAST(op))
#define PySequence_Fast_GET_ITEM(op, i)                                                            \
    (PyList_Check(op) ? PyList_GET_ITEM((op), (i)) : PyTuple_GET_ITEM((op), (i)))
#define PyUnicode_GET_LENGTH(op) PyUnicode_GetLength(_PyObject_CAST(op))
#define PyUnicode_READ_CHAR(op, i) PyUnicode_ReadChar(_PyObject_CAST(op), (i))
#define PyObject_CallOneArg(f, arg) PyObject_CallFunctionObjArgs((f), (arg), _Py_NULL)
#define PyObject_CallMethodNoArgs(o, name) PyObject_CallMethodObjArgs((o), (name), _Py_NULL)
#define PyObject_CallMethodOneArg(o, name, arg)                                                    \
    PyObject_CallMethodObjArgs((o), (name), (arg), _Py_NULL)

#endif
