/* Reference counting: calls from 3.12 on, inlined for older versions of the limited API. */
#ifndef Py_REFCOUNT_H
#define Py_REFCOUNT_H

#if Py_LIMITED_API + 0 >= 0x030c0000
#define Py_INCREF(op) Py_IncRef(_PyObject_CAST(op))
#define Py_DECREF(op) Py_DecRef(_PyObject_CAST(op))
#else
#ifdef __cplusplus
extern "C" {
#endif
PyAPI_FUNC(void) _Py_Dealloc(PyObject *);
#ifdef __cplusplus
}
#endif
static inline void jabiru_inline_incref(PyObject *op)
{
    uint32_t count = op->ob_refcnt_split[0];
    if (count < _Py_IMMORTAL_INITIAL_REFCNT) {
        op->ob_refcnt_split[0] = count + 1;
    }
}
static inline void jabiru_inline_decref(PyObject *op)
{
    if ((int32_t)op->ob_refcnt_split[0] >= 0 && --op->ob_refcnt == 0) {
        _Py_Dealloc(op);
    }
}
#define Py_INCREF(op) jabiru_inline_incref(_PyObject_CAST(op))
#define Py_DECREF(op) jabiru_inline_decref(_PyObject_CAST(op))
#endif

static inline void Py_XINCREF_(PyObject *op)
{
    if (op != _Py_NULL) {
        Py_INCREF(op);
    }
}
static inline void Py_XDECREF_(PyObject *op)
{
    if (op != _Py_NULL) {
        Py_DECREF(op);
    }
}
#define Py_XINCREF(op) Py_XINCREF_(_PyObject_CAST(op))
#define Py_XDECREF(op) Py_XDECREF_(_PyObject_CAST(op))

#define Py_CLEAR(op)                                                                               \
    do {                                                                                           \
        PyObject **_py_place = (PyObject **)&(op);                                                 \
        PyObject *_py_old = *_py_place;                                                            \
        if (_py_old != _Py_NULL) {                                                                 \
            *_py_place = _Py_NULL;                                                                 \
            Py_DECREF(_py_old);                                                                    \
        }                                                                                          \
    } while (0)
#define Py_SETREF(op, value)                                                                       \
    do {                                                                                           \
        PyObject **_py_place = (PyObject **)&(op);                                                 \
        PyObject *_py_old = *_py_place;                                                            \
        *_py_place = _PyObject_CAST(value);                                                        \
        Py_XDECREF(_py_old);                                                                       \
    } while (0)
#define Py_XSETREF(op, value) Py_SETREF(op, value)

#define Py_VISIT(op)                                                                               \
    do {                                                                                           \
        if (op) {                                                                                  \
            int _py_result = visit(_PyObject_CAST(op), arg);                                       \
            if (_py_result) {                                                                      \
                return _py_result;                                                                 \
            }                                                                                      \
        }                                                                                          \
    } while (0)

#if Py_LIMITED_API + 0 < 0x030a0000
static inline PyObject *jabiru_new_ref(PyObject *op)
{
    Py_INCREF(op);
    return op;
}
#define Py_NewRef(op) jabiru_new_ref(_PyObject_CAST(op))
#else
#define Py_NewRef(op) Py_NewRef(_PyObject_CAST(op))
#define Py_XNewRef(op) Py_XNewRef(_PyObject_CAST(op))
#endif

#if Py_LIMITED_API + 0 < 0x030e0000
#define Py_REFCNT(op) (_PyObject_CAST(op)->ob_refcnt)
#define Py_TYPE(op) (_PyObject_CAST(op)->ob_type)
#else
#define Py_REFCNT(op) Py_REFCNT(_PyObject_CAST(op))
#define Py_TYPE(op) Py_TYPE(_PyObject_CAST(op))
#endif
#define Py_SIZE(op) (_PyVarObject_CAST(op)->ob_size)
#define Py_SET_TYPE(op, type) (_PyObject_CAST(op)->ob_type = (type))
#define Py_SET_SIZE(op, size) (_PyVarObject_CAST(op)->ob_size = (size))
#define Py_SET_REFCNT(op, count) _Py_SetRefcnt(_PyObject_CAST(op), (count))
#define Py_IS_TYPE(op, type) (Py_TYPE(op) == (type))

#endif
