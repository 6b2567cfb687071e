/* Conveniences over the functions. */
#ifndef Py_MACROS_H
#define Py_MACROS_H

#define PyObject_New(type, typeobj) ((type *)_PyObject_New(typeobj))
#define PyObject_NewVar(type, typeobj, n) ((type *)_PyObject_NewVar((typeobj), (n)))
#define PyObject_GC_New(type, typeobj) ((type *)_PyObject_GC_New(typeobj))
#define PyObject_GC_NewVar(type, typeobj, n) ((type *)_PyObject_GC_NewVar((typeobj), (n)))
#define PyObject_GC_Resize(type, op, n) ((type *)_PyObject_GC_Resize(_PyVarObject_CAST(op), (n)))
#define PyObject_NEW PyObject_New
#define PyObject_NEW_VAR PyObject_NewVar
#define PyObject_MALLOC PyObject_Malloc
#define PyObject_REALLOC PyObject_Realloc
#define PyObject_FREE PyObject_Free
#define PyObject_Del PyObject_Free
#define PyObject_DEL PyObject_Free
#define PyObject_INIT PyObject_Init
#define PyObject_INIT_VAR PyObject_InitVar
#define PyMem_MALLOC PyMem_Malloc
#define PyMem_REALLOC PyMem_Realloc
#define PyMem_FREE PyMem_Free
#define PyMem_Del PyMem_Free
#define PyMem_DEL PyMem_Free
#define PyMem_New(type, n)                                                                         \
    (((size_t)(n) > PY_SSIZE_T_MAX / sizeof(type)) ? (type *)_Py_NULL                              \
                                                   : (type *)PyMem_Malloc((n) * sizeof(type)))
#define PyMem_Resize(p, type, n)                                                                   \
    ((p) = ((size_t)(n) > PY_SSIZE_T_MAX / sizeof(type))                                           \
               ? (type *)_Py_NULL                                                                  \
               : (type *)PyMem_Realloc((p), (n) * sizeof(type)))
#define PyMem_NEW PyMem_New
#define PyMem_RESIZE PyMem_Resize

#if Py_LIMITED_API + 0 < 0x030d0000
#define PyObject_DelAttr(op, name) PyObject_SetAttr((op), (name), _Py_NULL)
#define PyObject_DelAttrString(op, name) PyObject_SetAttrString((op), (name), _Py_NULL)
#endif
#define PyMapping_DelItem(op, key) PyObject_DelItem((op), (key))
#define PyMapping_DelItemString(op, key) PyObject_DelItemString((op), (key))
#define PySequence_ITEM(op, i) PySequence_GetItem((op), (i))
#define PyUnicode_AsUTF8(op) PyUnicode_AsUTF8AndSize((op), _Py_NULL)
#define PyCFunction_New(method, self) PyCFunction_NewEx((method), (self), _Py_NULL)
#define PyImport_ImportModuleEx(name, globals, locals, fromlist)                                   \
    PyImport_ImportModuleLevel((name), (globals), (locals), (fromlist), 0)
#define PyLong_AS_LONG(op) PyLong_AsLong(op)
#define PyLong_FromPid PyLong_FromLong
#define PyLong_AsPid PyLong_AsLong
#define Py_PARSE_PID "i"
#define PyFloat_AS_DOUBLE(op) PyFloat_AsDouble(op)
#define Py_UNICODE_REPLACEMENT_CHARACTER ((Py_UCS4)0xFFFD)

#define Py_DTSF_SIGN 0x01
#define Py_DTSF_ADD_DOT_0 0x02
#define Py_DTSF_ALT 0x04
#define Py_DTSF_NO_NEG_0 0x08
#define Py_DTST_FINITE 0
#define Py_DTST_INFINITE 1
#define Py_DTST_NAN 2

#endif
